internal import Packing

/// Where the parts of a text stand in its source: points between which both go on byte by byte.
struct TextPlaces: Sendable, Hashable {
  /// The place of what stands before the first point.
  private let start: Int
  private var points: [Point] = []

  private struct Point: Sendable, Hashable {
    let text: Int
    let source: Int
    let kind: Kind
  }

  private enum Kind: Int, Sendable, Hashable {
    /// A part of the source begins.
    case begin
    /// The same part goes on, from a place that does not follow from the point before.
    case inner
    /// The part is over.
    case end
  }

  init(start: Int) { self.start = start }

  mutating func begin(_ text: Int, at source: Int) {
    points.append(Point(text: text, source: source, kind: .begin))
  }

  /// Notes a place inside a part, unless it follows from the last point.
  mutating func add(_ text: Int, at source: Int) {
    guard let last = points.last, source - last.source != text - last.text else { return }
    points.append(Point(text: text, source: source, kind: .inner))
  }

  mutating func end(_ text: Int, at source: Int) {
    points.append(Point(text: text, source: source, kind: .end))
  }

  /// Returns the bytes of the source that a part of the text was written in.
  func span(of range: Range<Int>) -> Range<Int> {
    let lower = offset(of: range.lowerBound, holding: range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    return lower..<max(lower, offset(of: range.upperBound, holding: range.upperBound - 1))
  }

  private func offset(of offset: Int, holding held: Int) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].text <= held { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start }
    let point = points[low - 1]
    if low < points.count, points[low].kind != .begin, points[low].text <= offset {
      return points[low].source
    }
    return point.kind == .end ? point.source : point.source + offset - point.text
  }
}

// MARK: - Packing

extension TextPlaces {
  func pack(into packer: inout Packer) {
    packer.add(start)
    packer.add(points) { packer, point in
      packer.add(point.text)
      packer.add(point.source)
      packer.add(point.kind.rawValue)
    }
  }

  init(unpacking unpacker: inout Unpacker) {
    start = unpacker.number()
    points = unpacker.list { unpacker in
      let text = unpacker.number()
      let source = unpacker.number()
      let kind = Kind(rawValue: unpacker.number())
      if kind == nil { unpacker.refuse() }
      return Point(text: text, source: source, kind: kind ?? .end)
    }
  }
}

extension MarkdownText {
  func pack(into packer: inout Packer) {
    packer.add(bytes: bytes)
    packer.add(headlessTables) { $0.add($1) }
    packer.add(headingOffset)
    textPlaces.pack(into: &packer)
  }

  init(unpacking unpacker: inout Unpacker) {
    let bytes = unpacker.byteRun()
    let tables = unpacker.list { $0.range() }
    let offset = unpacker.number()
    self.init(
      bytes: bytes, headlessTables: tables, headingOffset: offset,
      places: TextPlaces(unpacking: &unpacker))
  }
}
