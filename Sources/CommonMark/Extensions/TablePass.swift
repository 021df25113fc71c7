/// Makes tables of the paragraphs that are written as such.
///
/// A cell's text must be parsed by itself, since a code span or emphasis never reaches from one
/// cell into the next, and yet with the whole document's link definitions. So each cell stands a
/// second time in the prelude, and its nodes are taken from there; the paragraph's own are dropped.
/// Only a cell of letters, digits and harmless marks needs no parsing.
struct TablePass {
  let plan: InputPlan
  let scan: SourceScan
  /// The headings of the prelude.
  let entries: [Int32]

  func apply(to tree: inout MarkdownTree) {
    guard !plan.delimiterLines.isEmpty else { return }
    // Grown once to what is needed, since doubling a large array costs fresh memory each time.
    let cells = plan.tables.values.reduce(0) { $0 + $1.rows.count * (2 * $1.alignments.count + 1) }
    tree.nodes.reserveCapacity(tree.nodes.count + min(cells, MarkdownLimits.filledCells))
    var filled = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .paragraph {
      let node = Int32(truncatingIfNeeded: index)
      guard let (line, table) = plan.table(inParagraphAt: tree[node].span, scan: scan),
        table.rows[0].span.lowerBound == tree[node].span.start
      else { continue }
      makeTable(node, table, delimiterLine: line, filled: &filled, in: &tree)
    }
  }

  private func makeTable(
    _ node: Int32, _ table: InputPlan.Table, delimiterLine: Int, filled: inout Int,
    in tree: inout MarkdownTree
  ) {
    let end = tree[node].span.end
    tree[node].kind = .table
    var rows: [Int32] = []
    for row in table.rows where row.span.lowerBound < end {
      var copy = Node(kind: .tableRow, parent: node)
      copy.span = Extent(row.span)
      if rows.isEmpty { copy.flags.insert(.head) }
      // The first row of the body opens it.
      copy.number = rows.count == 1 ? 1 : 0
      let index = tree.append(copy)
      addCells(of: row, alignments: table.alignments, to: index, filled: &filled, in: &tree)
      rows.append(index)
    }
    tree.setChildren(rows, of: node)
  }

  private func addCells(
    of row: InputPlan.Row, alignments: [TableAlignment], to parent: Int32, filled: inout Int,
    in tree: inout MarkdownTree
  ) {
    var previous = Node.none
    for (column, alignment) in alignments.enumerated() {
      if column >= row.cells.count {
        filled += 1
        if filled > MarkdownLimits.filledCells { return }
      }
      var cell = Node(kind: .tableCell, parent: parent)
      cell.number = alignment.rawValue
      cell.flags = tree[parent].flags
      cell.span = Extent(
        column < row.cells.count
          ? row.cells[column].span : row.span.upperBound..<row.span.upperBound)
      let index = tree.append(cell)
      if column < row.cells.count { fill(index, from: row.cells[column], in: &tree) }
      tree.link(index, after: previous, in: parent)
      previous = index
    }
  }

  private func fill(_ node: Int32, from cell: InputPlan.Cell, in tree: inout MarkdownTree) {
    switch cell.content {
    case .plain:
      guard !cell.span.isEmpty else { return }
      var text = Node(kind: .text, parent: node)
      text.span = Extent(cell.span)
      text.number = tree.source.bytes[cell.span].withUnsafeBytes(SpecialBytes.mask(of:))
      text.text = tree.addToPool(tree.source.bytes[cell.span])
      tree[node].firstChild = tree.append(text)
    case .entry(let entry):
      if entry < entries.count { tree.moveChildren(of: entries[entry], to: node) }
    }
  }
}
