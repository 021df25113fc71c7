/// Makes links of addresses that stand bare in the text.
struct AutolinkPass {
  private static let special = SpecialBytes.address

  func apply(to holder: Int32, in tree: inout MarkdownTree) {
    var index = tree[holder].firstChild
    while index != Node.none {
      let kind = tree[index].kind
      if kind == .link || kind == .image {
        index = tree.nextSkippingChildren(of: index, in: holder)
        continue
      }
      if kind == .text, tree[index].number & Self.special != 0,
        !tree[index].flags.contains(.approximate)
      {
        linkAddresses(in: index, of: &tree)
      }
      index = tree.next(after: index, in: holder)
    }
  }

  /// Parts a text at its first address; the rest is looked at when the walk comes to it.
  private func linkAddresses(in text: Int32, of tree: inout MarkdownTree) {
    let span = tree[text].span.range
    let scanner = AutolinkScanner(bytes: tree.source.bytes, range: span)
    guard let match = scanner.first(from: span.lowerBound),
      tree.canPart(text, at: match.range.lowerBound),
      tree.canPart(text, at: match.range.upperBound)
    else { return }
    let isWhole = match.range.lowerBound == span.lowerBound
    let shown = isWhole ? text : tree.split(text, at: match.range.lowerBound)
    if match.range.upperBound < span.upperBound {
      _ = tree.split(shown, at: match.range.upperBound)
    }
    guard !tree[shown].span.isEmpty else { return }
    var address = tree[shown]
    address.firstChild = Node.none
    address.nextSibling = Node.none
    useSource(of: address.span.range, in: &address, of: &tree)
    address.number = SpecialBytes.escaped
    let child = tree.append(address)
    tree[shown].kind = .link
    tree[shown].flags = .autolink
    tree[shown].number = 0
    // A copy, since a slice of the pool would make the pool itself be copied when it grows.
    let written = Array(tree.pool[address.text.range])
    let start = tree.pool.count
    tree.pool.append(contentsOf: match.scheme.utf8)
    tree.pool.append(contentsOf: written)
    tree[shown].text = Extent(start, tree.pool.count)
    tree[shown].detail = Extent(0, 0)
    tree[shown].firstChild = child
    tree[child].parent = shown
  }

  /// Shows an address as typed, without typographic marks; only entities are resolved.
  private func useSource(of range: Range<Int>, in node: inout Node, of tree: inout MarkdownTree) {
    guard node.flags.contains(.cooked),
      !tree.source.bytes[range].contains(UInt8(ascii: "&"))
    else { return }
    node.text = tree.addToPool(tree.source.bytes[range])
    node.flags.remove(.cooked)
  }
}
