/// Finds white space, ASCII and Unicode, at the ends of UTF-8 text.
enum WhiteSpace {
  /// Returns the number of bytes of the white space that starts at `index`, or 0.
  static func width(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isASCII(byte) ? 1 : 0 }
    if byte == 0xC2, index + 1 < bytes.count {
      return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
    }
    guard byte >= 0xE1, byte <= 0xE3, index + 2 < bytes.count else { return 0 }
    return isWide(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// Returns the number of bytes of the white space that ends before `end`, or 0.
  static func width(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard end > 0 else { return 0 }
    let byte = bytes[end - 1]
    if byte < 0x80 { return isASCII(byte) ? 1 : 0 }
    if end >= 2, bytes[end - 2] == 0xC2 { return byte == 0x85 || byte == 0xA0 ? 2 : 0 }
    return end >= 3 && isWide(bytes[end - 3], bytes[end - 2], byte) ? 3 : 0
  }

  /// Returns the part of `range` that neither begins nor ends with white space.
  static func trimmed(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    trimmedEnd(trimmedStart(range, of: bytes), of: bytes)
  }

  /// Returns the part of `range` behind the white space it begins with.
  static func trimmedStart(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var range = range
    while !range.isEmpty {
      let width = width(at: range.lowerBound, in: bytes)
      if width == 0 { break }
      range = min(range.lowerBound + width, range.upperBound)..<range.upperBound
    }
    return range
  }

  /// Returns the part of `range` before the white space it ends with.
  static func trimmedEnd(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var range = range
    while !range.isEmpty {
      let width = width(before: range.upperBound, in: bytes)
      if width == 0 { break }
      range = range.lowerBound..<max(range.upperBound - width, range.lowerBound)
    }
    return range
  }

  @inline(__always)
  static func isASCII(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
  }

  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}
