/// The text of one block as libcmark sees it: its lines without what containers put before them.
///
/// Each run of bytes knows where it comes from in the source.
struct InlineContent {
  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []
  /// The segment that the last look-up was in; look-ups mostly go forwards.
  private var current = 0

  private struct Segment {
    let content: Int32
    let source: Int32
  }

  /// Makes room for about `capacity` bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    segments.reserveCapacity(capacity / 32)
  }

  var count: Int { bytes.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    current = 0
  }

  /// Adds a run of the source.
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    startSegment(at: range.lowerBound)
    bytes.append(contentsOf: source[range])
  }

  /// Adds the spaces that stand for what is left of a tab.
  mutating func append(spaces count: Int, forTabAt offset: Int) {
    for _ in 0..<count {
      startSegment(at: offset)
      bytes.append(0x20)
    }
  }

  private mutating func startSegment(at offset: Int) {
    segments.append(
      Segment(
        content: Int32(truncatingIfNeeded: bytes.count),
        source: Int32(truncatingIfNeeded: offset)))
  }

  /// Returns where a byte comes from; the end of the content comes after its last byte.
  mutating func sourceOffset(of offset: Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    while current > 0, Int(segments[current].content) > offset { current -= 1 }
    while current + 1 < segments.count, Int(segments[current + 1].content) <= offset {
      current += 1
    }
    return Int(segments[current].source) + offset - Int(segments[current].content)
  }

  /// Returns the source span of a range; its end is after the last byte and not before the next.
  mutating func span(from start: Int, to end: Int) -> Extent {
    let lower = sourceOffset(of: start)
    return Extent(lower, end > start ? sourceOffset(of: end - 1) + 1 : lower)
  }
}
