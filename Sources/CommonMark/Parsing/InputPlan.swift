/// What is changed for libcmark, and what each change stands for.
///
/// Made from a scan that does not know blocks. When the tree shows that a change was wrong, or
/// that one is missing, `corrections` say so and a second plan is made.
struct InputPlan {
  private(set) var input: ParserInput
  /// By the offset of the line's text.
  private(set) var footnotes: [Int: Footnote] = [:]
  /// The labels of the footnotes, in the order of their numbers in the prelude.
  private(set) var footnoteLabels: [Range<Int>] = []
  private(set) var containers: [Int: ContainerLine] = [:]
  private(set) var leaves: [Int: DirectiveSyntax] = [:]
  /// By the line of the delimiter row.
  private(set) var tables: [Int: Table] = [:]
  /// The delimiter rows in order.
  private(set) var delimiterLines: [Int] = []
  /// The number in the prelude of a label, by its start.
  private(set) var labelEntries: [Int: Int] = [:]

  struct Footnote {
    let label: Range<Int>
    let edit: Range<Int>
  }

  /// A line of colons: the start of a container, or an end.
  struct ContainerLine {
    let colons: Int
    let directive: DirectiveSyntax?
    let span: Range<Int>
  }

  struct Table {
    /// The offset of the delimiter row's text.
    let mark: Int
    let headLine: Int
    /// Whether other delimiter rows stand in it, which are rows if it is a table.
    var hidesOthers = false
    /// Whether an empty line is put in before it.
    let isParted: Bool
    let alignments: [TableAlignment]
    /// The head, then the body.
    var rows: [Row]
  }

  struct Row {
    let line: Int
    let span: Range<Int>
    let cells: [Cell]
  }

  struct Cell {
    let span: Range<Int>
    let content: Content

    enum Content {
      /// The text has no byte that could mean anything, so it is what is written.
      case plain
      /// The number of the text in the prelude.
      case entry(Int)
    }
  }

  /// What a first tree has shown to be wrong with a plan.
  struct Corrections {
    /// Marks that are not what they looked like, by the offset of their text.
    var rejected: Set<Int> = []
    /// Where the text of a table's head really starts, by line.
    var headStarts: [Int: Int] = [:]
    /// Heads that follow a paragraph without an empty line, and where their text starts.
    var partings: [Int: Int] = [:]

    var isEmpty: Bool { rejected.isEmpty && headStarts.isEmpty && partings.isEmpty }
  }

  init(source: [UInt8], body: Range<Int>, scan: SourceScan, corrections: Corrections) {
    input = ParserInput(source: source, body: body)
    for mark in scan.marks where !corrections.rejected.contains(mark.start) {
      switch mark.kind {
      case .footnote: planFootnote(mark, scan: scan)
      case .containerDirective: planContainer(mark)
      case .leafDirective: planLeaf(mark)
      case .delimiterRow: planTable(mark, scan: scan, corrections: corrections)
      }
    }
    escapeExcessBrackets(scan)
    for (number, label) in footnoteLabels.enumerated() {
      input.addToPrelude(
        label: source[label.lowerBound - 1..<label.upperBound],
        destination: FootnoteAddress.text(for: number))
    }
    input.endPrelude()
  }

  /// Escapes images that begin where a thousand brackets are open.
  private mutating func escapeExcessBrackets(_ scan: SourceScan) {
    guard !scan.excessBrackets.isEmpty else { return }
    input.merge(
      scan.excessBrackets.map {
        ParserInput.LineEdit(range: $0..<$0, replacement: [UInt8(ascii: "\\")])
      })
  }

  /// Writes a footnote as an item whose content is indented by four, as a footnote's is.
  private mutating func planFootnote(_ mark: SourceScan.Mark, scan: SourceScan) {
    let source = input.source
    guard let close = source[mark.start..<mark.end].firstIndex(of: UInt8(ascii: "]")),
      close > mark.start + 2, close - mark.start < 200, close + 1 < mark.end,
      source[close + 1] == UInt8(ascii: ":")
    else { return }
    let label = mark.start + 2..<close
    guard
      !source[label].contains(where: {
        $0.isWhitespace || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\")
      })
    else { return }
    var end = close + 2
    while end < mark.end, source[end].isSpaceOrTab { end += 1 }
    let edit = mark.start..<end
    input.add(
      ParserInput.LineEdit(range: edit, replacement: Array((end == mark.end ? "01)" : "01) ").utf8))
    )
    footnotes[mark.start] = Footnote(label: label, edit: edit)
    footnoteLabels.append(label)
  }

