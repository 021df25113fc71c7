/// XXH64, a fast hash that is not cryptographic, after its published specification.
///
/// Its four lanes hold 256 bits, from which a second hash can be made at no cost.
enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// XXH64, and a second hash of the same bytes that differs with `secondSeed`.
  static func hashes(
    _ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0, secondSeed: UInt64
  ) -> (first: UInt64, second: UInt64) {
    var offset = 0
    var first = seed &+ prime5
    var second = secondSeed &+ prime5
    if bytes.count >= 32 {
      let lanes = Lanes(of: bytes, seed: seed, offset: &offset)
      first = lanes.joined
      second = lanes.joined(with: secondSeed)
    }
    let length = UInt64(bytes.count)
    return (
      avalanche(hashRest(of: bytes, from: offset, into: first &+ length)),
      avalanche(hashRest(of: bytes, from: offset, into: second &+ length))
    )
  }

  /// Four hashes, each of every fourth eight bytes.
  private struct Lanes {
    var lane1: UInt64
    var lane2: UInt64
    var lane3: UInt64
    var lane4: UInt64

    /// Takes in as many whole stripes of 32 bytes as there are.
    init(of bytes: UnsafeRawBufferPointer, seed: UInt64, offset: inout Int) {
      lane1 = seed &+ prime1 &+ prime2
      lane2 = seed &+ prime2
      lane3 = seed
      lane4 = seed &- prime1
      let last = bytes.count &- 32
      while offset <= last {
        lane1 = round(lane1, word(bytes, offset))
        lane2 = round(lane2, word(bytes, offset &+ 8))
        lane3 = round(lane3, word(bytes, offset &+ 16))
        lane4 = round(lane4, word(bytes, offset &+ 24))
        offset &+= 32
      }
    }

    /// As the specification joins them.
    var joined: UInt64 {
      let sum = rotated(lane1, 1) &+ rotated(lane2, 7) &+ rotated(lane3, 12) &+ rotated(lane4, 18)
      return merged(merged(merged(merged(sum, lane1), lane2), lane3), lane4)
    }

    /// In the other order, and from a seed.
    func joined(with seed: UInt64) -> UInt64 {
      merged(merged(merged(merged(seed, lane4), lane3), lane2), lane1)
    }
  }

  /// Takes in the last bytes, fewer than 32.
  private static func hashRest(
    of bytes: UnsafeRawBufferPointer, from start: Int, into hash: UInt64
  ) -> UInt64 {
    var hash = hash
    var offset = start
    while bytes.count - offset >= 8 {
      hash = rotated(hash ^ round(0, word(bytes, offset)), 27) &* prime1 &+ prime4
      offset += 8
    }
    if bytes.count - offset >= 4 {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      hash = rotated(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      hash = rotated(hash ^ (UInt64(bytes[offset]) &* prime5), 11) &* prime1
      offset += 1
    }
    return hash
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }

  private static func merged(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value &<< bits | value &>> (64 &- bits)
  }

  /// Eight bytes as a little-endian number, whatever the processor.
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
