/// The bytes that make an extension look at a text; all other texts are passed over.
enum SpecialBytes {
  static let tilde: Int32 = 1
  static let colon: Int32 = 2
  static let dot: Int32 = 4
  static let at: Int32 = 8
  static let openBracket: Int32 = 16
  static let openBrace: Int32 = 32
  static let capital: Int32 = 64

  /// Returns the bit of a special byte, or 0.
  @inline(__always)
  static func mask(of byte: UInt8) -> Int32 {
    switch byte {
    case UInt8(ascii: "~"): tilde
    case UInt8(ascii: ":"): colon
    case UInt8(ascii: "."): dot
    case UInt8(ascii: "@"): at
    case UInt8(ascii: "["): openBracket
    case UInt8(ascii: "{"): openBrace
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): capital
    default: 0
    }
  }
}
