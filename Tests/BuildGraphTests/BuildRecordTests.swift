import BuildGraph
import Fingerprints
import Testing

/// A record tells which tasks must run again and why; a damaged one tells nothing.
@Suite struct BuildRecordTests {
  private static let product = KnownFile(
    path: "a/index.html",
    look: .init(size: 3, inode: 7, modified: .init(seconds: -5, nanoseconds: 999_999_999)),
    content: .init(high: 1, low: 2))

  private static func task(_ name: String, _ inputs: KeyValuePairs<String, String>) -> BuildTask {
    BuildTask(
      name: name, keys: inputs.map(\.key), fingerprints: inputs.map { Fingerprint(of: $0.value) })
  }

  private static let record = BuildRecord(
    context: Fingerprint(of: "options"),
    sources: [
      KnownFile(
        path: "site.yaml",
        look: .init(
          size: 0, inode: .max, modified: .init(seconds: 1, nanoseconds: 0),
          changed: .init(seconds: 2, nanoseconds: 3)), content: .init(high: 0, low: .max))
    ],
    tasks: [
      TaskRecord(
        task("/a/", ["post.title": "A", "text": "t"]), products: [product], reason: "new"),
      TaskRecord(task("/b/", ["post.title": "B", "text": "u"]), products: [], reason: "edited"),
      TaskRecord(task("/feed.atom", ["entries": "e"]), products: [product], reason: ""),
    ], note: [1, 2, 3])

  @Test func equalInputsNeedNoRun() throws {
    let known = try #require(Self.record.task(named: "/a/"))
    #expect(known.reasonToRun(Self.task("/a/", ["post.title": "A", "text": "t"])) == nil)
  }

  @Test func whatDiffersIsNamed() throws {
    let known = try #require(Self.record.task(named: "/a/"))
    #expect(
      known.reasonToRun(Self.task("/a/", ["post.title": "Z", "text": "t"]))
        == .changed(["post.title"]))
    #expect(
      known.reasonToRun(Self.task("/a/", ["post.date": "d", "text": "t"]))
        == .changed(["post.date", "post.title"]))
    #expect(Self.record.task(named: "/c/") == nil)
  }

  @Test func comesBackTheSame() throws {
    let bytes = Self.record.packed()
    let read = try #require(BuildRecord(unpacking: bytes))
    #expect(read.packed() == bytes)
    #expect(read.context == Self.record.context)
    #expect(read.sources == Self.record.sources)
    #expect(read.note == [1, 2, 3])
    #expect(read.tasks.map(\.name) == ["/a/", "/b/", "/feed.atom"])
    #expect(read.tasks.map(\.reason) == ["new", "edited", ""])
    #expect(read.task(named: "/a/")?.products == [Self.product])
    #expect(read.task(named: "/b/")?.keys == ["post.title", "text"])
  }

  @Test func anyDamageMakesItUseless() {
    let bytes = Self.record.packed()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(BuildRecord(unpacking: damaged) == nil, "byte \(index)")
    }
    for count in bytes.indices {
      #expect(BuildRecord(unpacking: Array(bytes[..<count])) == nil, "cut to \(count)")
    }
    #expect(BuildRecord(unpacking: bytes + [0]) == nil)
  }
}
