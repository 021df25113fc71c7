/// A set of ASCII bytes.
public struct ByteSet: Sendable {
  @usableFromInline var bits: (low: UInt64, high: UInt64) = (0, 0)

  /// A set without bytes.
  public init() {}

  /// Takes the bytes of some ASCII characters.
  public init(_ characters: StaticString) {
    characters.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  /// Adds a byte; those beyond ASCII are left out.
  mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      bits.low |= 1 << UInt64(byte)
    } else if byte < 128 {
      bits.high |= 1 << UInt64(byte - 64)
    }
  }

  /// Whether no byte is in the set.
  public var isEmpty: Bool { bits == (0, 0) }

  /// Whether the byte is in the set, which none beyond ASCII ever is.
  @inlinable public func contains(_ byte: UInt8) -> Bool {
    let half = byte & 64 == 0 ? bits.low : bits.high
    return byte < 128 && (half >> UInt64(byte & 63)) & 1 != 0
  }
}
