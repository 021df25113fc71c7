import Diagnostics
import Files
import Foundation
import FuzzSupport
import SiteBuild
import Testing

@testable import GazetteCommands

/// Whatever is edited between checks, the next finds what one finds that knows nothing.
@Suite struct CheckEditTests {
  private static func check(_ site: SampleFolder) async throws -> (found: [Diagnostic], parsed: Int)
  {
    let inspection = try await Inspection.run(
      site.folder, at: .time("2022-01-10"), drafts: false, jobs: 2, coarsestTick: 0)
    return (inspection.findings, inspection.site.parsedCount)
  }

  private static func findings(in site: SampleFolder) async throws -> [Diagnostic] {
    let elsewhere = try SampleFolder([:])
    for part in ["content", "templates"] where site.has(part) {
      try FileManager.default.copyItem(
        at: site.url.appending(path: part), to: elsewhere.url.appending(path: part))
    }
    return try await check(elsewhere).found
  }

  /// The repository's content with posts and pages of all sorts.
  private static func site() throws -> SampleFolder {
    let site = try SampleFolder.withLaterEditions()
    for number in 10...29 {
      let body = [
        "Plain words, and [more of them](https://example.org/).\n\n## One\n\n- a\n- b\n",
        "Jen Housego and the XY\(number) met on 21st September: [here](https://example.org/a.pdf).\n",
        "See [that](2021-10-\(number == 10 ? 11 : number - 1)-post.md#one) and [it](#one).\n\n## One\n",
        "Surrey Council and Jane Crowe came.\n\n### Deep\n\n![](x.png)\n",
      ][number % 4]
      try site.write(
        "content/blog/2021-10-\(number)-post.md",
        "---\ntitle: Post \(number)\nauthors: [ecda]\nsummary: Of \(number).\n---\n\n\(body)")
    }
    try site.write("content/pages/new.md", "---\ntitle: New\n---\n\nA page.\n")
    return site
  }

  @Test func checksFindTheSameAfterEveryFuzzedEdit() async throws {
    var textCount = 0
    for seed in FuzzSeeds(usual: 2) {
      let site = try Self.site()
      var editor = RandomEditor(seed: seed)
      _ = try await Self.check(site)
      for step in 0..<6 {
        let edit = try editor.edit(site)
        let found = try await Self.check(site)
        if found.parsed < 10 { textCount += 1 }
        let expected = try await Self.findings(in: site)
        #expect(found.found == expected, "seed \(seed), step \(step): \(edit)")
      }
    }
    #expect(textCount > 1)
  }

  @Test(arguments: [
    ("blog/2021-10-12-post.md", "Plain words", "Plain *words* of the ABCD", true),
    ("blog/2021-10-12-post.md", "## One", "## Two", true),
    ("blog/2021-10-29-post.md", "Jen Housego", "Jane Crowe", true),
    ("pages/new.md", "A page", "A page of HM Revenue Customs", true),
    // Nobody else names her.
    ("blog/2021-10-12-post.md", "Plain words", "Kim Only", false),
    // Another post leads to the heading.
    ("blog/2021-10-13-post.md", "Jen Housego", "Jane Crowe", false),
    ("blog/2021-10-12-post.md", "title: Post 12", "title: Post TEN", true),
    ("blog/2021-10-12-post.md", "summary: Of 12.", "tags: [new]\nsummary: Of 12.", false),
    ("blog/2021-10-12-post.md", "summary: Of 12.", "draft: true\nsummary: Of 12.", false),
    ("blog/2021-10-12-post.md", "authors: [ecda]", "authors: [jane-crowe]", false),
    ("blog/2021-10-12-post.md", "authors: [ecda]", "authors: [nobody]", false),
    ("blog/2021-10-12-post.md", "Plain words", "<script>x</script>", false),
    ("blog/2021-10-12-post.md", "Plain words", "[One](#one)", false),
    ("blog/2021-10-12-post.md", "- a", "::metrics{channel=blog}", false),
    ("projects/istv.md", "Police", "The Police", false),
  ])
  func onlyTheTextsThatChangedAreLookedAt(
    path: String, old: String, new: String, isOnlyText: Bool
  ) async throws {
    let site = try Self.site()
    try site.write(
      "content/people.yaml", site.text("content/people.yaml") + "- id: kim-only\n  name: Kim Only\n"
    )
    _ = try await Self.check(site)
    try site.write("content/\(path)", site.text("content/\(path)").replacing(old, with: new))
    let found = try await Self.check(site)
    #expect((found.parsed < 10) == isOnlyText)
    #expect(try await found.found == Self.findings(in: site))
    // The second time, what has changed is remembered.
    let again = try await Self.check(site)
    #expect(again.parsed == 0)
    #expect(again.found == found.found)
  }
}

extension SampleFolder {
  fileprivate func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  fileprivate var sources: [String] {
    let names = FileManager.default.enumerator(atPath: url.appending(path: "content").path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted()
  }
}

/// Edits a site at random, as authors may: mostly words, now and then anything.
private struct RandomEditor {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let sentences = [
    "More plain words.", "Jane Crowe and Jen Housego came.", "The DPIA of the ICO.", "## Two",
    "See [this](../projects/istv.md#x).", "See [one](2021-10-12-post.md#one).", "<b>bold", "#### x",
    "Linked In wrote on 3rd May.", "020 7946 0000", "::metrics{channel=blog}", "[^1]", "TODO",
    "[here](https://a.org/?utm_source=b)", "- [ ] a", "Essex Police and KPMG", "Dan Youngmann",
  ]

  /// Makes an edit and says which.
  mutating func edit(_ site: SampleFolder) throws -> String {
    let posts = site.sources.filter { $0.hasPrefix("blog/") || $0.hasPrefix("pages/") }
    let path = random.number(below: 6) > 0 ? random.pick(posts) : random.pick(site.sources)
    var lines = try site.text("content/\(path)").components(separatedBy: "\n")
    let line = random.number(below: lines.count)
    let change = random.number(below: 14)
    switch change {
    case 0: lines.remove(at: line)
    case 1: lines.swapAt(line, lines.count - 1)
    case 2:
      try FileManager.default.removeItem(at: site.url.appending(path: "content/\(path)"))
      return "removed \(path)"
    case 3:
      try site.write(
        "content/blog/2021-11-0\(1 + random.number(below: 9))-new.md", lines.joined(separator: "\n")
      )
      return "copied \(path)"
    case 4: lines.insert(random.pick(Self.sentences), at: line)
    default: lines.append(random.pick(Self.sentences) + "\n")
    }
    try site.write("content/\(path)", lines.joined(separator: "\n"))
    return "change \(change) of \(path):\(line + 1)"
  }
}
