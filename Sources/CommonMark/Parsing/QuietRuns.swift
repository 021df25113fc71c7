internal import ByteMasks
internal import ParseMemory

/// Long runs of plain words, of which libcmark is shown only the first word and the last letter.
///
/// libcmark takes each byte into its hands five times or more, and most bytes of prose cannot mean
/// anything to it. What is left out is named by a mark in its place and put back into the tree's
/// texts (`CMarkParser`). A run is left out only where that cannot change what libcmark makes of
/// the rest:
///
/// - a letter stands before it in the line, so that no block can begin in it any more;
/// - a space and a word stand before the mark, and it is followed by what the run ends in, so that
///   delimiters have the neighbours they had and a part with spaces is still one;
/// - no bracket is open that may be a label, whose text is compared, and no `<` stands before it in
///   the paragraph, so that it is no part of a tag.
struct QuietRuns: Sendable {
  /// What is left out, in order.
  private(set) var ranges: [Extent] = []
  /// Whether a label may be open, which is matched by its text.
  private var mayBeInLabel = false
  /// Whether a tag may be open, which has a grammar of its own.
  private var mayBeInTag = false

  /// Shorter runs are shown as they are.
  private static let leastLength = 24

  /// Finds the runs in a line and returns where it ends: at its break, or with the body.
  mutating func scanLine(
    _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int {
    var run = start
    var offset = start
    while offset < end {
      var others = Self.others(in: bytes, from: offset, to: end)
      while others != 0 {
        let place = offset &+ others.trailingZeroBitCount
        others &= others &- 1
        if Self.isQuiet(bytes, at: place, from: start, to: end) { continue }
        if place &- run > Self.leastLength { add(run..<place, of: bytes) }
        if bytes[place].isLineBreak {
          endParagraph(ifEmpty: start..<place, of: bytes)
          return place
        }
        note(bytes[place], after: place > start ? bytes[place - 1] : 0)
        run = place &+ 1
      }
      offset &+= Self.blockLength
    }
    if end > run { add(run..<end, of: bytes) }
    return end
  }

  /// Forgets all runs if the body has, or can name by a number, the byte that marks begin with.
  mutating func end(body: UnsafeRawBufferPointer) {
    if QuietMark.offset(in: body, from: 0) != nil { ranges = [] }
    var offset = 0
    while !ranges.isEmpty, let found = body.firstOffset(of: UInt8(ascii: "&"), from: offset) {
      if found + 1 < body.count, body[found + 1] == UInt8(ascii: "#") { ranges = [] }
      offset = found + 1
    }
  }

  private mutating func note(_ byte: UInt8, after previous: UInt8) {
    switch byte {
    case UInt8(ascii: "["): mayBeInLabel = true
    case UInt8(ascii: "]"): if previous != UInt8(ascii: "\\") { mayBeInLabel = false }
    case UInt8(ascii: "<"): mayBeInTag = true
    default: break
    }
  }

  /// An empty line ends every paragraph, and with it labels and tags.
  private mutating func endParagraph(ifEmpty line: Range<Int>, of bytes: UnsafeRawBufferPointer) {
    guard mayBeInLabel || mayBeInTag, bytes[line].allSatisfy(\.isSpaceOrTab) else { return }
    mayBeInLabel = false
    mayBeInTag = false
  }

  /// Adds what can be left out of a run of quiet bytes.
  private mutating func add(_ run: Range<Int>, of bytes: UnsafeRawBufferPointer) {
    guard !mayBeInLabel, !mayBeInTag,
      ranges.count < QuietMark.limit
    else { return }
    var start = run.lowerBound
    while start < run.upperBound, !bytes[start].isLetter { start += 1 }
    while start < run.upperBound, bytes[start] != 0x20 { start += 1 }
    start += 1
    var end = run.upperBound - 1
    while end > start, bytes[end] == 0x20 || bytes[end].isContinuation { end -= 1 }
    guard end - start >= Self.leastLength else { return }
    ranges.append(Extent(start, end))
  }

  /// So many bytes are looked at together.
  private static let blockLength = 64

  /// Returns a bit for each byte of a block, the first byte's the lowest, that is neither a small
  /// letter nor a space nor above ASCII, as most are.
  @inline(__always)
  private static func others(
    in bytes: UnsafeRawBufferPointer, from offset: Int, to end: Int
  ) -> UInt64 {
    guard let base = bytes.baseAddress, offset &+ blockLength <= bytes.count else {
      return lastOthers(in: bytes, from: offset, to: end)
    }
    let block = base + offset
    let letters = byte_masks_between(block, UInt8(ascii: "a"), UInt8(ascii: "z"))
    let quiet = letters | byte_masks_equal(block, 0x20) | byte_masks_between(block, 0x80, 0xFF)
    return ~quiet & byte_masks_first(end &- offset)
  }

  /// The same of a block after which there are not enough bytes.
  private static func lastOthers(
    in bytes: UnsafeRawBufferPointer, from offset: Int, to end: Int
  ) -> UInt64 {
    var others: UInt64 = 0
    for place in offset..<end {
      let byte = bytes[place]
      let isQuiet = byte >= 0x80 || byte == 0x20 || byte &- UInt8(ascii: "a") < 26
      if !isQuiet { others |= 1 << UInt64(place - offset) }
    }
    return others
  }

  /// Whether a byte means nothing where it stands: neither to libcmark, nor to any pass that
  /// `SpecialBytes` tells of a text.
  private static func isQuiet(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, from start: Int, to end: Int
  ) -> Bool {
    let byte = bytes[offset]
    var next: UInt8 { offset &+ 1 < end ? bytes[offset &+ 1] : 0 }
    var previous: UInt8 { offset > start ? bytes[offset &- 1] : 0 }
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return !next.isUppercase && !next.isDigit
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "?"), UInt8(ascii: "%"):
      return true
    case UInt8(ascii: "."):
      return next != byte && previous != byte && previous != UInt8(ascii: "w")
    case UInt8(ascii: "-"): return next.isLetter && previous.isLetter
    case UInt8(ascii: ":"): return next == 0x20
    default: return false
    }
  }
}

/// What stands in libcmark's text for what it is not shown: a control character that no text with
/// marks has, and the number of the run in four letters.
enum QuietMark {
  static let length = 5
  /// How many runs can be told apart.
  static let limit = 1 << 16

  private static let byte: UInt8 = 0x02

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(byte)
    for shift in [12, 8, 4, 0] {
      bytes.append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: number >> shift & 15))
    }
  }

  /// Returns where the first mark at or after a place begins.
  static func offset(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    text.firstOffset(of: byte, from: start)
  }

  /// Returns the number in the mark that begins at a place.
  static func number(in text: UnsafeRawBufferPointer, at start: Int) -> Int {
    text[start + 1..<start + length].reduce(0) { $0 << 4 | Int($1 &- UInt8(ascii: "a")) & 15 }
  }
}

extension UnsafeRawBufferPointer {
  /// Returns the first place at or after `start` where a byte stands.
  fileprivate func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    let found = parse_memory_find(base + start, byte, count - start)
    return found == count - start ? nil : start + found
  }
}
