extension InputPlan {
  /// Plans the table whose delimiter row a mark is, with all lines up to an empty one.
  func planTable(_ mark: SourceScan.Mark, scan: SourceScan) {
    if let last = tables.last, mark.line <= last.lastLine + 1 {
      tables[tables.count - 1].hidesOthers = true
      return
    }
    guard mark.line > 0 else { return }
    let headLine = mark.line - 1
    let head = lineText(headLine, scan: scan)
    let start = corrections.headStarts[headLine] ?? skipItemMarkers(head)
    guard start < head.upperBound,
      let columns = addAlignments(of: mark.start..<mark.end, head: start..<head.upperBound)
    else { return }
    let parting = corrections.partings[headLine]
    if let parting { part(headLine, at: parting, scan: scan) }
    if tables.isEmpty { reserveTables() }
    let firstRow = rows.count
    let firstOmission = omissions.count
    addRow(start..<head.upperBound, columns: columns.count, of: mark.start)
    if input.source[mark.start] == UInt8(ascii: "|") {
      shorten(mark.start + 1..<mark.end, of: mark.start)
    }
    var line = mark.line + 1
    while line < scan.lineStarts.count - 1 {
      var text = lineText(line, scan: scan)
      // A first tree may have shown that what looks like an empty quote is a row.
      if text.isEmpty, let end = corrections.tableEnds[mark.start] {
        text = lineText(line, scan: scan, hasMarks: true)
        if text.lowerBound >= end { break }
      }
      if text.isEmpty || isPast(text.lowerBound, tableAt: mark.start) { break }
      addRow(text, columns: columns.count, of: mark.start)
      line += 1
    }
    tables.append(
      Table(
        mark: mark.start, headLine: headLine, isParted: parting != nil,
        isShortened: omissions.count > firstOmission, alignments: columns,
        rows: firstRow..<rows.count))
  }

  /// Makes room for a usual table, since growing by doubling costs most while arrays are small.
  private func reserveTables() {
    rows.reserveCapacity(24)
    cells.reserveCapacity(96)
    omissions.reserveCapacity(32)
    input.reservePrelude(1024)
  }

  /// Whether a line's text stands after a table: known from a first tree, or by the looks of it.
  private func isPast(_ start: Int, tableAt mark: Int) -> Bool {
    if let end = corrections.tableEnds[mark] { return start >= end }
    guard input.source[start] == UInt8(ascii: "#"), !corrections.isLast else { return false }
    var end = start
    while end < input.source.count, input.source[end] == UInt8(ascii: "#") { end += 1 }
    return end - start <= 6 && (end == input.source.count || input.source[end].isWhitespace)
  }

  /// Adds what a delimiter row says of the columns; `nil` if it is none, or none of this head.
  private func addAlignments(of row: Range<Int>, head: Range<Int>) -> Range<Int>? {
    let source = input.source
    let first = alignments.count
    var isDelimiterRow = true
    TableRowScanner.forEachCell(of: row, in: source) { cell in
      if let alignment = TableRowScanner.alignment(of: cell, in: source) {
        alignments.append(alignment)
      } else {
        isDelimiterRow = false
      }
    }
    var count = 0
    if isDelimiterRow { TableRowScanner.forEachCell(of: head, in: source) { _ in count += 1 } }
    guard isDelimiterRow, count > 0, count == alignments.count - first else {
      alignments.removeSubrange(first...)
      return nil
    }
    return first..<alignments.count
  }

  private func addRow(_ text: Range<Int>, columns: Int, of mark: Int) {
    let source = input.source
    let first = cells.count
    TableRowScanner.forEachCell(of: text, in: source, limit: columns) { span in
      let isPlain = source[span].allSatisfy(Self.isPlain)
      let entry =
        isPlain ? nil : input.addToPrelude(PreludeEntry(span: span, unescapesPipes: true))
      cells.append(Cell(span: Extent(span), entry: entry))
    }
    if source[text.lowerBound] == UInt8(ascii: "|") {
      shorten(text.lowerBound + 1..<text.upperBound, of: mark)
    }
    rows.append(Row(span: Extent(text), cells: first..<cells.count))
  }

  /// Whether a byte means only itself, wherever it stands in a text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: ";"), UInt8(ascii: "$"), 0x20:
      true
    default: byte.isAlphanumeric || byte >= 0x80
    }
  }

  /// Puts an empty line before a table, with the marks of the quotes that it stands in.
  private func part(_ line: Int, at start: Int, scan: SourceScan) {
    let lineStart = Int(scan.lineStarts[line])
    let marks = input.source[lineStart..<max(start, lineStart)].map {
      $0 == UInt8(ascii: ">") ? $0 : 0x20
    }
    // The space keeps the line break from joining a carriage return before it.
    input.add(
      ParserInput.LineEdit(
        range: lineStart..<lineStart, replacement: marks + [0x20, 0x0A], isInsertedLine: true))
  }

  /// Returns a line's text without the spaces around it and, unless asked for, quote marks.
  private func lineText(_ line: Int, scan: SourceScan, hasMarks: Bool = false) -> Range<Int> {
    var start = Int(scan.lineStarts[line])
    var end = Int(scan.lineStarts[line + 1])
    while end > start, input.source[end - 1].isWhitespace { end -= 1 }
    while start < end,
      input.source[start].isSpaceOrTab || (!hasMarks && input.source[start] == UInt8(ascii: ">"))
    {
      start += 1
    }
    return start..<end
  }

  /// Passes over the markers of list items that a table's head may stand behind.
  private func skipItemMarkers(_ text: Range<Int>) -> Int {
    let source = input.source
    var start = text.lowerBound
    while start < text.upperBound {
      var end = start
      if "-+*".utf8.contains(source[end]) {
        end += 1
      } else {
        while end < text.upperBound, source[end].isDigit { end += 1 }
        guard end > start, end < text.upperBound, ".)".utf8.contains(source[end]) else {
          return start
        }
        end += 1
      }
      guard end < text.upperBound, source[end].isSpaceOrTab else { return start }
      while end < text.upperBound, source[end].isSpaceOrTab { end += 1 }
      start = end
    }
    return start
  }
}

extension InputPlan {
  /// Returns the number of the table that stands in a paragraph.
  func table(inParagraphAt span: Extent, scan: SourceScan) -> Int? {
    guard !tables.isEmpty else { return nil }
    var low = 0
    var high = tables.count
    // The first whose delimiter row starts after the paragraph does.
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].mark > span.start { high = middle } else { low = middle + 1 }
    }
    guard low < tables.count, Int(scan.lineStarts[tables[low].delimiterLine]) < span.end,
      Int(scan.lineStarts[tables[low].delimiterLine]) > span.start
    else { return nil }
    return low
  }

  /// Returns the table that a paragraph is, from its first line on.
  func table(thatIsParagraphAt span: Extent, scan: SourceScan) -> Table? {
    guard let number = table(inParagraphAt: span, scan: scan) else { return nil }
    let table = tables[number]
    return rows[table.rows.lowerBound].span.lower == span.lower ? table : nil
  }
}
