import Templates
import Testing

/// JSON as data for templates.
@Suite struct JSONReaderTests {
  private func read(_ text: String) -> JSONValue? { try? JSONReader.read(Array(text.utf8)) }

  @Test func keepsTheKindsOfNumbers() {
    #expect(
      read("[2.0, 2, -0, 1e2, 9223372036854775807, 9223372036854775808]")
        == .list([
          .float(2), .int(2), .int(0), .float(100), .int(.max),
          .largeInt(Array("9223372036854775808".utf8)),
        ]))
  }

  @Test func theLastOfRepeatedKeysCounts() {
    #expect(
      read("{\"a\": 1, \"b\": 2, \"a\": 3}") == .object([("a", .int(3)), ("b", .int(2))]))
  }

  @Test(arguments: [
    ("\"\\u00e9\\n\\/\"", "é\n/"), ("\"\\ud83d\\ude00\"", "😀"), ("\"\\ud83dx\"", "\u{FFFD}x"),
    ("\"\\ude00\"", "\u{FFFD}"),
  ])
  func decodesEscapes(text: String, expected: String) {
    #expect(read(text)?.text == expected)
  }

  @Test(arguments: [
    "", "[1,]", "{\"a\"}", "{a: 1}", "[1 2]", "nul", "01x", "\"a", "\"\\q\"", "1 2", "-",
    "\"\u{1}\"",
    "{\"a\": 1,}", "\"\\ud8\"",
  ])
  func refusesWhatIsNotJSON(text: String) {
    #expect(read(text) == nil)
  }

  @Test func saysWhereItIsWrong() {
    #expect {
      try JSONReader.read(Array("{\"a\": [1, }".utf8))
    } throws: { error in
      (error as? JSONReader.Failure)?.offset == 10
    }
  }
}
