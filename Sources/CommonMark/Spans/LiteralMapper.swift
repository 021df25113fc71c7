/// Leads from the literal of raw HTML or code, which may have several lines, to its source.
///
/// Containers put their marks before a line and never after it, so each line of the literal ends
/// where its line of the source ends.
struct LiteralMapper {
  private let pool: [UInt8]
  private let source: [UInt8]
  private let text: Range<Int>
  private let span: Range<Int>
  /// The ends of the line of the literal and of the source that the last look-up was in.
  private var literalLineEnd: Int
  private var sourceLineEnd: Int

  init(node: Node, in tree: MarkdownTree) {
    pool = tree.pool
    source = tree.source.bytes
    text = node.text.range
    span = node.span.range
    literalLineEnd = Self.lineEnd(from: text.lowerBound, in: pool, limit: text.upperBound)
    sourceLineEnd = Self.lineEnd(from: span.lowerBound, in: source, limit: span.upperBound)
  }

  /// Returns the source span of a range of the pool; ranges must come in order.
  mutating func span(of range: Range<Int>) -> Extent {
    let lower = offset(of: range.lowerBound)
    return Extent(lower, max(lower, offset(of: range.upperBound)))
  }

  private mutating func offset(of poolOffset: Int) -> Int {
    while poolOffset > literalLineEnd, literalLineEnd < text.upperBound {
      literalLineEnd = Self.lineEnd(
        from: Self.afterBreak(literalLineEnd, in: pool), in: pool, limit: text.upperBound)
      sourceLineEnd = Self.lineEnd(
        from: Self.afterBreak(sourceLineEnd, in: source), in: source, limit: span.upperBound)
    }
    return min(max(sourceLineEnd - (literalLineEnd - poolOffset), span.lowerBound), span.upperBound)
  }

  private static func lineEnd(from offset: Int, in bytes: [UInt8], limit: Int) -> Int {
    var offset = offset
    while offset < limit, !bytes[offset].isLineBreak { offset += 1 }
    return min(offset, limit)
  }

  private static func afterBreak(_ offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return offset }
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }
}
