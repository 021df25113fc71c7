/// How much two texts have in common.
package enum TextLikeness {
  /// Shorter texts, such as "None this sprint", are alike by nature.
  private static let fewestWords = 6

  /// Returns the share of words that both texts have, in percent; 0 for very short texts.
  package static func percent(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let leftWords = words(left)
    let rightWords = words(right)
    guard min(leftWords.count, rightWords.count) >= fewestWords else { return 0 }
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in leftWords { counts[word, default: 0] += 1 }
    var common = 0
    for word in rightWords {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      common += 1
    }
    return 200 * common / (leftWords.count + rightWords.count)
  }

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { byte in
      let lowered = byte | 0x20
      let isLetter = lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
      return !isLetter && byte < 0x80 && !(0x30...0x39).contains(byte)
    }
  }
}
