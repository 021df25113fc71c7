/// One pass over the body's lines before libcmark sees them: where they start, and which of them
/// may need to be seen differently.
///
/// It knows nothing of blocks, so what it finds may turn out to stand in a code block.
struct SourceScan {
  /// Where each line starts, and the end of the body.
  private(set) var lineStarts: [Int32] = []
  private(set) var marks: [Mark] = []
  /// Brackets of images that open where too many brackets are open already.
  private(set) var excessBrackets: [Int] = []
  /// What libcmark need not see.
  private(set) var quiet = QuietRuns()

  /// A line that looks like part of an extension.
  struct Mark: Sendable {
    let kind: Kind
    let line: Int
    /// Where the line's text starts, after spaces and quote marks.
    let start: Int
    /// Where the line ends, without its break.
    let end: Int
  }

  enum Kind: Sendable {
    /// `[^label]:`.
    case footnote
    /// `:::`, with or without a name.
    case containerDirective
    /// `::name`.
    case leafDirective
    /// The row of dashes and bars under a table's head.
    case delimiterRow
  }

  init(source: [UInt8], body: Range<Int>, options: MarkdownOptions) {
    let dialect = options.dialect
    lineStarts.reserveCapacity(body.count / 40 + 2)
    lineStarts.append(Int32(truncatingIfNeeded: body.lowerBound))
    var runs = QuietRuns()
    source.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var start = body.lowerBound
      while start < body.upperBound {
        let end = runs.scanLine(raw, from: start, to: body.upperBound)
        if dialect != .commonMark { mark(bytes, start..<end, dialect: dialect) }
        start = min(end + 1, body.upperBound)
        if end < body.upperBound, bytes[end] == 0x0D, start < body.upperBound, bytes[start] == 0x0A
        {
          start += 1
        }
        if start < body.upperBound { lineStarts.append(Int32(truncatingIfNeeded: start)) }
      }
      // A short text cannot open enough brackets to cost anything.
      if body.count > MarkdownLimits.openBrackets * 16 { findExcessBrackets(bytes, body) }
      runs.end(body: UnsafeRawBufferPointer(rebasing: raw[body]))
    }
    if options.leavesOutQuietRuns { quiet = runs }
    lineStarts.append(Int32(truncatingIfNeeded: body.upperBound))
  }

  /// Finds images that begin where too many brackets are open already.
  ///
  /// Only images cost: each link looks at all the images that are open before it.
  private mutating func findExcessBrackets(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>
  ) {
    var open = 0
    for offset in body {
      switch bytes[offset] {
      case UInt8(ascii: "["):
        open += 1
        if open > MarkdownLimits.openBrackets, offset > body.lowerBound,
          bytes[offset - 1] == UInt8(ascii: "!")
        {
          excessBrackets.append(offset)
        }
      case UInt8(ascii: "]"): open = max(open - 1, 0)
      case 0x0A:
        // Brackets are matched inside a paragraph, and an empty line ends every paragraph.
        if offset > body.lowerBound, bytes[offset - 1].isLineBreak { open = 0 }
      default: break
      }
    }
  }

  private mutating func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, dialect: MarkdownOptions.Dialect
  ) {
    var start = line.lowerBound
    while start < line.upperBound,
      bytes[start].isSpaceOrTab || bytes[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    guard start + 1 < line.upperBound,
      let kind = Self.kind(bytes, start..<line.upperBound, dialect: dialect)
    else { return }
    marks.append(Mark(kind: kind, line: lineStarts.count - 1, start: start, end: line.upperBound))
  }

  private static func kind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, dialect: MarkdownOptions.Dialect
  ) -> Kind? {
    let start = text.lowerBound
    switch bytes[start] {
    case UInt8(ascii: "["): return bytes[start + 1] == UInt8(ascii: "^") ? .footnote : nil
    case UInt8(ascii: "|"), UInt8(ascii: "-"):
      return isDelimiterRow(bytes, text) ? .delimiterRow : nil
    case UInt8(ascii: ":"):
      if isDelimiterRow(bytes, text) { return .delimiterRow }
      guard dialect == .gazette, bytes[start + 1] == UInt8(ascii: ":"), start + 2 < text.upperBound
      else { return nil }
      if bytes[start + 2] == UInt8(ascii: ":") { return .containerDirective }
      return bytes[start + 2].isLetter ? .leafDirective : nil
    default: return nil
    }
  }

  private static func isDelimiterRow(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Bool {
    var hasBar = false
    var hasDash = false
    for offset in text {
      switch bytes[offset] {
      case UInt8(ascii: "|"): hasBar = true
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasBar && hasDash
  }
}
