internal import CommonMark

/// The first two letters of all words that are looked for; most words of a text begin otherwise.
struct WordBeginnings: Sendable {
  private var isWanted = [Bool](repeating: false, count: 1 << 16)

  /// Knows only `ww`, with which addresses begin.
  init() { isWanted[0x7777] = true }

  mutating func insert(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let first = Int(bytes[word.lowerBound]) << 8
    guard word.count == 1 else {
      isWanted[first | Int(bytes[word.lowerBound + 1])] = true
      return
    }
    // Whatever may come after a word of one letter.
    for next in UInt8.min...UInt8.max where !PlainBytes.isLetterOrDigit(next) {
      isWanted[first | Int(next)] = true
    }
  }

  /// Whether the word at an offset may be one that is looked for, as it begins like one.
  @inline(__always)
  func mayBegin(at word: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = word &+ 1 < bytes.count ? bytes[word &+ 1] : 0
    return isWanted[Int(bytes[word]) << 8 | Int(second)]
  }

  /// Passes over words that begin otherwise, with the spaces after them, and returns where the
  /// first of another kind begins; it may leave the last words of the text to others.
  ///
  /// All are of small letters without accents but for their first, and nothing but a comma or a full
  /// stop stands between them and their spaces, or the end. Only where letters end is anything looked at.
  func endOfOthers(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var word = start
    var block = start
    while block < end, block &+ LetterMask.width <= bytes.count {
      var others = LetterMask.others(in: bytes, from: block, to: end)
      while others != 0 {
        let place = block &+ others.trailingZeroBitCount
        others &= others &- 1
        if place <= word {
          // The space after a comma has been seen.
          if place < word || WordBytes.isCapital(bytes[place]) { continue }
          return word
        }
        if mayBegin(at: word, in: bytes) { return word }
        let byte = bytes[place]
        if byte == 0x20 {
          word = place &+ 1
        } else if place == end {
          return end
        } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
          let next = place &+ 1
          if next == end { return end }
          guard bytes[next] == 0x20 else { return word }
          word = next &+ 1
        } else {
          return word
        }
      }
      block &+= LetterMask.width
    }
    return word
  }
}

/// Where bytes are no small letters, a bit for each of many bytes at once.
private enum LetterMask {
  static let width = 32

  /// The bits of the bytes from an offset that are no small letters, the first byte's the lowest;
  /// if all end before, the bit after the last is set and no other after it.
  @inline(__always)
  static func others(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int
  ) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var bits: UInt32 = 0
    for part in stride(from: 0, to: width, by: 8) {
      let word = raw.loadUnaligned(fromByteOffset: offset &+ part, as: UInt64.self)
      bits |= UInt32(truncatingIfNeeded: others(in: UInt64(littleEndian: word))) &<< part
    }
    guard end &- offset < width else { return bits }
    let mark = UInt32(1) &<< UInt32(truncatingIfNeeded: end &- offset)
    return bits & (mark &- 1) | mark
  }

  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    let others = ~ByteLanes.smallLetters(in: word) & ByteLanes.all
    // The product moves the high bits of all bytes into the highest byte.
    return (others &>> 7 &* 0x0102_0408_1020_4080) &>> 56
  }
}
