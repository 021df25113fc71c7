/// Tells whether text can be one value of a style property and nothing else.
enum StyleValueFilter {
  /// Allows words, numbers, colours and lists of them, and the functions of colours and lengths.
  ///
  /// Quotes, colons, semicolons, braces and escapes are refused, and so is everything that ever ran
  /// code in a style.
  static func allows(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var word = PackedName()
    var depth = 0
    for byte in bytes {
      switch byte {
      case _ where byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-"):
        word.append(byte)
        if endsDangerousWord(word, at: byte) { return false }
        continue
      case UInt8(ascii: "("):
        guard depth < 8, functions.contains(where: { word.equals($0) }) else { return false }
        depth += 1
      case UInt8(ascii: ")"):
        guard depth > 0 else { return false }
        depth -= 1
      case UInt8(ascii: "/"):
        // Outside a function the text behind could make it a comment.
        guard depth > 0 else { return false }
      default:
        guard byte >= 0x80 || signs.contains(byte) else { return false }
      }
      word = PackedName()
    }
    return depth == 0
  }

  private static func endsDangerousWord(_ word: PackedName, at byte: UInt8) -> Bool {
    switch byte.asciiLowercased {
    case UInt8(ascii: "g"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      dangerous.contains { word.ends(with: $0) }
    default: false
    }
  }

  private static let signs = ByteSet(" \t\n\r!#%+,._")

  private static let dangerous = [
    PackedName("expression"), PackedName("moz-binding"), PackedName("behavior"),
    PackedName("behaviour"), PackedName("script"),
  ]

  private static let functions = [
    PackedName("calc"), PackedName("clamp"), PackedName("hsl"), PackedName("hsla"),
    PackedName("hwb"), PackedName("lab"), PackedName("lch"), PackedName("max"),
    PackedName("min"), PackedName("oklab"), PackedName("oklch"), PackedName("rgb"),
    PackedName("rgba"), PackedName("var"),
  ]
}
