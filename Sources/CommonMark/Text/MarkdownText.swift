/// What a reader reads of a Markdown text: its words without markup, with a way back to the source.
///
/// Line breaks are single spaces, so that a name is found across them. A line end parts blocks, and
/// stands where code, a picture or a directive was left out, so that nothing is found across those.
package struct MarkdownText: Sendable {
  package let bytes: [UInt8]
  /// Tables whose head has no words in it.
  package let headlessTables: [Range<Int>]
  /// How many levels lower than written the document's headings are.
  package let headingOffset: Int
  private let runs: [Run]
  private let tree: MarkdownTree

  /// Bytes that come from one text node.
  fileprivate struct Run: Sendable {
    let start: Int
    let node: Int32
  }

  init(of tree: MarkdownTree) {
    var reader = MarkdownTextReader(tree: tree)
    reader.read()
    self.tree = tree
    self.bytes = reader.bytes
    self.runs = reader.runs
    self.headlessTables = reader.headlessTables
    self.headingOffset = tree.options.headingOffset
  }

  /// Returns the bytes of the file that a part of the text was written in.
  package func span(of range: Range<Int>) -> Range<Int> {
    let lower = offset(of: range.lowerBound, in: run(holding: range.lowerBound))
    guard !range.isEmpty else { return lower..<lower }
    let upper = offset(of: range.upperBound, in: run(holding: range.upperBound - 1))
    return lower..<max(lower, upper)
  }

  private func run(holding offset: Int) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? runs[low - 1] : nil
  }

  private func offset(of offset: Int, in run: Run?) -> Int {
    guard let run else { return tree.source.bodyStart }
    let node = tree[run.node]
    var mapper = TextMapper(node: node, in: tree)
    return mapper.offset(of: min(node.text.start + offset - run.start, node.text.end))
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
