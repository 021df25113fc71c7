import Foundation
import Testing

@testable import Files

/// What is told of changes in folders. Waits end with the condition; the limits only keep a broken
/// watcher from waiting for ever.
@Suite struct FolderWatcherTests {
  private let folder: TemporaryFolder
  private let watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("one", to: "content/blog/a.md")
    watcher = try FolderWatcher(of: ["content", "templates"], in: folder.folder)
  }

  private static let patience = 10_000

  /// The changes until a condition holds.
  private func changes(
    until isDone: (FolderChanges) -> Bool, _ location: SourceLocation = #_sourceLocation
  ) throws -> FolderChanges {
    var changes = FolderChanges.none
    while !isDone(changes) {
      let next = try #require(try watcher.next(within: Self.patience), sourceLocation: location)
      try #require(!next.isEmpty, "nothing was told", sourceLocation: location)
      changes.formUnion(next)
    }
    return changes
  }

  private func changes(_ paths: Set<String>) throws -> FolderChanges {
    try changes { $0.paths.isSuperset(of: paths) }
  }

  @Test func aWrittenFileIsTold() throws {
    try folder.write("two", to: "content/blog/a.md")
    // Foundation writes beside the file or into it; both are told, and nothing of other folders.
    let changes = try changes(["content/blog/a.md"])
    #expect(!changes.isEverything)
    #expect(changes.paths.allSatisfy { $0.hasPrefix("content/blog/") })
  }

  @Test func newAndRemovedFilesAreTold() throws {
    try folder.write("new", to: "content/blog/b.md")
    _ = try changes(["content/blog/b.md"])
    try folder.remove("content/blog/a.md")
    _ = try changes(["content/blog/a.md"])
  }

  @Test func aFileThatIsRenamedOverAnotherIsTold() throws {
    try folder.write("two", to: "content/blog/a.md.new")
    _ = try changes(["content/blog/a.md.new"])
    let (from, to) = (folder.path + "/content/blog/a.md.new", folder.path + "/content/blog/a.md")
    #expect(rename(from, to) == 0)
    _ = try changes(["content/blog/a.md", "content/blog/a.md.new"])
  }

  @Test func newFoldersAreWatched() throws {
    try folder.write("x", to: "content/pages/deep/one.md")
    _ = try changes { $0.isEverything }
    try folder.write("y", to: "content/pages/deep/one.md")
    _ = try changes(["content/pages/deep/one.md"])
  }

  @Test func movedFoldersAreWatchedByTheirNewName() throws {
    #expect(rename(folder.path + "/content/blog", folder.path + "/content/news") == 0)
    _ = try changes { $0.isEverything }
    try folder.write("y", to: "content/news/a.md")
    let changes = try changes(["content/news/a.md"])
    #expect(!changes.paths.contains("content/blog/a.md"))
  }

  @Test func aFolderThatWasAbsentIsWatchedOnceItComes() throws {
    try folder.write("x", to: "templates/post.html")
    _ = try changes { $0.isEverything }
    try folder.write("y", to: "templates/post.html")
    _ = try changes(["templates/post.html"])
  }

  @Test func otherFoldersAndBackupsAreNotTold() throws {
    try folder.write("x", to: "output/index.html")
    try folder.write("x", to: "content/blog/a.md~")
    try folder.write("x", to: "content/blog/.a.md.swp")
    try folder.write("two", to: "content/blog/c.md")
    let changes = try changes(["content/blog/c.md"])
    #expect(!changes.isEverything)
    #expect(changes.paths.allSatisfy { !$0.hasSuffix("~") && !$0.hasSuffix(".swp") })
  }

  @Test func nothingComesOfNothing() throws {
    #expect(try watcher.next(within: 0) == FolderChanges.none)
  }

  @Test func aStoppedWatcherTellsNothingMore() throws {
    watcher.stop()
    #expect(try watcher.next() == nil)
    #expect(try watcher.next() == nil)
  }

  @Test func changesAreFoundByComparingToo() throws {
    var comparison = FolderComparison(of: ["content", "templates"], in: folder.folder)
    let waker = try WatchWaker()
    try folder.write("longer", to: "content/blog/a.md")
    try folder.write("new", to: "templates/post.html")
    #expect(
      try comparison.next(within: 0, waker)
        == FolderChanges(["content/blog/a.md", "templates/post.html"]))
    try folder.remove("content/blog/a.md")
    #expect(try comparison.next(within: 0, waker) == FolderChanges(["content/blog/a.md"]))
    #expect(try comparison.next(within: 0, waker) == FolderChanges.none)
    waker.wake()
    #expect(try comparison.next(within: 0, waker) == nil)
  }
}

/// When changes are told, by a clock of the test's own.
@Suite struct ChangeGatheringTests {
  @Test func changesWaitForAQuietMoment() {
    var gathering = ChangeGathering()
    #expect(gathering.due == nil)
    gathering.add(.none, at: 5)
    #expect(gathering.due == nil)
    gathering.add(FolderChanges(["a"]), at: 10)
    #expect(gathering.due == 10 + ChangeGathering.quiet)
    gathering.add(FolderChanges(["b"]), at: 15)
    #expect(gathering.due == 15 + ChangeGathering.quiet)
    #expect(gathering.changes == FolderChanges(["a", "b"]))
  }

  @Test func changesThatNeverEndAreToldAllTheSame() {
    var gathering = ChangeGathering()
    for time in 0..<200 { gathering.add(.everything, at: time) }
    #expect(gathering.due == ChangeGathering.patience)
  }
}

/// What strangers may read of a folder.
@Suite struct ConfinedFolderTests {
  private let outside: TemporaryFolder
  private let folder: TemporaryFolder
  private let confined: ConfinedFolder

  init() throws {
    outside = try TemporaryFolder()
    folder = try TemporaryFolder()
    confined = ConfinedFolder(folder.folder)
    try outside.write("secret", to: "secret.txt")
    try folder.write("page", to: "a/index.html")
  }

  private func text(_ path: String) throws -> String? {
    try confined.read(SitePath(path)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func filesAreRead() throws {
    #expect(try text("a/index.html") == "page")
    #expect(try text("a/other.html") == nil)
    #expect(try confined.entry(at: SitePath("a")) == .folder)
    #expect(try confined.entry(at: SitePath("a/index.html/x")) == nil)
  }

  @Test func linksLeadNowhere() throws {
    try folder.link("file.txt", to: outside.path + "/secret.txt")
    try folder.link("folder", to: outside.path)
    try folder.link("inside", to: "a")
    for path in ["file.txt", "folder/secret.txt", "inside/index.html"] {
      #expect(try text(path) == nil)
      #expect(try confined.entry(at: SitePath(path)) == nil)
    }
    #expect(try confined.entry(at: SitePath("folder")) == nil)
  }
}
