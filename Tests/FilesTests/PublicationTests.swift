import Files
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
}
