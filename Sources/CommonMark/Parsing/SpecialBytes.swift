/// What makes an extension or the renderer look at a text; all other texts are passed over.
enum SpecialBytes {
  static let tilde: Int32 = 1
  /// A colon before a letter, which may begin a directive.
  static let directive: Int32 = 2
  /// `w.`, `:/` or `@`, which may be part of an address.
  static let address: Int32 = 4
  /// Two capitals or digits in a row, a capital first.
  static let capitals: Int32 = 8
  /// Bytes that HTML needs escaped, or may not have.
  static let escaped: Int32 = 16
  /// `[^`, which a footnote without a text leaves.
  static let footnote: Int32 = 32

  /// Returns the bits of what is in a text.
  static func mask(of text: UnsafeRawBufferPointer) -> Int32 {
    var mask: Int32 = 0
    var offset = 0
    while offset + 8 <= text.count {
      // Most bytes are small letters and spaces, and are passed without a look.
      var marks = marks(in: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      while marks != 0 {
        let place = offset + marks.trailingZeroBitCount / 8
        mask |= bits(of: text[place], at: place, in: text)
        marks &= marks - 1
      }
      offset += 8
    }
    while offset < text.count {
      mask |= bits(of: text[offset], at: offset, in: text)
      offset += 1
    }
    return mask
  }

  /// Returns the high bit of each of eight bytes that may be a capital, a mark, a digit or a
  /// control character.
  private static func marks(in word: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: word)
    // The high bit is set for each byte from 0x60 on, and for no other after the last step.
    let small = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x2020_2020_2020_2020) | word
    let tildes = word ^ 0x7E7E_7E7E_7E7E_7E7E
    let spaces = ByteLanes.zeros(word ^ 0x2020_2020_2020_2020)
    return (~small & 0x8080_8080_8080_8080 & ~spaces) | ByteLanes.zeros(tildes)
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
    case 0...0x1F: return escaped
    default: return byte.isUppercase && (next.isUppercase || next.isDigit) ? capitals : 0
    }
  }
}
