/// What makes an extension look at a text; all other texts are passed over.
enum SpecialBytes {
  static let tilde: Int32 = 1
  /// A colon before a letter, which may begin a directive.
  static let directive: Int32 = 2
  /// `www.`, `://` or `@`, which may be part of an address.
  static let address: Int32 = 4
  /// Two capitals or digits in a row.
  static let capitals: Int32 = 8

  /// Returns the length of a text that ends with a zero byte, and the bits of what is in it.
  static func scan(_ text: UnsafeRawPointer) -> (length: Int, mask: Int32) {
    var mask: Int32 = 0
    var offset = 0
    while true {
      let byte = text.load(fromByteOffset: offset, as: UInt8.self)
      // Small letters and spaces, nine bytes in ten, are passed at once.
      if byte &- 0x61 >= 26, byte != 0x20 {
        if byte == 0 { return (offset, mask) }
        mask |= bits(of: byte, at: offset, in: text)
      }
      offset += 1
    }
  }

  /// The byte after is at worst the zero at the end.
  private static func bits(of byte: UInt8, at offset: Int, in text: UnsafeRawPointer) -> Int32 {
    let next = text.load(fromByteOffset: offset + 1, as: UInt8.self)
    switch byte {
    case UInt8(ascii: "~"): return tilde
    case UInt8(ascii: "@"): return address
    case UInt8(ascii: ":"):
      return next == UInt8(ascii: "/") ? address : next.isLetter ? directive : 0
    case UInt8(ascii: "."): return endsInWeb(text, at: offset) ? address : 0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return next.isUppercase || next.isDigit ? capitals : 0
    default: return 0
    }
  }

  private static func endsInWeb(_ text: UnsafeRawPointer, at offset: Int) -> Bool {
    offset >= 3
      && (1...3).allSatisfy {
        text.load(fromByteOffset: offset - $0, as: UInt8.self) == UInt8(ascii: "w")
      }
  }
}
