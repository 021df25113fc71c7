/// Parts a line of a table into cells.
enum TableRowScanner {
  /// Calls `body` with the cells of a line without the spaces around them; `\|` does not part
  /// cells.
  static func forEachCell(
    of line: Range<Int>, in source: [UInt8], limit: Int = MarkdownLimits.tableColumns,
    _ body: (Range<Int>) -> Void
  ) {
    let line = trimmed(line, in: source)
    var start = line.lowerBound
    guard start < line.upperBound else { return }
    if source[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    var count = 0
    while offset < line.upperBound, count < limit {
      if source[offset] == UInt8(ascii: "|"),
        offset == line.lowerBound || source[offset - 1] != UInt8(ascii: "\\")
      {
        body(trimmed(start..<offset, in: source))
        count += 1
        start = offset + 1
      }
      offset += 1
    }
    if start < line.upperBound, offset == line.upperBound {
      body(trimmed(start..<line.upperBound, in: source))
    }
  }

  /// Returns how a cell of a delimiter row sets its column, or `nil` if the row is none.
  static func alignment(of cell: Range<Int>, in source: [UInt8]) -> TableAlignment? {
    guard !cell.isEmpty else { return nil }
    let isLeft = source[cell.lowerBound] == UInt8(ascii: ":")
    let isRight = source[cell.upperBound - 1] == UInt8(ascii: ":")
    let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ source[$0] == UInt8(ascii: "-") }) else {
      return nil
    }
    return isLeft ? (isRight ? .center : .left) : isRight ? .right : .natural
  }

  private static func trimmed(_ range: Range<Int>, in source: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, source[lower].isWhitespace { lower += 1 }
    while upper > lower, source[upper - 1].isWhitespace { upper -= 1 }
    return lower..<upper
  }
}
