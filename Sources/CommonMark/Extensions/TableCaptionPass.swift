/// Makes captions of paragraphs that begin with `: ` or `Table: ` and stand after or before a table.
struct TableCaptionPass {
  private static let marks: [StaticString] = [": ", "Table: "]

  func apply(to tree: inout MarkdownTree) {
    var parents: [Int32] = []
    for node in tree.nodes where node.kind == .table && parents.last != node.parent {
      parents.append(node.parent)
    }
    var last = Node.none
    for parent in parents.sorted() where parent != last {
      captionTables(in: parent, of: &tree)
      last = parent
    }
  }

  private func captionTables(in parent: Int32, of tree: inout MarkdownTree) {
    var chain = SiblingChain(parent: parent)
    var captioned = Node.none
    var next = chain.takeChildren(in: &tree)
    while next != Node.none {
      let child = next
      next = tree[child].nextSibling
      let length = lengthOfMark(of: child, in: tree)
      if length > 0, isTable(chain.last, in: tree), chain.last != captioned,
        take(length, off: child, in: &tree)
      {
        captioned = chain.last
        put(child, after: lastRow(of: captioned, in: tree), in: captioned, of: &tree)
        tree[captioned].span.upper = tree[child].span.upper
      } else if length > 0, isTable(next, in: tree), take(length, off: child, in: &tree) {
        captioned = next
        put(child, after: Node.none, in: captioned, of: &tree)
        tree[captioned].span.lower = tree[child].span.lower
      } else {
        chain.append(child, in: &tree)
      }
    }
  }

  private func isTable(_ node: Int32, in tree: MarkdownTree) -> Bool {
    node != Node.none && tree[node].kind == .table
  }

  /// Returns how long the mark is that a paragraph begins with; 0 if there is none.
  private func lengthOfMark(of node: Int32, in tree: MarkdownTree) -> Int {
    guard tree[node].kind == .paragraph else { return 0 }
    let text = tree.source.bytes[tree[node].span.range]
    for mark in Self.marks {
      let bytes = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
      if text.count > bytes.count, text.starts(with: bytes) { return bytes.count }
    }
    return 0
  }

  /// Makes a caption of a paragraph; `false` if its mark cannot be taken off.
  private func take(_ length: Int, off node: Int32, in tree: inout MarkdownTree) -> Bool {
    let start = tree[node].span.start
    guard tree.cut(start..<start + length, outOf: node) else { return false }
    tree[node].kind = .tableCaption
    return true
  }

  private func lastRow(of table: Int32, in tree: MarkdownTree) -> Int32 {
    var row = tree[table].firstChild
    while row != Node.none, tree[row].nextSibling != Node.none { row = tree[row].nextSibling }
    return row
  }

  private func put(
    _ caption: Int32, after row: Int32, in table: Int32, of tree: inout MarkdownTree
  ) {
    tree[caption].parent = table
    tree[caption].nextSibling = row == Node.none ? tree[table].firstChild : Node.none
    tree.link(caption, after: row, in: table)
  }
}
