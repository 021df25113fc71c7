/// Leads from the bytes of a text's literal to its source, going forwards only.
struct TextMapper {
  private let text: Range<Int>
  private let spanStart: Int
  private let isCooked: Bool
  private let pool: [UInt8]
  private let source: [UInt8]
  private let spanEnd: Int
  /// How far both sides have been walked, when they differ.
  private var literalOffset = 0
  private var sourceOffset: Int

  init(node: Node, in tree: MarkdownTree) {
    text = node.text.range
    spanStart = node.span.start
    spanEnd = node.flags.contains(.approximate) ? node.span.start : node.span.end
    isCooked = node.flags.contains(.cooked) || node.flags.contains(.approximate)
    pool = tree.pool
    source = tree.source.bytes
    sourceOffset = node.span.start
  }

  /// Returns the source offset of an offset in the pool, which lies in the text.
  mutating func offset(of poolOffset: Int) -> Int {
    let literal = poolOffset - text.lowerBound
    guard isCooked else { return spanStart + literal }
    guard spanEnd > spanStart else { return spanStart }
    if literal < literalOffset {
      literalOffset = 0
      sourceOffset = spanStart
    }
    pool.withUnsafeBufferPointer { pool in
      source.withUnsafeBufferPointer { source in
        var aligner = TextAligner(
          content: UnsafeBufferPointer(rebasing: source[sourceOffset..<spanEnd]), at: 0,
          literal: UnsafeBufferPointer(
            rebasing: pool[text.lowerBound + literalOffset..<text.upperBound]))
        _ = aligner.advance(toLiteral: literal - literalOffset)
        literalOffset += aligner.literalOffset
        sourceOffset += aligner.contentOffset
      }
    }
    return sourceOffset
  }

  /// Returns the source span of a range of the pool inside the text.
  mutating func span(of range: Range<Int>) -> Range<Int> {
    let lower = offset(of: range.lowerBound)
    return lower..<max(lower, offset(of: range.upperBound))
  }

  /// Returns the last place at or before `sourceOffset` where the text can be parted: not inside
  /// an escape, an entity or a run that became one typographic mark.
  func boundary(notAfter sourceOffset: Int) -> (source: Int, pool: Int) {
    guard isCooked else {
      let offset = min(max(sourceOffset, spanStart), spanEnd)
      return (offset, text.lowerBound + offset - spanStart)
    }
    return pool.withUnsafeBufferPointer { pool in
      source.withUnsafeBufferPointer { source in
        var aligner = TextAligner(
          content: UnsafeBufferPointer(rebasing: source[spanStart..<spanEnd]), at: 0,
          literal: UnsafeBufferPointer(rebasing: pool[text]))
        var last = (source: spanStart, pool: text.lowerBound)
        while aligner.literalOffset < text.count,
          aligner.advance(toLiteral: aligner.literalOffset + 1),
          spanStart + aligner.contentOffset <= sourceOffset
        {
          last = (spanStart + aligner.contentOffset, text.lowerBound + aligner.literalOffset)
        }
        return last
      }
    }
  }
}
