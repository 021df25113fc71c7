import ArgumentParser
import Foundation
import Testing

@testable import GazetteCommands

/// What `gazette build` refuses, and what it leaves beside the sources.
@Suite struct BuildTests {
  private func site(_ post: String = "") throws -> SampleFolder {
    try SampleFolder([
      "content/site.yaml": "name: Notes\nbase-url: https://notes.example.org/\n",
      "content/organisations.yaml": "- id: me\n  name: Team\n  kind: other\n",
      "content/projects/one.md": "---\ntitle: One\nstatus: active\nsponsors: []\n\(post)---\n",
      "content/blog/2021-09-01-one.md":
        "---\ntitle: One\nsummary: One.\nauthors: [me]\npublish: 2021-10-21\n---\n\nText.\n",
    ])
  }

  private func build(_ site: SampleFolder, _ options: String...) async throws {
    let command = try BuildCommand.parse(
      ["--source", site.url.path, "--at", "2021-10-20"] + options)
    try await command.run()
  }

  private func isPublished(_ site: SampleFolder) -> Bool {
    FileManager.default.fileExists(atPath: site.url.appending(path: "output/index.html").path)
  }

  @Test func editorialErrorsStopOnlyAStrictBuild() async throws {
    let site = try site()
    await #expect(throws: ExitCode(1)) { try await build(site, "--strict") }
    #expect(!isPublished(site))
    try await build(site)
    #expect(isPublished(site))
  }

  @Test func aWaivedErrorStopsNothing() async throws {
    let site = try site("waive: [{rule: P01, because: The sponsor has left.}]\n")
    try await build(site, "--strict")
    #expect(isPublished(site))
  }

  @Test func theThresholdIsThatOfCheck() async throws {
    let site = try site("waive: [{rule: P01, because: The sponsor has left.}]\n")
    await #expect(throws: ExitCode(1)) {
      try await build(site, "--strict", "--fail-on", "warning")
    }
    #expect(!isPublished(site))
  }

  @Test func theNextDueMomentStandsBesideTheSources() async throws {
    let site = try site()
    try await build(site)
    #expect(try site.text(".gazette/next-due.json").contains("\"at\": \"2021-10-21T00:00:00Z\""))
  }
}
