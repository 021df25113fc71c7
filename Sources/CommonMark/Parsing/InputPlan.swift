/// What is changed for libcmark, and what each change stands for.
///
/// Made from a scan that does not know blocks. When the tree shows that a change was wrong, or
/// that one is missing, `corrections` say so and a second plan is made. A class, as every pass
/// looks into it; it does not change once it is made.
final class InputPlan {
  var input: ParserInput
  let corrections: Corrections
  /// By the offset of the line's text.
  private(set) var footnotes = PlaceTable<Footnote>()
  /// By the offset of the line's text.
  private(set) var containers = PlaceTable<ContainerLine>()
  /// By the offset of the line's text.
  private(set) var leaves = PlaceTable<Leaf>()
  /// In order.
  var tables: [Table] = []
  var rows: [Row] = []
  var cells: [Cell] = []
  var alignments: [TableAlignment] = []
  /// The number in the prelude of a label, by its start.
  private(set) var labelEntries = PlaceTable<Int>()
  /// What is left out of lines, in order.
  var omissions: [ParserInput.LineEdit] = []

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

  struct Leaf {
    let directive: DirectiveSyntax
    /// Whether libcmark sees no more of it than its colons.
    let isShortened: Bool
  }

  /// A table as it stands if its first two lines are what they look like.
  struct Table {
    /// The offset of the delimiter row's text.
    let mark: Int
    let headLine: Int
    /// Whether other delimiter rows stand in it, which are rows if it is a table.
    var hidesOthers = false
    /// Whether an empty line is put in before it.
    let isParted: Bool
    /// Whether libcmark sees no more of some of its lines than their first bars.
    let isShortened: Bool
    let alignments: Range<Int>
    /// The head, then the body.
    var rows: Range<Int>

    var delimiterLine: Int { headLine + 1 }
    var lastLine: Int { headLine + rows.count }
  }

  struct Row {
    let span: Extent
    let cells: Range<Int>
  }

  struct Cell {
    let span: Extent
    /// The number of the text in the prelude; `nil` if it has no byte that could mean anything, so
    /// that it is what is written.
    let entry: Int?
  }

  /// What a first tree has shown to be wrong with a plan.
  struct Corrections {
    /// Marks that are not what they looked like, by the offset of their text.
    var rejected: Set<Int> = []
    /// Marks whose lines libcmark must see whole, by the offset of their text.
    var unshortened: Set<Int> = []
    /// Where the text of a table's head really starts, by line.
    var headStarts: [Int: Int] = [:]
    /// Heads that follow a paragraph without an empty line, and where their text starts.
    var partings: [Int: Int] = [:]
    /// Where the paragraphs end that tables are made of, by the offset of the delimiter row's text.
    var tableEnds: [Int: Int] = [:]
    /// Whether no line is shortened, since there will be no other plan.
    var isLast = false

    var isEmpty: Bool {
      rejected.isEmpty && unshortened.isEmpty && headStarts.isEmpty && partings.isEmpty
        && tableEnds.isEmpty
    }

    mutating func merge(_ other: Self) {
      rejected.formUnion(other.rejected)
      unshortened.formUnion(other.unshortened)
      headStarts.merge(other.headStarts) { $1 }
      partings.merge(other.partings) { $1 }
      tableEnds.merge(other.tableEnds) { $1 }
    }
  }

  init(source: [UInt8], body: Range<Int>, scan: SourceScan, corrections: Corrections) {
    input = ParserInput(source: source, body: body, quiet: scan.quiet)
    self.corrections = corrections
    for mark in scan.marks where !corrections.rejected.contains(mark.start) {
      switch mark.kind {
      case .footnote: planFootnote(mark, scan: scan)
      case .containerDirective: planContainer(mark)
      case .leafDirective: planLeaf(mark)
      case .delimiterRow: planTable(mark, scan: scan)
      }
    }
    input.merge(omissions)
    escapeExcessBrackets(scan)
    for (number, footnote) in footnotes.values.enumerated() {
      let label = footnote.label
      input.addToPrelude(
        label: source[label.lowerBound - 1..<label.upperBound],
        destination: FootnoteAddress.text(for: number))
    }
    input.endPrelude()
  }

  /// Escapes images that begin where a thousand brackets are open.
  private func escapeExcessBrackets(_ scan: SourceScan) {
    guard !scan.excessBrackets.isEmpty else { return }
    input.merge(
      scan.excessBrackets.map {
        ParserInput.LineEdit(range: $0..<$0, replacement: [UInt8(ascii: "\\")])
      })
  }

  /// Writes a footnote as an item whose content is indented by four, as a footnote's is.
  private func planFootnote(_ mark: SourceScan.Mark, scan: SourceScan) {
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
    footnotes.append(Footnote(label: label, edit: edit), at: mark.start)
  }

  /// Writes a line of colons as a thematic break, which no paragraph or list can take in.
  private func planContainer(_ mark: SourceScan.Mark) {
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
    input.add(ParserInput.LineEdit(range: mark.start..<end, replacement: Self.thematicBreak))
    containers.append(
      ContainerLine(colons: colons, directive: directive, span: mark.start..<end), at: mark.start)
  }

  private static let thematicBreak: [UInt8] = Array("***".utf8)

  private func planLeaf(_ mark: SourceScan.Mark) {
    let parser = DirectiveParser(source: input.source, limit: mark.end)
    guard let syntax = parser.parseLine(nameAt: mark.start + 2, form: .leaf) else { return }
    planLabel(syntax)
    let isShortened = shorten(mark.start + 2..<syntax.end, of: mark.start)
    leaves.append(Leaf(directive: syntax, isShortened: isShortened), at: mark.start)
  }

  private func planLabel(_ syntax: DirectiveSyntax) {
    guard let label = syntax.label,
      !input.source[label].allSatisfy(\.isWhitespace)
    else { return }
    let entry = input.addToPrelude(PreludeEntry(span: label, unescapesPipes: false))
    labelEntries.append(entry, at: label.lowerBound)
  }

  /// Leaves out the end of a line that is not for libcmark to parse, and returns whether it did.
  ///
  /// The rest must begin and continue the same blocks. Only `>` can matter so late in a line: it
  /// may end raw HTML.
  @discardableResult
  func shorten(_ end: Range<Int>, of mark: Int) -> Bool {
    guard !end.isEmpty, !corrections.isLast, !corrections.unshortened.contains(mark),
      !input.source[end].contains(UInt8(ascii: ">"))
    else { return false }
    // A directive may stand among the lines of a table, which are planned before it.
    if let last = omissions.last, end.lowerBound < last.range.upperBound { return false }
    omissions.append(ParserInput.LineEdit(range: end, replacement: []))
    return true
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
