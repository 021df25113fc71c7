/// A 128-bit fingerprint of content: equal content has equal digests, on every platform and for
/// ever, and different content practically never has.
///
/// One half is the XXH64 hash; the other ends the same four lanes in another order and from another
/// seed, so that one pass over the bytes makes both. It decides only whether content is the same as
/// before, so it must be fast rather than withstand someone who builds collisions on purpose:
/// whoever can write content can change a page anyway. A cryptographic hash such as SHA-256 would
/// cost several times as much for every byte of every build. Never use it to decide trust.
public struct Digest: Sendable, Hashable {
  /// The half that is printed first.
  public let high: UInt64
  /// XXH64 with the seed 0.
  public let low: UInt64

  /// Makes a digest of halves that were computed before.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Computes the digest of some bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    let (low, high) = XXHash64.hashes(bytes, secondSeed: Self.highSeed)
    self.init(high: high, low: low)
  }

  /// Computes the digest of some bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  /// Any number but 0 would do; changing it changes every digest.
  private static let highSeed: UInt64 = 0x67_617A_6574_7465
}

extension Digest: CustomStringConvertible {
  /// 32 lower-case hexadecimal digits, the high half first.
  public var description: String {
    String(unsafeUninitializedCapacity: 32) { digits in
      for (half, number) in [high, low].enumerated() {
        for place in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place) & 0xF)
          digits[16 * half + place] = digit < 10 ? digit + 0x30 : digit - 10 + 0x61
        }
      }
      return 32
    }
  }

  /// Reads what `description` writes, or returns `nil`.
  public init?(_ digits: some StringProtocol) {
    let digits = Array(digits.utf8)
    guard digits.count == 32,
      let high = Self.number(digits[..<16]), let low = Self.number(digits[16...])
    else { return nil }
    self.init(high: high, low: low)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return number
  }
}

extension Digest: Comparable {
  /// Orders by the number that the 128 bits make, as the printed digits do.
  public static func < (left: Digest, right: Digest) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
