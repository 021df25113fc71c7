import Files
import Foundation
import FuzzSupport
import SiteBuild
import Testing

/// After any row of edits, what a build that knows the last one makes is what a build that knows
/// nothing makes; and the build after it has nothing to do.
@Suite struct RandomEditTests {
  @Test func fuzzedEditsGiveWhatACleanBuildGives() async throws {
    for seed in FuzzSeeds(usual: 1) {
      var editor = try RandomEditor(seed: seed)
      _ = try await editor.edited.rendered()
      for step in 0..<12 {
        let comment = try editor.edit()
        let report = try await editor.edited.site.build(at: editor.time)
        guard report.result != nil else {
          // A mistake that stops the build: the site stays as it was, and the edit is taken back.
          try editor.undo()
          continue
        }
        let place = "seed \(seed), step \(step): \(comment)"
        try await editor.edited.expectSameAsClean(place, at: editor.time)
        let again = try await editor.edited.site.build(at: editor.time)
        #expect(again.rendered == [], "\(place)")
        #expect(again.result?.added == [] && again.result?.changed == [], "\(place)")
        #expect(again.result?.removed == [], "\(place)")
      }
    }
  }
}

/// Edits a site at random, in ways that people do.
struct RandomEditor {
  let edited: EditedSite
  private(set) var time = "2021-10-20"
  private var generator: SeededGenerator
  private var posts: [String: String] = [:]
  private var number = 0
  private var before: [(path: String, text: String?)] = []

  init(seed: UInt64) throws {
    edited = try EditedSite(posts: 22)
    generator = SeededGenerator(seed: seed)
    for number in 0..<22 { posts[EditedSite.path(number)] = EditedSite.post(number) }
    number = 100
  }

  private static let extras = [
    "\n\nMore, with DEC and ISTV.\n", "\n::metrics\n", "\n[Up](#a-heading)\n", "\n",
  ]

  private var folder: URL { edited.site.folder }

  /// Makes one edit and says which.
  mutating func edit() throws -> String {
    before = []
    self.number += 1
    let number = self.number
    let (post, other) = (aPost(), aPost())
    let extra = Self.extras.randomElement(using: &generator) ?? ""
    switch Int.random(in: 0..<19, using: &generator) {
    case 0:
      return try change(post, "the text") { $0 + extra }
    case 1: return try change(post, "the title") { $0.replacing("Post", with: "Note") }
    case 2:
      return try change(post, "the date") { $0.replacing("date: 2020", with: "date: 2021") }
    case 3:
      return try change(post, "the tags") { $0.replacing("[all,", with: "[some, \(number),") }
    case 4:
      let path = "content/blog/2020-06-01-new-\(number).md"
      let target = (other as NSString).lastPathComponent
      return try change(path, "a new post") { _ in
        EditedSite.post(3, title: "New \(number)") + "\n[See](\(target))\n"
      }
    case 5:
      let (path, new) = (post, "content/blog/2020-03-03-moved-\(number).md")
      let text = read(path)
      _ = try change(path, "gone") { _ in nil }
      return try change(new, "moved from \(path)") { _ in text }
    case 6: return try change(post, "gone") { _ in nil }
    case 7:
      return try change(post, "a draft") { $0.replacing("title:", with: "draft: true\ntitle:") }
    case 8:
      return try change(post, "an embargo") {
        $0.replacing("title:", with: "publish: 2021-11-\(number % 9 + 10)\ntitle:")
      }
    case 9:
      time = "2021-11-\(Int.random(in: 10...28, using: &generator))"
      return "the day is \(time)"
    case 10:
      let names = ["post", "layouts/base", "blog", "edition", "partials/posts"]
      let name = "templates/\(names.randomElement(using: &generator) ?? "post").html"
      return try change(name, "a template") { $0.replacing("</h1>", with: "!</h1>") + "\n{# x #}" }
    case 11:
      return try change("templates/components/metrics.html", "a component") {
        $0.replacing("<table", with: "<table data-n=\"\(number)\"")
      }
    case 12:
      return try change("content/glossary.yaml", "an expansion") {
        $0.replacing("full: Essex County Council", with: "full: The Council \(number)")
      }
    case 13:
      return try change("content/glossary.yaml", "a term gone") {
        $0.replacing(
          "    - abbreviation: EPUT\n      full: Essex Partnership University Trust\n", with: "")
      }
    case 14:
      return try change("content/site.yaml", "the settings") {
        $0.replacing("tagline: Data", with: "tagline: More data")
      }
    case 15:
      return try change("content/metrics/observations.csv", "a figure") {
        $0.replacing(",656,", with: ",\(number),")
      }
    case 16:
      return try change("content/images/figure.svg", "an image") { $0 + "<!-- \(number) -->" }
    case 17:
      return try change("content/projects/istv.md", "a project") {
        $0.replacing("title: ", with: "title: \(number) ")
      }
    default:
      return try change("content/sprints/2021-09/updates/istv.md", "an update") {
        $0 + "\nAnd more of \(number) from ECC.\n"
      }
    }
  }

  /// Edits nothing but the text of a post and says which.
  mutating func editText() throws -> String {
    before = []
    number += 1
    let extra = "\n\nWords \(number), with ECC and [a link](../pages/about.md).\n"
    return try change(aPost(), "the text") { $0 + extra }
  }

  /// The files of the last edit.
  var editedPaths: Set<String> { Set(before.map(\.path)) }

  /// Takes the last edit back.
  mutating func undo() throws {
    for (path, text) in before.reversed() { try write(path, text) }
  }

  private mutating func aPost() -> String {
    posts.keys.sorted().randomElement(using: &generator) ?? EditedSite.path(0)
  }

  private func read(_ path: String) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Replaces a file's text by what the function makes of it; `nil` removes the file.
  private mutating func change(
    _ path: String, _ what: String, _ edit: (String) throws -> String?
  ) throws -> String {
    let old = read(path)
    let new = try edit(old ?? "")
    before.append((path, old))
    try write(path, new)
    return "\(what) in \(path)"
  }

  private mutating func write(_ path: String, _ text: String?) throws {
    if let text { try edited.site.write(path, text) } else { try? edited.site.remove(path) }
    if path.hasPrefix("content/blog/") { posts[path] = text }
  }
}

/// The same random numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
