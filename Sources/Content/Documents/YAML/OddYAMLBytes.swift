internal import CommonMark

/// Control characters, and the characters beyond ASCII that YAML forbids or takes for line ends.
enum OddYAMLBytes {
  static func areIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count,
          isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
        } else if isOdd(at: index, in: bytes) {
          return true
        } else {
          index += 1
        }
      }
      return false
    }
  }

  /// Whether eight bytes are all ASCII that can be seen, or line feeds.
  private static func isPlain(_ word: UInt64) -> Bool {
    // The high bit is set for each byte from the space on.
    let fromSpace = (word & ~ByteLanes.all) &+ 0x6060_6060_6060_6060
    let deletes = ByteLanes.zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
    let lineFeeds = ByteLanes.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
    return (fromSpace & ~deletes | lineFeeds) & ~word & ByteLanes.all == ByteLanes.all
  }

  private static func isOdd(at index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    let byte = bytes[index]
    var next: UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0xFF }
    switch byte {
    case .lineFeed, .carriageReturn: return false
    case 0..<0x20, 0x7F, 0xEF: return true
    case 0xC2: return next < 0xA0
    case 0xE2:
      return next == 0x80 && index + 2 < bytes.count
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    default: return false
    }
  }
}
