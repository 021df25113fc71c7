import Files
import Testing

@Suite struct SitePathTests {
  @Test(arguments: [
    ("", "a path is not empty"),
    ("/etc/passwd", "a path starts with a name, not with '/'"),
    ("a//b", "a path has a name between any two '/' and after the last"),
    ("a/", "a path has a name between any two '/' and after the last"),
    ("..", "a path has no '.' or '..' segment"),
    ("a/../../b", "a path has no '.' or '..' segment"),
    ("./a", "a path has no '.' or '..' segment"),
    ("a\u{0}b", "a path has no control characters"),
    ("a\nb", "a path has no control characters"),
    ("a\\..\\b", "folders are separated by '/', not by a backslash"),
    (String(repeating: "n", count: 256), "a name has at most 255 bytes, this one has 256"),
    (String(repeating: "é/", count: 301) + "a", "a path has at most 900 bytes, this one has 904"),
  ])
  func whatCouldLeadElsewhereIsNoPath(text: String, problem: String) {
    let error = #expect(throws: SitePathProblem.self) { try SitePath(text) }
    #expect(error?.description == problem)
  }

  @Test(arguments: ["a", "index.html", ".well-known/security.txt", "a/...", "..a/b..", "日本/é 🎉"])
  func ordinaryNamesArePaths(text: String) throws {
    #expect(try SitePath(text).text == text)
  }

  @Test func pathsAreComparedByTheirBytes() throws {
    let composed = try SitePath("caf\u{E9}")
    let decomposed = try SitePath("cafe\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    let names = ["a/b", "B", "a", "a-b", "é", "z", "a/b/c", "ab"]
    #expect(
      try names.map { try SitePath($0) }.sorted().map(\.text)
        == ["B", "a", "a-b", "a/b", "a/b/c", "ab", "z", "é"])
  }

  @Test func partsOfAPath() throws {
    let path = try SitePath("a/bé/c.html")
    #expect(path.folders.map(\.text) == ["a", "a/bé"])
    #expect(path.parent?.text == "a/bé")
    #expect(path.parent?.parent?.parent == nil)
    #expect(path.name == "c.html")
    #expect(try path.isInside(SitePath("a")))
    #expect(!path.isInside(path))
    #expect(try !SitePath("ab/c").isInside(SitePath("a")))
  }

  @Test func foldersJoinPathsWithOneSlash() throws {
    let path = try SitePath("b/c")
    #expect(Folder("a").location(of: path) == "a/b/c")
    #expect(Folder("/a//").location(of: path) == "/a/b/c")
    #expect(Folder("/").location(of: path) == "/b/c")
    #expect(Folder("").location(of: path) == "b/c")
    #expect(Folder("a").folder(path).path == "a/b/c")
  }
}
