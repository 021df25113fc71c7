/// A set of bytes as a table of bits, so that a test is a shift and a mask.
struct ByteSet: Sendable, BitwiseCopyable {
  private let low: UInt64
  private let high: UInt64
  private let hasNonASCII: Bool

  /// Takes the ASCII members, and whether those below the space and the bytes from 128 are too.
  @inline(__always)
  init(_ members: StaticString, withControls: Bool = false, withNonASCII: Bool = false) {
    var low: UInt64 = withControls ? 0xFFFF_FFFF : 0
    var high: UInt64 = withControls ? 1 << 63 : 0
    members.withUTF8Buffer {
      for byte in $0 {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
    }
    self.low = low
    self.high = high
    self.hasNonASCII = withNonASCII
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 128 ? (byte < 64 ? low : high) &>> UInt64(byte) & 1 != 0 : hasNonASCII
  }
}
