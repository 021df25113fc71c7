/// Leads from the lines and columns of the parsed text back to offsets in the source.
struct LineTable: Sendable {
  /// Where each parsed line of the body starts in the source; then the end of the body.
  private var starts: [Int32]
  /// The edit on a line, if any line has one.
  private var editOfLine: [Int: ParserInput.LineEdit] = [:]
  private let preludeLineCount: Int
  private let source: [UInt8]

  /// Uses the line starts found in the body, and puts in the lines that the edits add.
  init(lineStarts: [Int32], input: ParserInput) {
    self.starts = lineStarts
    self.preludeLineCount = input.preludeLineCount
    self.source = input.source
    var inserted = 0
    for edit in input.edits {
      let line = lineIndex(of: edit.range.lowerBound)
      if edit.isInsertedLine { starts.insert(starts[line], at: line) }
      editOfLine[line] = edit
      inserted += 1
    }
  }

  /// The number of lines in the body as parsed.
  var count: Int { starts.count - 1 }

  /// Returns the index of a line that libcmark counts from 1; negative in the prelude.
  func index(ofParsedLine line: Int32) -> Int { Int(line) - 1 - preludeLineCount }

  func start(of line: Int) -> Int { Int(starts[min(max(line, 0), starts.count - 1)]) }

  /// Where the line ends, its line break included.
  func fullEnd(of line: Int) -> Int { start(of: line + 1) }

  /// Where the line ends, without its line break.
  func end(of line: Int) -> Int {
    let start = start(of: line)
    var end = fullEnd(of: line)
    while end > start, source[end - 1].isLineBreak { end -= 1 }
    return end
  }

  /// Returns the offset of a column that libcmark counts in bytes from 1.
  func offset(line: Int, column: Int) -> Int {
    let start = start(of: line)
    var offset = start + max(column - 1, 0)
    if !editOfLine.isEmpty, let edit = editOfLine[line], offset > edit.range.lowerBound {
      let grown = edit.replacement.count - edit.range.count
      offset = max(offset - grown, edit.range.lowerBound)
      if offset < edit.range.upperBound { offset = edit.range.upperBound }
    }
    return min(offset, fullEnd(of: line))
  }

  /// The edit on the line, if there is one.
  func edit(on line: Int) -> ParserInput.LineEdit? {
    editOfLine.isEmpty ? nil : editOfLine[line]
  }

  /// Returns the line that holds an offset; of lines with the same start, the last.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = max(starts.count - 1, 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
