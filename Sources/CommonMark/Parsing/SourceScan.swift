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

  init(source: [UInt8], body: Range<Int>, dialect: MarkdownOptions.Dialect) {
    lineStarts.reserveCapacity(body.count / 40 + 2)
    lineStarts.append(Int32(truncatingIfNeeded: body.lowerBound))
    source.withUnsafeBufferPointer { bytes in
      var start = body.lowerBound
      var offset = start
      var openBrackets = 0
      while offset < body.upperBound {
        let byte = bytes[offset]
        offset += 1
        // One comparison passes most bytes: line breaks and brackets lie below the small letters.
        guard byte <= 0x5D else { continue }
        if byte == UInt8(ascii: "[") {
          openBrackets += 1
          // Only images cost: each link looks at all the images that are open before it.
          if openBrackets > MarkdownLimits.openBrackets, offset - 2 >= body.lowerBound,
            bytes[offset - 2] == UInt8(ascii: "!")
          {
            excessBrackets.append(offset - 1)
          }
        } else if byte == UInt8(ascii: "]") {
          if openBrackets > 0 { openBrackets -= 1 }
        } else if byte.isLineBreak {
          // Brackets are matched inside a paragraph, and an empty line ends every paragraph.
          if offset - start <= 1 { openBrackets = 0 }
          if dialect != .commonMark { mark(bytes, start..<offset - 1, dialect: dialect) }
          if byte == 0x0D, offset < body.upperBound, bytes[offset] == 0x0A { offset += 1 }
          if offset < body.upperBound { lineStarts.append(Int32(truncatingIfNeeded: offset)) }
          start = offset
        }
      }
      if start < offset, dialect != .commonMark { mark(bytes, start..<offset, dialect: dialect) }
    }
    lineStarts.append(Int32(truncatingIfNeeded: body.upperBound))
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
