/// What makes an extension or the renderer look at a text; all other texts are passed over.
enum SpecialBytes {
  static let tilde: Int32 = 1
  /// A colon before a letter, which may begin a directive.
  static let directive: Int32 = 2
  /// `w.`, `:/` or `@`, which may be part of an address.
  static let address: Int32 = 4
  /// Two capitals or digits in a row, a capital first.
  static let capitals: Int32 = 8
  /// Bytes that HTML needs escaped.
  static let escaped: Int32 = 16
  /// `[^`, which a footnote without a text leaves.
  static let footnote: Int32 = 32

  /// Returns the bits of what is in a text.
  static func mask(of text: UnsafeRawBufferPointer) -> Int32 {
    var mask: Int32 = 0
    var offset = 0
    while offset < text.count {
      // Most words of eight bytes hold small letters and spaces only, and are passed at once.
      if offset + 8 <= text.count,
        isPlain(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      {
        offset += 8
        continue
      }
      let end = min(offset + 8, text.count)
      while offset < end {
        let byte = text[offset]
        if byte &- 0x61 >= 26, byte != 0x20 { mask |= bits(of: byte, at: offset, in: text) }
        offset += 1
      }
    }
    return mask
  }

  /// Whether none of eight bytes is a capital, a mark or a digit; bytes beyond ASCII may be.
  private static func isPlain(_ word: UInt64) -> Bool {
    // 0x40 to 0x5F: capitals, `@`, brackets.
    let upper = (word & 0x6060_6060_6060_6060) ^ 0x4040_4040_4040_4040
    // 0x20 to 0x3F but the space: digits and marks.
    let lower = (word & 0x6060_6060_6060_6060) ^ 0x2020_2020_2020_2020
    let space = word ^ 0x2020_2020_2020_2020
    let tildes = word ^ 0x7E7E_7E7E_7E7E_7E7E
    return Self.zeros(upper) | (Self.zeros(lower) & ~Self.zeros(space)) | Self.zeros(tildes) == 0
  }

  /// Returns the high bit of each byte that is zero, and of no other.
  static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  private static func bits(of byte: UInt8, at offset: Int, in text: UnsafeRawBufferPointer) -> Int32
  {
    let next = offset + 1 < text.count ? text[offset + 1] : 0
    switch byte {
    case UInt8(ascii: "~"): return tilde
    case UInt8(ascii: "@"): return address
    case UInt8(ascii: "["): return next == UInt8(ascii: "^") ? footnote : 0
    case UInt8(ascii: ":"):
      return next == UInt8(ascii: "/") ? address : next.isLetter ? directive : 0
    case UInt8(ascii: "."):
      return offset > 0 && text[offset - 1] == UInt8(ascii: "w") ? address : 0
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      return escaped
    default: return byte.isUppercase && (next.isUppercase || next.isDigit) ? capitals : 0
    }
  }
}
