internal import ByteMasks

/// Makes bytes that are not UTF-8 harmless, without moving any other byte.
public enum EncodingRepair {
  /// Returns where the first byte stands that is no part of valid UTF-8, or `nil`.
  public static func firstInvalidOffset(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < buffer.count {
        offset = skipASCII(buffer, from: offset)
        guard offset < buffer.count else { return nil }
        guard let length = sequenceLength(buffer, at: offset) else { return offset }
        offset += length
      }
      return nil
    }
  }

  /// Returns the bytes with zero for each invalid one; libcmark shows zero as U+FFFD.
  static func repaired(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var repaired = bytes
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < buffer.count {
        offset = skipASCII(buffer, from: offset)
        guard offset < buffer.count else { return }
        if let length = sequenceLength(buffer, at: offset) {
          offset += length
        } else {
          repaired[offset] = 0
          offset += 1
        }
      }
    }
    return repaired
  }

  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while let base = bytes.baseAddress, offset + 64 <= bytes.count {
      let others = byte_masks_between(base + offset, 0x80, 0xFF)
      if others != 0 { return offset + others.trailingZeroBitCount }
      offset += 64
    }
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// Returns how long the sequence beyond ASCII at `offset` is, or `nil` if it is not valid.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let length: Int
    let seconds: ClosedRange<UInt8>
    switch bytes[offset] {
    case 0xC2...0xDF: (length, seconds) = (2, 0x80...0xBF)
    case 0xE0: (length, seconds) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, seconds) = (3, 0x80...0xBF)
    case 0xED: (length, seconds) = (3, 0x80...0x9F)
    case 0xF0: (length, seconds) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, seconds) = (4, 0x80...0xBF)
    case 0xF4: (length, seconds) = (4, 0x80...0x8F)
    default: return nil
    }
    guard seconds.contains(second), offset + length <= bytes.count else { return nil }
    for next in offset + 2..<max(offset + length, offset + 2) where !bytes[next].isContinuation {
      return nil
    }
    return length
  }
}
