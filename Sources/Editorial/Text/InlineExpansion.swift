/// The words before an abbreviation in brackets, whose first letters it is made of:
/// `Data Ethics Committee (DEC)`.
struct InlineExpansion {
  let text: String
  let range: Range<Int>

  private static let smallWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to",
  ]

  /// Finds the expansion of the abbreviation at a range; `nil` when none stands before it.
  init?(of range: Range<Int>, in passage: Passage) {
    let bytes = passage.bytes
    guard range.lowerBound >= 3, bytes[range.lowerBound - 1] == UInt8(ascii: "("),
      range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: ")"),
      bytes[range.lowerBound - 2] == UInt8(ascii: " ")
    else { return nil }
    let end = range.lowerBound - 2
    var start = end
    for letter in bytes[range].reversed() {
      guard let word = Self.word(before: start, beginningWith: letter, in: bytes) else {
        return nil
      }
      start = word
    }
    self.range = start..<end
    self.text = passage.string(start..<end)
  }

  /// Where the nearest word with an initial begins, small words passed over.
  private static func word(
    before end: Int, beginningWith letter: UInt8, in bytes: [UInt8]
  ) -> Int? {
    var end = end
    while true {
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "-") {
        end -= 1
      }
      var start = end
      while start > 0, WordBytes.isWord(bytes[start - 1]) { start -= 1 }
      guard start < end else { return nil }
      if bytes[start] | 0x20 == letter | 0x20 { return start }
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      guard smallWords.contains(word.lowercased()) || word == "&" else { return nil }
      end = start
    }
  }
}
