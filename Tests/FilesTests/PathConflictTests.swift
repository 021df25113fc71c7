import Files
import Testing

@Suite struct PathConflictTests {
  private func conflicts(_ names: [String]) throws -> [String] {
    try PathConflict.find(in: names.map { try SitePath($0) }).map { conflict in
      "\(conflict.kind): \(conflict.paths.map(\.text).joined(separator: " "))"
    }
  }

  @Test func findsAllKindsInTheOrderOfPaths() throws {
    #expect(
      try conflicts([
        "b", "A/x", "a/y", "b", "c", "c/d/e", "straße", "STRASSE", "cafe\u{301}", "caf\u{E9}", "b",
      ]) == [
        "similar: A a",
        "similar: STRASSE straße",
        "duplicate: b b b",
        "fileAndFolder: c c/d/e",
        "similar: cafe\u{301} caf\u{E9}",
      ])
  }

  @Test func pathsThatGetAlongAreNoConflict() throws {
    #expect(try conflicts(["a/b", "a/c", "ab", "a.html", "b/a"]) == [])
  }
}
