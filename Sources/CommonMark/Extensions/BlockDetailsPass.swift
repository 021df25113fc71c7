/// Reads what stands at the ends of blocks: markers and attributes of items, attributes of
/// headings and tables, the kinds of alerts.
struct BlockDetailsPass {
  func apply(to tree: inout MarkdownTree) {
    let isGazette = tree.options.dialect == .gazette
    for index in tree.nodes.indices {
      let node = Int32(truncatingIfNeeded: index)
      switch tree.nodes[index].kind {
      case .item:
        readMarker(node, in: &tree)
        if isGazette { readItemAttributes(node, in: &tree) }
      case .heading: if isGazette { readAttributes(atEndOf: node, for: node, in: &tree) }
      case .tableCaption: readAttributes(atEndOf: node, for: tree[node].parent, in: &tree)
      case .blockQuote: if isGazette { makeAlert(node, in: &tree) }
      case .document, .list, .codeBlock, .htmlBlock, .paragraph, .thematicBreak, .table, .tableRow,
        .tableCell, .footnoteDefinition, .alert, .figure, .leafDirective, .containerDirective,
        .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
        .link, .image, .footnoteReference, .textDirective:
        break
      }
    }
  }

  /// The paragraph that an item begins with.
  private func ownParagraph(of item: Int32, in tree: MarkdownTree) -> Int32? {
    let first = tree[item].firstChild
    guard first != Node.none, tree[first].kind == .paragraph else { return nil }
    return first
  }

  /// Takes `[x] ` off the start of an item and keeps its character.
  private func readMarker(_ item: Int32, in tree: inout MarkdownTree) {
    guard let paragraph = ownParagraph(of: item, in: tree) else { return }
    let start = tree[paragraph].span.start
    let source = tree.source.bytes
    guard start + 3 < tree[paragraph].span.end, source[start] == UInt8(ascii: "["),
      source[start + 2] == UInt8(ascii: "]"), source[start + 3].isSpaceOrTab
    else { return }
    let marker = source[start + 1]
    let isKnown =
      tree.options.dialect == .gazette
      ? " xX>~-".utf8.contains(marker) : " xX".utf8.contains(marker)
    guard isKnown, tree.cut(start..<start + 4, outOf: paragraph) else { return }
    tree[item].number = Int32(marker)
  }

  private func readItemAttributes(_ item: Int32, in tree: inout MarkdownTree) {
    guard let paragraph = ownParagraph(of: item, in: tree) else { return }
    readAttributes(atEndOf: paragraph, for: item, in: &tree)
  }

  /// Takes `{…}` off the end of a block's text and gives it to `owner`.
  private func readAttributes(
    atEndOf block: Int32, for owner: Int32, in tree: inout MarkdownTree
  ) {
    guard let end = textEnd(of: block, in: tree), end > 0,
      tree.source.bytes[end - 1] == UInt8(ascii: "}")
    else { return }
    let parser = AttributesParser(source: tree.source.bytes, limit: end)
    guard
      let attributes = parser.parse(endingAt: end, notBefore: tree[block].span.start),
      !attributes.isWordsOnly, tree.cut(attributes.span, outOf: block)
    else { return }
    tree.trimEnd(of: block)
    tree.set(attributes, on: owner)
  }

  /// Where the last inline node of a block ends.
  private func textEnd(of block: Int32, in tree: MarkdownTree) -> Int? {
    var last = tree[block].firstChild
    guard last != Node.none else { return nil }
    while tree[last].nextSibling != Node.none { last = tree[last].nextSibling }
    var end = tree[last].span.end
    while end > tree[last].span.start, tree.source.bytes[end - 1].isWhitespace { end -= 1 }
    return end
  }

  /// Makes an alert of a quote that begins with a line such as `[!NOTE]`.
  private func makeAlert(_ quote: Int32, in tree: inout MarkdownTree) {
    guard let paragraph = ownParagraph(of: quote, in: tree) else { return }
    let source = tree.source.bytes
    let span = tree[paragraph].span
    guard span.count > 3, source[span.start] == UInt8(ascii: "["),
      source[span.start + 1] == UInt8(ascii: "!"),
      let close = source[span.start..<span.end].prefix(16).firstIndex(of: UInt8(ascii: "]"))
    else { return }
    let name = String(decoding: source[span.start + 2..<close].map(\.lowercased), as: UTF8.self)
    var end = close + 1
    while end < span.end, source[end].isSpaceOrTab { end += 1 }
    guard let kind = AlertKind(rawValue: name), end == span.end || source[end].isLineBreak else {
      return
    }
    let upper = end == span.end ? span.end : endOfBreak(after: end, in: paragraph, of: tree)
    guard tree.cut(span.start..<upper, outOf: paragraph) else { return }
    tree[quote].kind = .alert
    tree[quote].number = Int32(AlertKind.allCases.firstIndex(of: kind) ?? 0)
    if tree[paragraph].firstChild == Node.none {
      tree[quote].firstChild = tree[paragraph].nextSibling
    } else {
      tree[paragraph].span.lower = tree[tree[paragraph].firstChild].span.lower
    }
  }

  /// Returns where the line break that stands at `offset` ends as a node.
  private func endOfBreak(after offset: Int, in block: Int32, of tree: MarkdownTree) -> Int {
    var child = tree[block].firstChild
    while child != Node.none {
      if tree[child].span.end > offset { return tree[child].span.end }
      child = tree[child].nextSibling
    }
    return offset
  }
}
