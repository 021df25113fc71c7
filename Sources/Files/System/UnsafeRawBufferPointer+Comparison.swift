#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension UnsafeRawBufferPointer {
  /// Whether both hold the same bytes; many times as fast as comparing element by element.
  func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    count == other.count && order(to: other) == 0
  }

  /// Compares as many bytes as both have: negative if this comes first, 0 if they are the same.
  func order(to other: UnsafeRawBufferPointer) -> Int32 {
    guard let first = baseAddress, let second = other.baseAddress else { return 0 }
    return memcmp(first, second, Swift.min(count, other.count))
  }
}
