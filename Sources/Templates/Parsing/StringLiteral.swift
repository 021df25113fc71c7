/// Decodes string literals as Python spells them, the convention of this family of languages.
enum StringLiteral {
  /// Returns the text of a literal with its quotes; what is no escape stays as it is.
  static func decoded(_ literal: ArraySlice<UInt8>) -> String {
    var inner = Array(literal.dropFirst().dropLast())[...]
    guard inner.contains(UInt8(ascii: "\\")) || inner.contains(UInt8(ascii: "\r")) else {
      return String(decoding: inner, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    while let byte = inner.popFirst() {
      if byte == UInt8(ascii: "\r") {
        if inner.first == UInt8(ascii: "\n") { inner.removeFirst() }
        bytes.append(UInt8(ascii: "\n"))
      } else if byte == UInt8(ascii: "\\") {
        decodeEscape(&inner, into: &bytes)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decodeEscape(_ rest: inout ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    guard let letter = rest.popFirst() else {
      bytes.append(UInt8(ascii: "\\"))
      return
    }
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "a"): bytes.append(0x07)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "v"): bytes.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(letter)
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "0")...UInt8(ascii: "7"): decodeOctal(letter, &rest, into: &bytes)
    case UInt8(ascii: "x"): decodeHex(2, letter, &rest, into: &bytes)
    case UInt8(ascii: "u"): decodeHex(4, letter, &rest, into: &bytes)
    case UInt8(ascii: "U"): decodeHex(8, letter, &rest, into: &bytes)
    default: bytes += [UInt8(ascii: "\\"), letter]
    }
  }

  private static func decodeOctal(
    _ first: UInt8, _ rest: inout ArraySlice<UInt8>, into bytes: inout [UInt8]
  ) {
    var value = UInt32(first - UInt8(ascii: "0"))
    for _ in 0..<2 {
      guard let digit = rest.first, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") else {
        break
      }
      value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
      rest.removeFirst()
    }
    append(value, to: &bytes)
  }

  private static func decodeHex(
    _ width: Int, _ letter: UInt8, _ rest: inout ArraySlice<UInt8>, into bytes: inout [UInt8]
  ) {
    let digits = String(decoding: rest.prefix(width), as: UTF8.self)
    guard digits.utf8.count == width, let value = UInt32(digits, radix: 16) else {
      bytes += [UInt8(ascii: "\\"), letter]
      return
    }
    rest.removeFirst(width)
    append(value, to: &bytes)
  }

  /// Lone halves of surrogate pairs have no UTF-8 form and become replacement characters.
  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    bytes += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }
}
