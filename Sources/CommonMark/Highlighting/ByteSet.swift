/// A set of ASCII bytes.
struct ByteSet: Sendable {
  private var bits: (low: UInt64, high: UInt64) = (0, 0)

  /// Adds a byte; those beyond ASCII are left out.
  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      bits.low |= 1 << UInt64(byte)
    } else if byte < 128 {
      bits.high |= 1 << UInt64(byte - 64)
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let half = byte & 64 == 0 ? bits.low : bits.high
    return byte < 128 && (half >> UInt64(byte & 63)) & 1 != 0
  }
}
