/// A text to be compared with others by the words in it.
///
/// Most pairs are told apart by how many words of each class they have, which is counted once for
/// each text; only the others are looked up word by word.
package struct TextLikeness: Sendable {
  private let text: [UInt8]
  private let wordCount: Int
  /// How many words there are of each class.
  private let classes: [UInt32]

  package init(_ text: [UInt8]) {
    self.text = text
    (wordCount, classes) = Self.classes(of: text)
  }

  /// Whether the share of words that both texts have is `percent` or more; never of very short
  /// texts.
  package func isAlike(_ other: TextLikeness, percent: Int) -> Bool {
    greatestPercent(other) >= percent && self.percent(other) >= percent
  }

  /// Returns the share of words that both texts have, in percent; 0 for very short texts.
  package func percent(_ other: TextLikeness) -> Int {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in Self.words(text) { counts[word, default: 0] += 1 }
    var common = 0
    for word in Self.words(other.text) {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    return percent(other, common: common)
  }

  /// No less than `percent`: words of one class are taken for the same.
  package func greatestPercent(_ other: TextLikeness) -> Int {
    var common = 0
    for (own, others) in zip(classes, other.classes) { common += Int(min(own, others)) }
    return percent(other, common: common)
  }

  /// Shorter texts, such as "None this sprint", are alike by nature.
  private static let fewestWords = 6

  private func percent(_ other: TextLikeness, common: Int) -> Int {
    min(wordCount, other.wordCount) >= Self.fewestWords
      ? 200 * common / (wordCount + other.wordCount) : 0
  }
}

// MARK: - Words

extension TextLikeness {
  private static let classCount = 256

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { !isOfWord($0) }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 26 || byte >= 0x80 || byte &- UInt8(ascii: "0") < 10
  }

  /// How many words there are, in all and of each class, by the bytes in them.
  private static func classes(of text: [UInt8]) -> (wordCount: Int, classes: [UInt32]) {
    var counts = [UInt32](repeating: 0, count: classCount)
    var words = 0
    counts.withUnsafeMutableBufferPointer { counts in
      text.withUnsafeBufferPointer { text in
        var offset = 0
        while offset < text.count {
          var hash: UInt32 = 0
          let start = offset
          while offset < text.count, isOfWord(text[offset]) {
            hash = (hash &+ UInt32(text[offset])) &* 0x9E37_79B1
            offset += 1
          }
          guard offset > start else {
            offset += 1
            continue
          }
          counts[Int(hash >> 24)] += 1
          words += 1
        }
      }
    }
    return (words, counts)
  }
}
