#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where the line that goes on at an offset ends, before its break or at the end of all.
  func endOfLine(from offset: Int) -> Int {
    guard let base = baseAddress, offset < count,
      let found = memchr(base + offset, 0x0A, count - offset)
    else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether a byte stands in a part.
  func contains(_ byte: UInt8, in part: Range<Int>) -> Bool {
    guard let base = baseAddress, part.upperBound <= count else { return false }
    return memchr(base + part.lowerBound, Int32(byte), part.count) != nil
  }
}
