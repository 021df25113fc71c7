import ArgumentParser
import Diagnostics
import Editorial
import Files
import Foundation
import SiteBuild
import Testing

@testable import GazetteCommands

/// What `gazette remember` keeps, and what checks make of it.
@Suite struct RememberTests {
  private func findings(in site: SampleFolder) async throws -> [String] {
    let checked = try await SiteChecker(source: site.folder, instant: .time("2022-01-10")).check()
    let subject = try #require(checked.subject)
    let editorial = EditorialChecker(
      site: subject.site, drafts: subject.drafts, today: subject.today)
    return editorial.check(alongside: checked.diagnostics).filter {
      ["L11", "M07", "S01", "S02", "S03", "S07"].contains($0.rule)
    }.map { "\($0.rule) \($0.subject ?? "-")" }
  }

  private func remember(_ sprint: String, in site: SampleFolder) async throws {
    try await RememberCommand.parse([sprint, "--source", site.url.path]).run()
  }

  @Test(arguments: ["2021-09", "2021-10", "2021-12"])
  func whatIsKeptAgreesWithWhatIsThere(sprint: String) async throws {
    let site = try SampleFolder.withLaterEditions()
    try await remember(sprint, in: site)
    #expect(try await findings(in: site) == [])
    _ = try await SiteBuilder(
      .init(
        source: site.folder, output: Folder(site.url.appending(path: "output").path),
        instant: .time("2022-01-10"))
    ).build()
    // What is published is the same, and the kept file is not published beside it.
    let kept = try site.text("content/sprints/\(sprint)/published.json")
    #expect(try site.text("output/data/edition-\(sprint).json") == kept)
    let copy = site.url.appending(path: "output/sprints/\(sprint)/published.json")
    #expect(!FileManager.default.fileExists(atPath: copy.path))
  }

  @Test func laterEditionsAgreeWithWhatAnEarlierOneShowed() async throws {
    let site = try SampleFolder.withLaterEditions()
    try await remember("2021-09", in: site)
    let first = try site.text("content/sprints/2021-09/published.json")
    try FileManager.default.removeItem(at: site.url.appending(path: "content/sprints/2021-12"))
    let figures = try site.text("content/metrics/observations.csv").split(separator: "\n")
    try site.write(
      "content/metrics/observations.csv",
      figures.filter { !$0.contains(",2021-12,") }.joined(separator: "\n"))
    try await remember("2021-09", in: site)
    #expect(try site.text("content/sprints/2021-09/published.json") == first)
  }

  @Test func aChangeOfWhatWasShownIsFoundUntilItIsKeptAnew() async throws {
    let site = try SampleFolder.withLaterEditions()
    try await remember("2021-10", in: site)
    let figures = try site.text("content/metrics/observations.csv")
    try site.write(
      "content/metrics/observations.csv",
      figures.replacing("blog.posts,2021-10,4,", with: "blog.posts,2021-10,3,"))
    let project = try site.text("content/projects/domestic-abuse.md")
    try site.write(
      "content/projects/domestic-abuse.md",
      project.replacing("from: 2021-05", with: "from: 2021-06"))
    #expect(try await findings(in: site) == ["M07 blog.posts 2021-10", "L11 domestic-abuse"])
    try await remember("2021-10", in: site)
    #expect(try await findings(in: site) == [])
  }

  @Test func anUnknownEditionIsRefused() async throws {
    let site = try SampleFolder.withLaterEditions()
    await #expect(throws: (any Error).self) { try await remember("2021-11", in: site) }
  }

  @Test func aSiteWithErrorsKeepsNothing() async throws {
    let site = try SampleFolder.withLaterEditions()
    try site.write("content/projects/istv.md", "---\ntitle: A\nstatus: unheard\n---\n")
    await #expect(throws: ExitCode(1)) { try await remember("2021-09", in: site) }
    let kept = site.url.appending(path: "content/sprints/2021-09/published.json")
    #expect(!FileManager.default.fileExists(atPath: kept.path))
  }
}
