/// Finds what is written like a telephone number of the United Kingdom or with a country's code.
enum TelephoneNumbers {
  static func all(in text: ReadPassage) -> [Range<Int>] {
    let bytes = text.passage.bytes
    var found: [Range<Int>] = []
    var index = 0
    while index < text.numbers.count {
      let start = text.numbers[index]
      var end = index
      while end + 1 < text.numbers.count,
        isJoint(bytes[text.numbers[end].upperBound..<text.numbers[end + 1].lowerBound])
      {
        end += 1
      }
      let plus = start.lowerBound > 0 && bytes[start.lowerBound - 1] == UInt8(ascii: "+")
      let range = start.lowerBound - (plus ? 1 : 0)..<text.numbers[end].upperBound
      let digits = bytes[range].filter(WordBytes.isDigit)
      let hasLetters = bytes[range].contains(where: WordBytes.isLetter)
      if !hasLetters, plus || digits.first == UInt8(ascii: "0"), (10...14).contains(digits.count) {
        found.append(range)
      }
      index = end + 1
    }
    return found
  }

  private static func isJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...3).contains(bytes.count) && bytes.allSatisfy { " -()".utf8.contains($0) }
  }
}
