/// Makes directives of `:name[label]{…}` inside lines, and gives attributes to links and images.
struct TextDirectivePass {
  let readsDirectives: Bool

  func apply(to holder: Int32, in tree: inout MarkdownTree) {
    var index = tree[holder].firstChild
    while index != Node.none {
      let node = tree[index]
      if readsDirectives, node.kind == .text, node.number & SpecialBytes.directive != 0 {
        index = findDirective(in: index, holder: holder, of: &tree)
      } else if node.kind == .link || node.kind == .image {
        readAttributes(after: index, holder: holder, in: &tree)
      }
      index = tree.next(after: index, in: holder)
    }
  }

  /// Takes `{…}` that follows a link or an image without a space.
  private func readAttributes(after index: Int32, holder: Int32, in tree: inout MarkdownTree) {
    let next = tree[index].nextSibling
    let end = tree[index].span.end
    guard next != Node.none, tree[next].kind == .text, tree[next].span.start == end,
      end < tree.source.bytes.count, tree.source.bytes[end] == UInt8(ascii: "{"),
      let attributes = AttributesParser(
        source: tree.source.bytes, limit: tree[holder].span.end
      ).parse(at: end),
      tree[index].kind == .image || !attributes.isWordsOnly,
      tree.cut(attributes.span, outOf: tree[index].parent, after: index)
    else { return }
    tree.set(attributes, on: index)
    tree[index].span.upper = Extent(0, attributes.span.upperBound).upper
  }

  /// Makes the first directive in a text, and returns the node that the walk goes on after.
  private func findDirective(
    in text: Int32, holder: Int32, of tree: inout MarkdownTree
  ) -> Int32 {
    let source = tree.source.bytes
    let span = tree[text].span
    guard !tree[text].flags.contains(.approximate),
      depth(of: text, in: tree) < MarkdownLimits.directiveNesting
    else { return text }
    let parser = DirectiveParser(source: source, limit: tree[holder].span.end)
    for offset in span.range where source[offset] == UInt8(ascii: ":") {
      guard offset == 0 || isBoundary(source[offset - 1]),
        let result = parser.parse(nameAt: offset + 1, form: .text),
        result.syntax.label != nil || result.syntax.attributes != nil
      else { continue }
      if let made = make(result, at: offset, from: text, in: &tree) { return made }
    }
    return text
  }

  /// How many text directives a node stands in.
  private func depth(of node: Int32, in tree: MarkdownTree) -> Int {
    var depth = 0
    var parent = tree[node].parent
    while parent != Node.none, tree[parent].kind.isInline {
      if tree[parent].kind == .textDirective { depth += 1 }
      parent = tree[parent].parent
    }
    return depth
  }

  /// Whether a directive can begin after the byte.
  private func isBoundary(_ byte: UInt8) -> Bool {
    !byte.isAlphanumeric && byte < 0x80 && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "\\")
  }

  private func make(
    _ result: DirectiveParser.Result, at start: Int, from text: Int32, in tree: inout MarkdownTree
  ) -> Int32? {
    var syntax = result.syntax
    guard let first = tree.boundary(at: start, from: text), first != Node.none else { return nil }
    let label = syntax.label ?? result.end..<result.end
    guard let content = content(of: label, from: first, in: &tree),
      let rest = tree.boundary(at: result.end, from: content.next)
    else { return nil }
    var node = Node(kind: .textDirective, parent: tree[first].parent)
    node.span = Extent(start, result.end)
    node.nextSibling = rest
    node.number = Int32(truncatingIfNeeded: tree.directives.count)
    let index = tree.append(node)
    if syntax.label != nil { syntax.labelNode = index }
    tree.directives.append(syntax)
    tree.setChildren(content.nodes, of: index)
    // The text before the colon keeps its node, which may now be empty.
    if first == text {
      tree[text].text.upper = tree[text].text.lower
      tree[text].span.upper = tree[text].span.lower
      tree[text].number = 0
    }
    tree[text].nextSibling = index
    return index
  }

  /// Returns the nodes of a label, and the node to look on from; `nil` if one lies across an end.
  private func content(
    of label: Range<Int>, from first: Int32, in tree: inout MarkdownTree
  ) -> (nodes: [Int32], next: Int32)? {
    if label.isEmpty { return ([], first) }
    // A label that is also the name of a link definition has become a link.
    var link = first
    while link != Node.none, tree[link].span.end < label.lowerBound {
      link = tree[link].nextSibling
    }
    if link != Node.none, tree[link].nextSibling != Node.none,
      tree[link].kind == .text, tree[link].span.end == label.lowerBound - 1
    {
      link = tree[link].nextSibling
    }
    if link != Node.none, tree[link].kind == .link,
      tree[link].span == Extent(label.lowerBound - 1, label.upperBound + 1)
    {
      return (tree.childIndexes(of: link), link)
    }
    guard let start = tree.boundary(at: label.lowerBound, from: first), start != Node.none,
      let end = tree.boundary(at: label.upperBound, from: start)
    else { return nil }
    var nodes: [Int32] = []
    var child = start
    while child != end, child != Node.none {
      nodes.append(child)
      child = tree[child].nextSibling
    }
    return (nodes, end)
  }
}
