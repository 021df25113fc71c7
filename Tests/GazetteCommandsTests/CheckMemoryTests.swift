import Diagnostics
import Files
import Foundation
import SiteBuild
import Testing

@testable import GazetteCommands

/// A second check parses only what has changed, and finds the same.
@Suite struct CheckMemoryTests {
  private func site() throws -> SampleFolder {
    let site = try SampleFolder.withLaterEditions()
    for number in 1...5 {
      try site.write(
        "content/blog/2021-10-0\(number)-post.md",
        """
        ---
        title: Post \(number)
        authors: [ecda]
        ---

        We met the "XY\(number)" of HM Revenue Customs *on 21st
        September*: [here](https://example.org/a.pdf?utm_source=x).

        ### Deep
        """)
    }
    return site
  }

  private func check(
    _ site: SampleFolder, coarsestTick: Int = 2
  ) async throws -> (findings: String, parsed: Int) {
    let inspection = try await Inspection.run(
      site.folder, at: .time("2022-01-10"), drafts: false, jobs: 2, coarsestTick: coarsestTick)
    let sources = inspection.findings.sources(from: inspection.site.source)
    return (
      DiagnosticTextPrinter(sources: sources).print(inspection.findings),
      inspection.site.parsedCount
    )
  }

  private func findings(in site: SampleFolder) async throws -> String {
    let elsewhere = try SampleFolder([:])
    try FileManager.default.copyItem(
      at: site.url.appending(path: "content"), to: elsewhere.url.appending(path: "content"))
    return try await check(elsewhere).findings
  }

  @Test func theSameIsFoundWhetherSourcesAreKnownOrNot() async throws {
    let site = try site()
    let first = try await check(site)
    let second = try await check(site)
    #expect(second.findings == first.findings)
    #expect(second.findings.contains("\"HM Revenue Customs\""))
    #expect(second.parsed == first.parsed - 13)
  }

  @Test func whatHasChangedIsParsedAgain() async throws {
    let site = try site()
    _ = try await check(site, coarsestTick: 0)
    try site.write(
      "content/blog/2021-10-03-post.md", "---\ntitle: Post 3\nauthors: [ecda]\n---\n\nThe ABCD.\n")
    let changed = try await check(site, coarsestTick: 0)
    #expect(changed.parsed == 1)
    #expect(changed.findings.contains("add 'ABCD' to glossary.yaml"))
    #expect(!changed.findings.contains("XY3"))
    #expect(try await changed.findings == findings(in: site))
  }

  @Test func otherSettingsHaveEverythingParsedAgain() async throws {
    let site = try site()
    _ = try await check(site)
    let settings = try site.text("content/site.yaml")
    try site.write("content/site.yaml", settings + "html: escape\n")
    #expect(try await check(site).findings == findings(in: site))
  }

  @Test func aDamagedMemoryIsNoMemory() async throws {
    let site = try site()
    let first = try await check(site)
    let folder = site.url.appending(path: ".gazette")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      var bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      for index in stride(from: bytes.count / 2, to: bytes.count, by: 7) { bytes[index] ^= 0x55 }
      try Data(bytes).write(to: folder.appending(path: name))
    }
    let second = try await check(site)
    #expect(second.findings == first.findings)
    #expect(second.parsed == first.parsed)
  }

  // MARK: Nothing changed

  /// Whether a check repeats what the last one found, and what it finds.
  private func repeats(
    _ site: SampleFolder, at time: String = "2022-01-10", drafts: Bool = false
  ) async throws -> (Bool, String) {
    let checker = SiteChecker(
      source: site.folder, instant: .time(time), showsDrafts: drafts, coarsestTick: 0)
    let isRepeated = if case .unchanged = try await checker.resumed() { true } else { false }
    let inspection = try await Inspection.run(
      site.folder, at: .time(time), drafts: drafts, jobs: 2, coarsestTick: 0)
    let sources = inspection.findings.sources(from: inspection.site.source)
    return (isRepeated, DiagnosticTextPrinter(sources: sources).print(inspection.findings))
  }

  @Test func aCheckOfTheSameSiteRepeatsWhatWasFound() async throws {
    let site = try site()
    let first = try await repeats(site)
    let second = try await repeats(site)
    #expect(!first.0 && second.0)
    #expect(second.1 == first.1)
    // Later on the same day nothing is different, and on another day something may be.
    #expect(try await repeats(site, at: "2022-01-10T23:59").0)
    #expect(try await !repeats(site, at: "2022-01-11").0)
    #expect(try await !repeats(site, at: "2022-01-09").0)
  }

  @Test(arguments: [
    ("content/blog/2021-10-03-post.md", "---\ntitle: Post 3\nauthors: [ecda]\n---\n\nThe ABCD.\n"),
    ("content/pages/new.md", "---\ntitle: New\n---\n\nThe ABCD.\n"),
    ("content/glossary.yaml", "[]\n"), ("templates/page.html", "{{ page.titel }}\n"),
  ])
  func anyChangeIsChecked(path: String, text: String) async throws {
    let site = try site()
    let before = try await repeats(site).1
    try site.write(path, text)
    let after = try await repeats(site)
    #expect(!after.0)
    #expect(after.1 != before)
  }

  @Test func aRemovedFileIsMissed() async throws {
    let site = try site()
    let before = try await repeats(site).1
    try FileManager.default.removeItem(
      at: site.url.appending(path: "content/sprints/2021-12/updates/istv.md"))
    let after = try await repeats(site)
    #expect(!after.0)
    #expect(after.1 != before)
  }

  @Test func whatAppearsByItselfIsChecked() async throws {
    let site = try site()
    try site.write(
      "content/blog/2021-10-09-late.md",
      "---\ntitle: Late\nauthors: [ecda]\npublish: 2022-01-10T12:00\n---\n\nThe ABCD.\n")
    let before = try await repeats(site)
    #expect(!before.1.contains("ABCD"))
    #expect(try await repeats(site, at: "2022-01-10T11:59").0)
    let after = try await repeats(site, at: "2022-01-10T12:00")
    #expect(!after.0)
    #expect(after.1.contains("ABCD"))
  }

  @Test func draftsAreAnotherCheck() async throws {
    let site = try site()
    _ = try await repeats(site)
    #expect(try await !repeats(site, drafts: true).0)
  }
}
