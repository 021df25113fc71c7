import Files
import Foundation
import Testing

@Suite struct PublicationTests {
  let temporary: TemporaryFolder
  let output: Folder

  init() throws {
    temporary = try TemporaryFolder()
    output = Folder(temporary.path + "/output")
  }

  @discardableResult
  private func publish(
    _ files: [String: String], removing stale: [String] = [],
    probe: @escaping Publication.Probe = { _ throws(FileError) in }
  ) throws -> PublicationResult {
    let publication = try Publication(in: output, probe: probe)
    for (name, text) in files { try publication.stage(Array(text.utf8), at: SitePath(name)) }
    return try publication.commit(removing: stale.map { try SitePath($0) })
  }

  private func paths(_ names: String...) throws -> [SitePath] { try names.map { try SitePath($0) } }

  @Test func firstPublicationAddsEverything() throws {
    let result = try publish(["index.html": "home", "a/b/index.html": "b", "a/index.html": "a"])
    #expect(
      try result
        == PublicationResult(
          added: paths("a/b/index.html", "a/index.html", "index.html"), changed: [],
          unchanged: [], removed: []))
    #expect(
      try temporary.contents(of: "output") == [
        "index.html": "home", "a": "/", "a/b": "/", "a/b/index.html": "b", "a/index.html": "a",
      ])
  }

  @Test func secondPublicationWritesOnlyWhatDiffers() throws {
    try publish(["index.html": "home", "same.html": "same", "size.html": "1"])
    let stamp = try FileReader.stamp(of: SitePath("same.html"), in: output)
    let result = try publish(["index.html": "HOME", "same.html": "same", "size.html": "22"])
    #expect(
      try result
        == PublicationResult(
          added: [], changed: paths("index.html", "size.html"), unchanged: paths("same.html"),
          removed: []))
    #expect(try FileReader.stamp(of: SitePath("same.html"), in: output) == stamp)
    #expect(
      try temporary.contents(of: "output") == [
        "index.html": "HOME", "same.html": "same", "size.html": "22",
      ])
  }

  @Test func removesOnlyWhatIsSaidToBeStale() throws {
    try publish(["a/b/c.html": "c", "a/d.html": "d"])
    try temporary.write("mine", to: "output/mine.txt")
    let result = try publish(
      ["a/d.html": "d"], removing: ["a/b/c.html", "a/d.html", "never-there.html", "x/y.html"])
    #expect(
      try result
        == PublicationResult(
          added: [], changed: [], unchanged: paths("a/d.html"), removed: paths("a/b/c.html")))
    #expect(
      try temporary.contents(of: "output") == ["a": "/", "a/d.html": "d", "mine.txt": "mine"])
  }

  @Test func fileBecomesFolderAndFolderBecomesFile() throws {
    try publish(["a": "file", "b/c/d": "deep", "b/e": "e"])
    let result = try publish(
      ["a/index.html": "index", "b": "file"], removing: ["a", "b/c/d", "b/e"])
    #expect(
      try result
        == PublicationResult(
          added: paths("a/index.html", "b"), changed: [], unchanged: [],
          removed: paths("a", "b/c/d", "b/e")))
    #expect(
      try temporary.contents(of: "output") == ["a": "/", "a/index.html": "index", "b": "file"])
  }

  @Test func nothingIsPublishedBeforeCommit() throws {
    try publish(["index.html": "old"])
    let publication = try Publication(in: output)
    #expect(try publication.stage(Array("new".utf8), at: SitePath("index.html")).change == .changed)
    #expect(try publication.stage(Array("a".utf8), at: SitePath("a/b.html")).change == .added)
    publication.abandon()
    #expect(try temporary.contents(of: "output") == ["index.html": "old"])
  }

  @Test func abandonedFirstPublicationLeavesNoFolder() throws {
    let publication = try Publication(in: output)
    try publication.stage(Array("new".utf8), at: SitePath("index.html"))
    publication.abandon()
    #expect(try temporary.contents() == [:])
  }

  @Test func onePathTakesOneOutput() throws {
    let publication = try Publication(in: output)
    let path = try SitePath("a/b.html")
    try publication.stage([], at: path)
    let error = #expect(throws: FileError.self) { try publication.stage([], at: path) }
    #expect(
      message(error, in: temporary) == "cannot write output/a/b.html: two outputs have this path")
  }

  @Test(arguments: [".gazette-staging/lock", ".Gazette-Staging"])
  func namesOfPublishingItselfAreRefused(name: String) throws {
    let publication = try Publication(in: output)
    let path = try SitePath(name)
    let error = #expect(throws: FileError.self) { try publication.stage([], at: path) }
    #expect(
      message(error, in: temporary)
        == "cannot write output/\(name): the name is kept for publishing itself")
  }

  @Test func secondPublicationAtOnceIsRefused() throws {
    let first = try Publication(in: output)
    let error = #expect(throws: FileError.self) { try Publication(in: output) }
    #expect(
      message(error, in: temporary)
        == "cannot lock output: process \(ProcessInfo.processInfo.processIdentifier) is writing "
        + "to this folder")
    #expect(error?.hint == "wait until it has finished, or choose another output folder")
    first.abandon()
    try publish(["a": "a"])
    #expect(try temporary.contents(of: "output") == ["a": "a"])
  }

  @Test func outputFolderMayItselfBeALink() throws {
    try temporary.createFolder("elsewhere")
    try temporary.link("output", to: "elsewhere")
    try publish(["index.html": "home"])
    #expect(
      try temporary.contents() == [
        "elsewhere": "/", "elsewhere/index.html": "home", "output": "-> elsewhere",
      ])
  }

  @Test func manyThreadsStageAtOnce() async throws {
    let publication = try Publication(in: output)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          try publication.stage(
            Array("page \(number)".utf8), at: SitePath("deep/\(number % 7)/\(number).html"))
        }
      }
      try await group.waitForAll()
    }
    let result = try publication.commit()
    #expect(result.added == result.added.sorted())
    #expect(result.added.count == 200)
    let contents = try temporary.contents(of: "output")
    #expect(contents.values.count { $0.hasPrefix("page") } == 200)
    #expect(contents["deep/3/157.html"] == "page 157")
  }

  @Test func emptyPublicationIsFine() throws {
    #expect(
      try publish([:])
        == PublicationResult(added: [], changed: [], unchanged: [], removed: []))
  }
}
