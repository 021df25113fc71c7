/// Words of at most 16 bytes, found by their bytes without making strings.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// No word is longer.
  static let longestWord = 16

  /// Sorted.
  private let words: [UInt128]

  init(arrayLiteral elements: String...) {
    words = elements.compactMap { word in
      word.utf8.count <= Self.longestWord ? Self.packed(word.utf8) : nil
    }.sorted()
  }

  /// Whether a word that `packed` has made a number of is one of these.
  func contains(_ word: UInt128) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }

  /// Returns a word of at most 16 bytes, none of them zero, as a number of its own.
  static func packed(_ word: some Sequence<UInt8>) -> UInt128 {
    word.reduce(0) { $0 << 8 | UInt128($1) }
  }
}
