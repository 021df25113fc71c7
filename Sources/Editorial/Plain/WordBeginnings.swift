internal import ByteMasks

/// The first two letters of all words that are looked for; most words of a text begin otherwise.
struct WordBeginnings: Sendable {
  /// A bit for each two bytes, few enough to stay in the processor's nearest cache.
  private var wanted = [UInt64](repeating: 0, count: 1 << 10)

  /// Knows only `ww`, with which addresses begin.
  init() { want(UInt8(ascii: "w"), UInt8(ascii: "w")) }

  mutating func insert(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let first = bytes[word.lowerBound]
    guard word.count == 1 else { return want(first, bytes[word.lowerBound + 1]) }
    // Whatever may come after a word of one letter.
    for next in UInt8.min...UInt8.max where !PlainBytes.isLetterOrDigit(next) { want(first, next) }
  }

  private mutating func want(_ first: UInt8, _ second: UInt8) {
    let number = Int(first) << 8 | Int(second)
    wanted[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Whether the word at an offset may be one that is looked for, as it begins like one.
  @inline(__always)
  func mayBegin(at word: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = word &+ 1 < bytes.count ? bytes[word &+ 1] : 0
    let number = Int(bytes[word]) &<< 8 | Int(second)
    return wanted[number &>> 6] &>> UInt64(number) & 1 != 0
  }

  /// Passes over words that begin otherwise, with the spaces after them, and returns where the
  /// first of another kind begins; it may leave the last words of the text to others.
  ///
  /// All are of small letters without accents but for their first, and nothing but a comma or a full
  /// stop stands between them and their spaces, or the end. What is looked at is the beginnings of
  /// words, and bytes that are neither small letters nor spaces.
  func endOfOthers(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var word = start
    var block = start
    // Two bytes are looked at where a word begins.
    while block < end, block &+ WordMasks.width < bytes.count {
      let masks = WordMasks(bytes, from: block, to: end)
      // Where words can begin: after spaces.
      let places = masks.spaces &<< 1 | (word == block ? 1 : 0)
      let stop = Self.stop(masks, places, in: bytes, from: block, to: end)
      let run = stop == 0 ? masks.all : stop | (stop &- 1)
      let beginnings = places & ~masks.spaces & run
      if mayBegin(at: beginnings, of: block, in: bytes) {
        return first(of: beginnings, in: block, of: bytes)
      }
      let last = places & run
      if last != 0 { word = block &+ 63 &- last.leadingZeroBitCount }
      if stop != 0 { return word }
      block &+= WordMasks.width
      if masks.spaces &>> 63 != 0 { word = block }
    }
    return block < end ? word : end
  }

  /// Whether any word that begins at a place of a block may be looked for.
  ///
  /// All are looked at, as guessing after each whether to go on costs more.
  @inline(__always)
  private func mayBegin(
    at places: UInt64, of block: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    return wanted.withUnsafeBufferPointer { wanted in
      var places = places
      var bits: UInt64 = 0
      while places != 0 {
        let two = raw.loadUnaligned(
          fromByteOffset: block &+ places.trailingZeroBitCount, as: UInt16.self)
        let number = UInt16(bigEndian: two)
        bits |= wanted[Int(number &>> 6)] &>> UInt64(number)
        places &= places &- 1
      }
      return bits & 1 != 0
    }
  }

  /// Where the first word begins that may be looked for, among those that begin at some places.
  private func first(
    of places: UInt64, in block: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var places = places
    while !mayBegin(at: block &+ places.trailingZeroBitCount, in: bytes) { places &= places &- 1 }
    return block &+ places.trailingZeroBitCount
  }

  /// The bit of the first byte that is no part of plain words; 0 where there is none.
  @inline(__always)
  private static func stop(
    _ masks: WordMasks, _ places: UInt64, in bytes: UnsafeBufferPointer<UInt8>, from block: Int,
    to end: Int
  ) -> UInt64 {
    // A second space is no part of them either.
    var marks = masks.others | masks.spaces & places
    while marks != 0 {
      let bit = marks & (~marks &+ 1)
      let place = block &+ marks.trailingZeroBitCount
      let byte = bytes[place]
      let isPart =
        places & bit != 0
        ? WordBytes.isCapital(byte)
        : (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."))
          && (place &+ 1 == end || bytes[place &+ 1] == 0x20)
      if !isPart { return bit }
      marks ^= bit
    }
    return 0
  }
}

/// What 64 bytes are, a bit for each, the first byte's the lowest.
private struct WordMasks {
  static let width = 64

  /// The bytes that count.
  let all: UInt64
  let spaces: UInt64
  /// Those that are neither spaces nor small letters.
  let others: UInt64

  /// Takes the bytes from an offset, after which there must be as many; only those before the end
  /// count.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) {
    let start = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset)
    let letters = byte_masks_between(start, UInt8(ascii: "a"), UInt8(ascii: "z"))
    all = byte_masks_first(end &- offset)
    spaces = byte_masks_equal(start, 0x20) & all
    others = ~(letters | spaces) & all
  }
}
