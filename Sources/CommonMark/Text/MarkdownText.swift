/// What a reader reads of a Markdown text: its words without markup, with a way back to the source.
///
/// Line breaks are single spaces, so that a name is found across them. A line end parts blocks, and
/// stands where code, a picture or a directive was left out, so that nothing is found across those.
public struct MarkdownText: Sendable {
  /// The words in UTF-8, in the order of the text; those of footnotes come last.
  public let bytes: [UInt8]
  /// Tables whose head has no words in it.
  public let headlessTables: [Range<Int>]
  /// How many levels lower than written the document's headings are.
  public let headingOffset: Int
  private let places: Places

  /// Bytes that come from one text node.
  fileprivate struct Run: Sendable {
    let start: Int
    let node: Int32
  }

  /// The way back to the source.
  private enum Places: Sendable {
    /// Found when it is asked for, which is seldom.
    case tree(MarkdownTree, [Run])
    case points(TextPlaces)
  }

  init(of tree: MarkdownTree) {
    var reader = MarkdownTextReader(tree: tree)
    reader.read()
    self.places = .tree(tree, reader.runs)
    self.bytes = reader.bytes
    self.headlessTables = reader.headlessTables
    self.headingOffset = tree.options.headingOffset
  }

  init(bytes: [UInt8], headlessTables: [Range<Int>], headingOffset: Int, places: TextPlaces) {
    self.bytes = bytes
    self.headlessTables = headlessTables
    self.headingOffset = headingOffset
    self.places = .points(places)
  }

  /// Returns the bytes of the file that a part of the text was written in.
  public func span(of range: Range<Int>) -> Range<Int> {
    switch places {
    case .points(let points): return points.span(of: range)
    case .tree(let tree, let runs):
      let lower = Self.offset(of: range.lowerBound, holding: range.lowerBound, in: tree, runs)
      guard !range.isEmpty else { return lower..<lower }
      let upper = Self.offset(of: range.upperBound, holding: range.upperBound - 1, in: tree, runs)
      return lower..<max(lower, upper)
    }
  }

  private static func offset(
    of offset: Int, holding held: Int, in tree: MarkdownTree, _ runs: [Run]
  ) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= held { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return tree.source.bodyStart }
    let run = runs[low - 1]
    let node = tree[run.node]
    var mapper = TextMapper(node: node, in: tree)
    return mapper.offset(of: min(node.text.start + offset - run.start, node.text.end))
  }
}

extension MarkdownText {
  /// The way back to the source as it can be kept without the tree.
  var textPlaces: TextPlaces {
    switch places {
    case .points(let points): points
    case .tree(let tree, let runs): Self.places(of: runs, in: tree, text: bytes)
    }
  }

  private static func places(
    of runs: [Run], in tree: MarkdownTree, text: [UInt8]
  ) -> TextPlaces {
    var places = TextPlaces(start: tree.source.bodyStart)
    for run in runs {
      let node = tree[run.node]
      var mapper = TextMapper(node: node, in: tree)
      let count = node.text.end - node.text.start
      places.begin(run.start, at: mapper.offset(of: node.text.start))
      // Only where a character begins does a text lead to one place.
      for offset in 0..<count where text[run.start + offset] & 0xC0 != 0x80 && offset > 0 {
        places.add(run.start + offset, at: mapper.offset(of: node.text.start + offset))
      }
      places.end(run.start + count, at: mapper.offset(of: node.text.end))
    }
    return places
  }
}

/// Walks a tree and keeps its words.
private struct MarkdownTextReader {
  let tree: MarkdownTree
  var bytes: [UInt8] = []
  var runs: [MarkdownText.Run] = []
  var headlessTables: [Range<Int>] = []

  private static let space = UInt8(ascii: " ")
  private static let parting = UInt8(ascii: "\n")

  init(tree: MarkdownTree) {
    self.tree = tree
    bytes.reserveCapacity(tree.source.bytes.count - tree.source.bodyStart)
  }

  mutating func read() {
    var index: Int32 = 0
    while index != Node.none {
      index = enter(index) ? next(after: index) : nextSkippingChildren(of: index)
    }
    for footnote in tree.footnotes { read(footnote.definition) }
  }

  /// Footnotes stand outside the order of the text, after it.
  private mutating func read(_ root: Int32) {
    var index = tree[root].firstChild
    while index != Node.none {
      let goesOn = enter(index)
      index =
        goesOn ? tree.next(after: index, in: root) : tree.nextSkippingChildren(of: index, in: root)
    }
    part()
  }

  /// Takes in a node and returns whether its children count.
  private mutating func enter(_ index: Int32) -> Bool {
    let node = tree[index]
    switch node.kind {
    case .text:
      runs.append(MarkdownText.Run(start: bytes.count, node: index))
      bytes.append(contentsOf: tree.pool[node.text.range])
    case .softBreak, .lineBreak:
      bytes.append(Self.space)
    case .code, .htmlInline, .codeBlock, .htmlBlock, .image, .footnoteDefinition, .leafDirective,
      .thematicBreak:
      part()
      return false
    case .link:
      if node.flags.contains(.autolink) {
        part()
        return false
      }
    case .table:
      if isHeadless(node) { headlessTables.append(node.span.range) }
      part()
    case .textDirective, .footnoteReference, .emphasis, .strong, .strikethrough: break
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .tableRow, .tableCell,
      .tableCaption,
      .alert, .figure, .containerDirective:
      part()
    }
    return true
  }

  private mutating func part() {
    if let last = bytes.last, last != Self.parting { bytes.append(Self.parting) }
  }

  private func next(after index: Int32) -> Int32 { tree.next(after: index, in: 0) }

  private func nextSkippingChildren(of index: Int32) -> Int32 {
    tree.nextSkippingChildren(of: index, in: 0)
  }

  private func isHeadless(_ table: Node) -> Bool {
    var head = table.firstChild
    while head != Node.none, tree[head].kind != .tableRow { head = tree[head].nextSibling }
    guard head != Node.none else { return true }
    var cell = tree[head].firstChild
    while cell != Node.none {
      if tree[cell].firstChild != Node.none { return false }
      cell = tree[cell].nextSibling
    }
    return true
  }
}
