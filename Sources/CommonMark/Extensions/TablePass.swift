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
    guard !plan.tables.isEmpty else { return }
    // Grown once to what is needed, since doubling a large array costs fresh memory each time.
    let cells = plan.tables.reduce(0) { $0 + $1.rows.count * (2 * $1.alignments.count + 1) }
    tree.nodes.reserveCapacity(tree.nodes.count + min(cells, MarkdownLimits.filledCells))
    var filled = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .paragraph {
      let node = Int32(truncatingIfNeeded: index)
      guard let table = plan.table(thatIsParagraphAt: tree[node].span, scan: scan) else { continue }
      makeTable(node, table, filled: &filled, in: &tree)
    }
  }

  private func makeTable(
    _ node: Int32, _ table: InputPlan.Table, filled: inout Int, in tree: inout MarkdownTree
  ) {
    let end = tree[node].span.upper
    tree[node].kind = .table
    tree[node].firstChild = Node.none
    var previous = Node.none
    for number in table.rows where plan.rows[number].span.lower < end {
      var row = Node(kind: .tableRow, parent: node)
      row.span = plan.rows[number].span
      if number == table.rows.lowerBound { row.flags.insert(.head) }
      // The first row of the body opens it.
      row.number = number == table.rows.lowerBound + 1 ? 1 : 0
      let index = tree.append(row)
      reportExcess(in: plan.rows[number], columns: table.alignments.count, to: &tree)
      addCells(
        of: plan.rows[number], alignments: table.alignments, to: index, filled: &filled, in: &tree)
      tree.link(index, after: previous, in: node)
      previous = index
    }
  }

  /// Reports what stands after the last cell that is shown.
  private func reportExcess(
    in row: InputPlan.Row, columns: Int, to tree: inout MarkdownTree
  ) {
    guard tree.options.dialect == .gazette, row.cells.count == columns, columns > 0 else { return }
    let source = tree.source.bytes
    var offset = plan.cells[row.cells.upperBound - 1].span.end
    while offset < row.span.end, source[offset].isSpaceOrTab { offset += 1 }
    // The bar that closes the cell.
    offset += 1
    while offset < row.span.end, source[offset].isSpaceOrTab { offset += 1 }
    guard offset < row.span.end else { return }
    tree.findings.add(
      MarkdownMessage.excessCells(
        columns: columns, at: tree.location(Extent(offset, row.span.end))))
  }

  private func addCells(
    of row: InputPlan.Row, alignments: Range<Int>, to parent: Int32, filled: inout Int,
    in tree: inout MarkdownTree
  ) {
    var previous = Node.none
    for (column, alignment) in alignments.enumerated() {
      var cell = Node(kind: .tableCell, parent: parent)
      cell.number = plan.alignments[alignment].rawValue
      cell.flags = tree[parent].flags
      if column < row.cells.count {
        let planned = plan.cells[row.cells.lowerBound + column]
        cell.span = planned.span
        let index = tree.append(cell)
        fill(index, from: planned, in: &tree)
        tree.link(index, after: previous, in: parent)
        previous = index
      } else {
        filled += 1
        if filled > MarkdownLimits.filledCells { return }
        cell.span = Extent(row.span.end, row.span.end)
        let index = tree.append(cell)
        tree.link(index, after: previous, in: parent)
        previous = index
      }
    }
  }

  private func fill(_ node: Int32, from cell: InputPlan.Cell, in tree: inout MarkdownTree) {
    if let entry = cell.entry {
      if entry < entries.count { tree.moveChildren(of: entries[entry], to: node) }
      return
    }
    guard !cell.span.isEmpty else { return }
    var text = Node(kind: .text, parent: node)
    text.span = cell.span
    let written = tree.source.bytes[cell.span.range]
    text.number = written.withUnsafeBytes(SpecialBytes.mask(of:))
    text.text = tree.addToPool(written)
    tree[node].firstChild = tree.append(text)
  }
}
