/// Parts a line of a table into cells.
enum TableRowScanner {
  /// Returns the cells of a line without the spaces around them; `\|` does not part cells.
  static func cells(of line: Range<Int>, in source: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    let line = trimmed(line, in: source)
    var start = line.lowerBound
    guard start < line.upperBound else { return [] }
    if source[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    while offset < line.upperBound, cells.count < MarkdownLimits.tableColumns {
      if source[offset] == UInt8(ascii: "|"),
        offset == line.lowerBound || source[offset - 1] != UInt8(ascii: "\\")
      {
        cells.append(trimmed(start..<offset, in: source))
        start = offset + 1
      }
      offset += 1
    }
    if start < line.upperBound, offset == line.upperBound {
      cells.append(trimmed(start..<line.upperBound, in: source))
    }
    return cells
  }

  /// Returns how a delimiter row sets the columns, or `nil` if it is none.
  static func alignments(of line: Range<Int>, in source: [UInt8]) -> [TableAlignment]? {
    var alignments: [TableAlignment] = []
    for cell in cells(of: line, in: source) {
      guard !cell.isEmpty else { return nil }
      let isLeft = source[cell.lowerBound] == UInt8(ascii: ":")
      let isRight = source[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ source[$0] == UInt8(ascii: "-") }) else {
        return nil
      }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .natural)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func trimmed(_ range: Range<Int>, in source: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, source[lower].isWhitespace { lower += 1 }
    while upper > lower, source[upper - 1].isWhitespace { upper -= 1 }
    return lower..<upper
  }
}
