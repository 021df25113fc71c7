@testable import Files
import Testing

@Suite struct JournalTests {
  private func sample() throws -> Journal {
    Journal(
      steps: [
        .setAside(try SitePath("old page.html")), .removeFolder(try SitePath("old")),
        .replace(try SitePath("é.html")), .add(try SitePath("a/b.html")),
        .addFolder(try SitePath("new")),
      ],
      contents: [
        .init(path: try SitePath("new/a b.html"), digest: Digest(high: 1, low: UInt64.max))
      ])
  }

  private static let text = """
    gazette publication journal 2
    aside old page.html
    rmdir old
    replace é.html
    add a/b.html
    folder new
    holds 0000000000000001ffffffffffffffff new/a b.html
    end b88506a740a425f28d073310ec9e0130

    """

  @Test func isWrittenAsLinesAndReadBack() throws {
    let bytes = try sample().encoded()
    #expect(String(decoding: bytes, as: UTF8.self) == Self.text)
    #expect(try Journal.read(bytes) == .complete(sample()))
  }

  @Test func cutOffAnywhereItIsDamaged() {
    let bytes = Array(Self.text.utf8)
    for length in 0..<bytes.count {
      #expect(Journal.read(Array(bytes[..<length])) == .damaged)
    }
  }

  @Test func aChangedByteIsNoticed() {
    var bytes = Array(Self.text.utf8)
    bytes[40] ^= 1
    #expect(Journal.read(bytes) == .damaged)
  }

  @Test(arguments: ["add ../x", "add /etc/passwd", "holds 00 a", "melt a", "add"])
  func hostileLinesAreDamage(line: String) {
    let body = "gazette publication journal 2\n\(line)\n"
    let text = body + "end \(Digest(of: Array(body.utf8)))\n"
    #expect(Journal.read(Array(text.utf8)) == .damaged)
  }
}
