/// Leads from the lines and columns of the parsed text back to offsets in the source.
struct LineTable: Sendable {
  /// Where each parsed line of the body starts in the source; then the end of the body.
  private var starts: [Int32]
  /// The lines that have an edit, in order, and the edits.
  private var editedLines: [Int32] = []
  private let edits: [ParserInput.LineEdit]
  private let preludeLineCount: Int
  private let source: [UInt8]

  /// Uses the line starts found in the body, and puts in the lines that the edits add.
  init(lineStarts: [Int32], input: ParserInput) {
    self.starts = lineStarts
    self.preludeLineCount = input.preludeLineCount
    self.source = input.source
    self.edits = input.edits
    var inserted: [(line: Int, start: Int32)] = []
    for edit in edits {
      let line = lineIndex(of: edit.range.lowerBound)
      editedLines.append(Int32(truncatingIfNeeded: line + inserted.count))
      if edit.isInsertedLine { inserted.append((line, lineStarts[line])) }
    }
    guard !inserted.isEmpty else { return }
    starts = []
    starts.reserveCapacity(lineStarts.count + inserted.count)
    var next = 0
    for (line, start) in inserted {
      starts.append(contentsOf: lineStarts[next..<line])
      starts.append(start)
      next = line
    }
    starts.append(contentsOf: lineStarts[next...])
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
    if let edit = edit(on: line), offset > edit.range.lowerBound {
      let grown = edit.replacement.count - edit.range.count
      offset = max(offset - grown, edit.range.lowerBound)
      if offset < edit.range.upperBound { offset = edit.range.upperBound }
    }
    return min(offset, fullEnd(of: line))
  }

  /// The edit on the line, if there is one.
  func edit(on line: Int) -> ParserInput.LineEdit? { editNumber(on: line).map { edits[$0] } }

  private func editNumber(on line: Int) -> Int? {
    guard !editedLines.isEmpty else { return nil }
    var low = 0
    var high = editedLines.count
    while low < high {
      let middle = (low + high) / 2
      if editedLines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low < edits.count && editedLines[low] == line ? low : nil
  }

  /// Whether libcmark sees only the beginning of the line.
  func isShortened(_ line: Int) -> Bool {
    editNumber(on: line).map { edits[$0].replacement.isEmpty } ?? false
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