  /// Writes a line of colons as a thematic break, which no paragraph or list can take in.
  private mutating func planContainer(_ mark: SourceScan.Mark) {
    let source = input.source
    var name = mark.start
    while name < mark.end, source[name] == UInt8(ascii: ":") { name += 1 }
    let colons = name - mark.start
    var directive: DirectiveSyntax?
    if !source[name..<mark.end].allSatisfy(\.isSpaceOrTab) {
      let parser = DirectiveParser(source: source, limit: mark.end)
      guard let syntax = parser.parseLine(nameAt: name, form: .container) else { return }
      directive = syntax
      planLabel(syntax)
    }
    var end = mark.end
    while source[end - 1].isSpaceOrTab { end -= 1 }
    input.add(ParserInput.LineEdit(range: mark.start..<end, replacement: Array("***".utf8)))
    containers[mark.start] = ContainerLine(
      colons: colons, directive: directive, span: mark.start..<end)
  }

  private mutating func planLeaf(_ mark: SourceScan.Mark) {
    let parser = DirectiveParser(source: input.source, limit: mark.end)
    guard let syntax = parser.parseLine(nameAt: mark.start + 2, form: .leaf) else { return }
    planLabel(syntax)
    leaves[mark.start] = syntax
  }

  private mutating func planLabel(_ syntax: DirectiveSyntax) {
    guard let label = syntax.label,
      !input.source[label].allSatisfy(\.isWhitespace)
    else { return }
    labelEntries[label.lowerBound] = input.addToPrelude(
      PreludeEntry(span: label, unescapesPipes: false))
  }

  private mutating func planTable(
    _ mark: SourceScan.Mark, scan: SourceScan, corrections: Corrections
  ) {
    if let last = delimiterLines.last, let table = tables[last],
      mark.line <= table.rows[table.rows.count - 1].line
    {
      tables[last]?.hidesOthers = true
      return
    }
    let source = input.source
    guard mark.line > 0,
      let alignments = TableRowScanner.alignments(of: mark.start..<mark.end, in: source)
    else { return }
    let headLine = mark.line - 1
    let head = lineText(headLine, scan: scan)
    let start = corrections.headStarts[headLine] ?? skipItemMarkers(head)
    guard start < head.upperBound else { return }
    let cells = TableRowScanner.cells(of: start..<head.upperBound, in: source)
    guard cells.count == alignments.count else { return }
    let parting = corrections.partings[headLine]
    if let parting { part(headLine, at: parting, scan: scan) }
    var table = Table(
      mark: mark.start, headLine: headLine, isParted: parting != nil, alignments: alignments,
      rows: [])
    table.rows.append(row(headLine, text: start..<head.upperBound, cells: cells))
    var line = mark.line + 1
    while line < scan.lineStarts.count - 1 {
      let text = lineText(line, scan: scan)
      if text.isEmpty { break }
      let cells = TableRowScanner.cells(of: text, in: source).prefix(alignments.count)
      table.rows.append(row(line, text: text, cells: Array(cells)))
      line += 1
    }
    tables[mark.line] = table
    delimiterLines.append(mark.line)
  }

  private mutating func row(_ line: Int, text: Range<Int>, cells: [Range<Int>]) -> Row {
    let planned = cells.map { span in
      Cell(
        span: span,
        content: input.source[span].allSatisfy(Self.isPlain)
          ? .plain : .entry(input.addToPrelude(PreludeEntry(span: span, unescapesPipes: true))))
    }
    return Row(line: line, span: text, cells: planned)
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
  private mutating func part(_ line: Int, at start: Int, scan: SourceScan) {
    let lineStart = Int(scan.lineStarts[line])
    let marks = input.source[lineStart..<max(start, lineStart)].map {
      $0 == UInt8(ascii: ">") ? $0 : 0x20
    }
    // The space keeps the line break from joining a carriage return before it.
    input.add(
      ParserInput.LineEdit(
        range: lineStart..<lineStart, replacement: marks + [0x20, 0x0A], isInsertedLine: true))
  }

  /// Returns a line's text without quote marks and the spaces around it.
  private func lineText(_ line: Int, scan: SourceScan) -> Range<Int> {
    var start = Int(scan.lineStarts[line])
    var end = Int(scan.lineStarts[line + 1])
    while end > start, input.source[end - 1].isWhitespace { end -= 1 }
    while start < end,
      input.source[start].isSpaceOrTab || input.source[start] == UInt8(ascii: ">")
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

/// The address that stands for a footnote between the prelude and the tree.
enum FootnoteAddress {
  /// The byte that such an address begins with.
  static let mark: UInt8 = 1

  static func text(for number: Int) -> String { "<\u{1}\(number)>" }

  /// Returns the number in an address, or `nil` if it is an author's.
  static func number(in address: ArraySlice<UInt8>) -> Int? {
    guard address.first == mark else { return nil }
    return Int(String(decoding: address.dropFirst(), as: UTF8.self))
  }
}
