/// Finds parts of UTF-8 text by counting characters.
enum TextRange {
  /// The bytes of a range of Unicode scalars, cut off at the end of the text.
  static func scalars(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var index = 0
    var seen = 0
    var start = bytes.count
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if seen == range.lowerBound { start = index }
        if seen == range.upperBound { return start..<index }
        seen += 1
      }
      index += 1
    }
    return min(start, bytes.count)..<bytes.count
  }

  /// The number of Unicode scalars.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
