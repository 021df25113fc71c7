import Diagnostics
import Files
import Foundation
import SiteBuild
import Testing

/// What is remembered of a build saves work and never decides what is published.
@Suite struct BuildRecordTests {
  @Test func aDamagedRecordMeansAFullBuildAndARemark() async throws {
    let edited = try EditedSite(posts: 3)
    let first = try await edited.site.build()
    let record = try edited.recordPath("build")
    var bytes = try Data(contentsOf: record)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: record)
    let report = try await edited.site.build()
    #expect(report.rendered.count == first.outputCount)
    #expect(report.result?.changed == [] && report.result?.added == [])
    #expect(
      report.text() == """
        info: the record of the last build, '.gazette/\(record.lastPathComponent)', cannot be read, so everything is built again; pages that were removed meanwhile stay in the output until it is emptied [B06]

        """)
    #expect(try await edited.rendered() == [])
  }

  @Test func aLostOrForeignRecordIsAsGoodAsNone() async throws {
    let edited = try EditedSite(posts: 3)
    let first = try await edited.site.build()
    try FileManager.default.removeItem(at: edited.site.folder.appending(path: ".gazette"))
    #expect(try await edited.site.build().rendered.count == first.outputCount)
    // Another site's record, in the place of this one's.
    let other = try SampleSite(["content/pages/a.md": "# A\n\nText.\n"])
    _ = try await other.build()
    let foreign = try #require(
      FileManager.default.contentsOfDirectory(atPath: other.folder.appending(path: ".gazette").path)
        .first { $0.hasPrefix("build-") })
    let record = try edited.recordPath("build")
    try FileManager.default.removeItem(at: record)
    try FileManager.default.copyItem(
      at: other.folder.appending(path: ".gazette/\(foreign)"), to: record)
    let report = try await edited.site.build()
    #expect(report.result?.added == [] && report.result?.changed == [])
    try await edited.expectSameAsClean("a foreign record")
  }

  @Test func pagesThatNothingRemembersAreToldOf() async throws {
    let edited = try EditedSite(posts: 6)
    let output = edited.site.folder.appending(path: "output")
    try edited.site.write("output/CNAME", "notes.example.org\n")
    // Nothing of the site was there before, so no build can have been.
    #expect(try await edited.site.build().diagnostics == [])
    try edited.site.remove(".gazette")
    try edited.site.remove(EditedSite.path(1))
    let report = try await edited.site.build()
    #expect(
      report.diagnostics.map(\.message) == [
        """
        2 files in '\(output.path)', such as 'CNAME', are not part of the site, and nothing \
        is known of who wrote them; if an earlier build did, readers can still see them: remove them, \
        or empty the folder and build again
        """
      ])
    #expect(try await edited.site.build().diagnostics == [])
    try edited.site.remove(".gazette")
    try edited.site.remove("output/CNAME")
    #expect(
      try await edited.site.build().diagnostics.map(\.message) == [
        """
        '\(EditedSite.address(1).dropFirst())index.html' in '\(output.path)' is not part of \
        the site, and nothing is known of who wrote it; if an earlier build did, readers can still \
        see it: remove it, or empty the folder and build again
        """
      ])
  }

  @Test func damagedFindingsAreFoundAgain() async throws {
    let edited = try EditedSite(posts: 6)
    _ = try await edited.rendered()
    let path = try edited.recordPath("sources")
    var bytes = try Data(contentsOf: path)
    bytes[bytes.count - 3] ^= 1
    try bytes.write(to: path)
    #expect(try await edited.rendered() == [])
    try await edited.expectSameAsClean("damaged findings")
  }

  @Test func aLostOrDamagedMemoryOfTheSiteMeansThatAllOfItIsLookedAt() async throws {
    let edited = try EditedSite(posts: 6)
    _ = try await edited.rendered()
    let path = try edited.recordPath("site")
    let whole = try Data(contentsOf: path)
    func build(_ text: String, after bytes: Data?) async throws -> BuildReport {
      try FileManager.default.removeItem(at: path)
      try bytes?.write(to: path)
      try edited.site.write(EditedSite.path(3), EditedSite.post(3) + text)
      return try await edited.site.build(at: "2021-10-20")
    }
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    for (number, bytes) in [nil, damaged, whole.prefix(whole.count - 1), Data()].enumerated() {
      let report = try await build("Text \(number).", after: bytes)
      #expect(report.extent == .site)
      #expect(report.rendered.first?.address == EditedSite.address(3))
    }
    let report = try await build("More text.", after: try Data(contentsOf: path))
    #expect(report.extent == .texts)
    try await edited.expectSameAsClean("memories that were lost")
  }

  @Test func aMemoryOfAnotherBuildIsNotUsed() async throws {
    let edited = try EditedSite(posts: 6)
    _ = try await edited.rendered()
    let path = try edited.recordPath("site")
    let old = try Data(contentsOf: path)
    try edited.site.replace("title: Post", with: "title: Note", in: EditedSite.path(2))
    _ = try await edited.rendered()
    try old.write(to: path)
    try edited.site.write(EditedSite.path(3), EditedSite.post(3) + "More.")
    #expect(try await edited.site.build(at: "2021-10-20").extent == .site)
    try await edited.expectSameAsClean("a memory that was put back")
  }

  @Test func warningsAreToldInEveryBuild() async throws {
    let site = try SampleSite(["content/pages/a.md": "# A\n\n<script>x</script>\n"])
    let first = try await site.build { $0.coarsestTick = 0 }
    #expect(first.diagnostics.map(\.rule) == ["A05"])
    let second = try await site.build { $0.coarsestTick = 0 }
    #expect(second.readCount == 0 && second.text() == first.text())
    #expect(try await site.build().text() == first.text())
  }

  @Test func otherOptionsAreAnotherSite() async throws {
    let edited = try EditedSite(posts: 3)
    _ = try await edited.rendered()
    let moved = try await edited.site.build { $0.baseURL = "https://example.org/notes/" }
    #expect(moved.rendered.allSatisfy { $0.reason == "everything was to be built" })
    #expect(try edited.site.text("about/index.html").contains("https://example.org/notes/about/"))
    _ = try await edited.rendered()
    try await edited.expectSameAsClean("the address and back")
  }

  @Test func timeAloneChangesWhatIsDue() async throws {
    let edited = try EditedSite(posts: 3)
    try edited.site.replace(
      "title:", with: "publish: 2021-11-05\ntitle:", in: EditedSite.path(1))
    _ = try await edited.site.build(at: "2021-10-20") { $0.coarsestTick = 0 }
    let before = try await edited.site.build(at: "2021-11-04") { $0.coarsestTick = 0 }
    #expect(before.rendered == [])
    let after = try await edited.site.build(at: "2021-11-05") { $0.coarsestTick = 0 }
    #expect(after.rendered.map(\.address).contains(EditedSite.address(1)))
    // A clock that jumps back: the post goes again.
    _ = try await edited.site.build(at: "2021-10-21") { $0.coarsestTick = 0 }
    try await edited.expectSameAsClean("the clock went back", at: "2021-10-21")
  }

  @Test func whatIsKeptIsTheSameAsWhatIsRendered() async throws {
    let edited = try EditedSite(posts: 25)
    _ = try await edited.rendered()
    try edited.site.replace("Text of post", with: "A text of post", in: EditedSite.path(2))
    let report = try await edited.site.build { $0.verifies = true }
    #expect(report.text() == "")
    // The other outputs were rendered to be compared, and are not counted.
    #expect(report.rendered.map(\.address).contains(EditedSite.address(2)))
    #expect(report.rendered.count < 10)
  }

  @Test func explanationsNameTheSourceTheWayAndTheReason() async throws {
    let edited = try EditedSite(posts: 30)
    _ = try await edited.rendered()
    try edited.site.replace("title: Post", with: "title: A post", in: EditedSite.path(4))
    let report = try await edited.site.build { $0.explains = true }
    let neighbour = try #require(report.rendered.first { $0.address == EditedSite.address(5) })
    #expect(neighbour.reason == "post.older changed")
    #expect(neighbour.sources == [EditedSite.path(4)])

    let options = SiteBuilder.Options(
      source: Folder(edited.site.folder.path),
      output: Folder(edited.site.folder.appending(path: "output").path),
      instant: .time("2021-10-20"))
    guard
      case .explanation(let explanation) = try await OutputExplainer(options)
        .explain(EditedSite.address(5))
    else { return #expect(Bool(false), "the output is known") }
    #expect(explanation.lastReason == "post.older changed")
    #expect(explanation.state == "is as it would be rendered now")
    #expect(explanation.reads.contains("post.older.title"))
    #expect(explanation.sources.contains(EditedSite.path(4)))
    guard case .unknown(let hint) = try await OutputExplainer(options).explain("/blgo/") else {
      return #expect(Bool(false), "there is no such output")
    }
    #expect(hint == " (did you mean '/blog/'?)")
  }

  @Test func shardsTogetherAreTheWhole() async throws {
    let edited = try EditedSite(posts: 25)
    var counts: [Int] = []
    for text in ["1/3", "2/3", "3/3"] {
      let shard = try #require(Shard(text))
      let report = try await edited.site.build(output: "shards") { $0.shard = shard }
      counts.append(report.rendered.count)
    }
    _ = try await edited.site.build(output: "output")
    #expect(try edited.site.published("shards") == edited.site.published("output"))
    #expect(counts.allSatisfy { $0 > 10 })
    for text in ["0/3", "4/3", "1/0", "1", "a/b", "1/2/3", "-1/3"] { #expect(Shard(text) == nil) }
  }

  @Test(arguments: [1, 2, 5])
  func anyNumberOfThreadsMakesTheSame(jobs: Int) async throws {
    let edited = try EditedSite(posts: 25)
    _ = try await edited.site.build(jobs: jobs)
    try edited.site.replace("title: Post", with: "title: A post", in: EditedSite.path(4))
    _ = try await edited.site.build(jobs: jobs)
    try await edited.expectSameAsClean("\(jobs) threads")
  }
}

extension EditedSite {
  /// The one file of a kind that is remembered.
  func recordPath(_ kind: String) throws -> URL {
    let folder = site.folder.appending(path: ".gazette")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(kind) })
    return folder.appending(path: name)
  }
}
