import Files
import Testing

/// What no earlier build wrote is never overwritten, removed or followed.
@Suite struct PublicationObstacleTests {
  let temporary: TemporaryFolder
  let output: Folder

  init() throws {
    temporary = try TemporaryFolder()
    output = Folder(temporary.path + "/output")
    try temporary.write("secret", to: "outside/file.html")
  }

  /// Publishes into a folder that must stay as it is, and returns the message.
  private func refusal(
    of files: [String], removing stale: [String] = []
  ) throws -> (message: String?, hint: String?) {
    let before = try temporary.contents()
    let error = #expect(throws: FileError.self) {
      let publication = try Publication(in: output)
      for name in files { try publication.stage(Array("new".utf8), at: SitePath(name)) }
      try publication.commit(removing: stale.map { try SitePath($0) })
    }
    #expect(try temporary.contents() == before)
    return (message(error, in: temporary), error?.hint)
  }

  @Test func linkInPlaceOfAFileIsRefused() throws {
    try temporary.createFolder("output")
    try temporary.link("output/file.html", to: "../outside/file.html")
    #expect(
      try refusal(of: ["a.html", "file.html"]) == (
        "cannot write output/file.html: a symbolic link is never followed or replaced here",
        "remove the link, or choose another folder"
      ))
  }

  @Test func linkInPlaceOfAFolderIsRefused() throws {
    try temporary.createFolder("output")
    try temporary.link("output/a", to: "../outside")
    #expect(
      try refusal(of: ["a/b/file.html"]).message
        == "cannot write output/a/b/file.html: a symbolic link is never followed or replaced here")
  }

  @Test func linkInPlaceOfTheStagingFolderIsRefused() throws {
    try temporary.createFolder("output")
    try temporary.link("output/.gazette-staging", to: "../outside")
    #expect(
      try refusal(of: ["a.html"]).message
        == "cannot lock output/.gazette-staging: a symbolic link is never followed or replaced here"
    )
  }

  @Test func staleFileBehindALinkIsLeftAlone() throws {
    try temporary.createFolder("output")
    try temporary.link("output/a", to: "../outside")
    try temporary.link("output/b.html", to: "../outside/file.html")
    let publication = try Publication(in: output)
    let stale = [try SitePath("a/file.html"), try SitePath("b.html")]
    let result = try publication.commit(removing: stale)
    #expect(
      result
        == PublicationResult(
          added: [], changed: [], unchanged: [], removed: [], leftAlone: stale))
    #expect(try temporary.contents(of: "outside") == ["file.html": "secret"])
  }

  @Test func fileOfSomeoneElseWhereAFolderMustBeIsRefused() throws {
    try temporary.write("mine", to: "output/a")
    #expect(
      try refusal(of: ["b.html", "a/b/c.html"]) == (
        "cannot create the folder output/a: a file is where a folder must be",
        "no earlier build wrote it, so it is left alone; move it away"
      ))
  }

  @Test func folderWithSomeoneElsesFileWhereAFileMustBeIsRefused() throws {
    try temporary.write("old", to: "output/a/old.html")
    try temporary.write("mine", to: "output/a/b/mine.txt")
    #expect(
      try refusal(of: ["a"], removing: ["a/old.html"]).message
        == "cannot write output/a: a folder is where a file must be")
  }

  @Test func outputThatIsAFileIsRefused() throws {
    try temporary.write("mine", to: "output")
    #expect(
      try refusal(of: ["a"]).message == "cannot open output: a file is where a folder must be")
  }

  @Test func emptyFolderOfSomeoneElseStays() throws {
    try temporary.createFolder("output/a/empty")
    try temporary.write("old", to: "output/a/old.html")
    let publication = try Publication(in: output)
    try publication.commit(removing: [SitePath("a/old.html")])
    #expect(try temporary.contents(of: "output") == ["a": "/", "a/empty": "/"])
  }
}
