/// How much two texts have in common.
package enum TextLikeness {
  /// Shorter texts, such as "None this sprint", are alike by nature.
  private static let fewestWords = 6

  /// Whether the share of words that both texts have is `percent` or more; never of very short
  /// texts.
  ///
  /// Most pairs are told apart without looking their words up.
  package static func areAlike(_ left: [UInt8], _ right: [UInt8], percent: Int) -> Bool {
    greatestPercent(left, right) >= percent && self.percent(left, right) >= percent
  }

  /// Returns the share of words that both texts have, in percent; 0 for very short texts.
  package static func percent(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let leftWords = words(left)
    let rightWords = words(right)
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in leftWords { counts[word, default: 0] += 1 }
    var common = 0
    for word in rightWords {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    return percent(of: common, leftWords.count, rightWords.count)
  }

  private static func percent(of common: Int, _ left: Int, _ right: Int) -> Int {
    min(left, right) >= fewestWords ? 200 * common / (left + right) : 0
  }

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { !isOfWord($0) }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    let isLetter = lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
    return isLetter || byte >= 0x80 || (0x30...0x39).contains(byte)
  }
}

// MARK: - A bound

extension TextLikeness {
  /// No less than `percent`, from counting words by classes of them.
  package static func greatestPercent(_ left: [UInt8], _ right: [UInt8]) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: classCount) { counts in
      counts.initialize(repeating: 0)
      let leftCount = countWords(left) { counts[$0] += 1 }
      var common = 0
      let rightCount = countWords(right) { wordClass in
        guard counts[wordClass] > 0 else { return }
        counts[wordClass] -= 1
        common += 1
      }
      return percent(of: common, leftCount, rightCount)
    }
  }

  private static let classCount = 1_024

  /// Hands on the class of each word, and returns how many there are.
  @inline(__always) private static func countWords(
    _ text: [UInt8], _ count: (Int) -> Void
  ) -> Int {
    var (words, hash) = (0, UInt32(0))
    func end() {
      guard hash != 0 else { return }
      count(Int(hash >> 22))
      words += 1
      hash = 0
    }
    for byte in text {
      // Odd, so that no word looks like none.
      if isOfWord(byte) { hash = (hash &+ UInt32(byte)) &* 0x9E37_79B1 | 1 } else { end() }
    }
    end()
    return words
  }
}
