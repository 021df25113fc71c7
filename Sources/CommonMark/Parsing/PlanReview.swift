/// Compares a plan with the tree that came of it.
struct PlanReview {
  private let tree: MarkdownTree
  private let plan: InputPlan
  private let scan: SourceScan

  init(tree: MarkdownTree, plan: InputPlan, scan: SourceScan) {
    self.tree = tree
    self.plan = plan
    self.scan = scan
  }

  /// Returns what was planned wrongly; empty if the tree is as the plan says.
  func corrections() -> InputPlan.Corrections {
    var corrections = InputPlan.Corrections()
    guard !plan.input.edits.isEmpty || !plan.delimiterLines.isEmpty else { return corrections }
    var expected = Set(plan.footnotes.keys).union(plan.containers.keys)
    var confirmed: Set<Int> = []
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .item, .thematicBreak: expected.remove(node.span.start)
      case .paragraph: review(Int32(index), confirmed: &confirmed, in: &corrections)
      case .document, .blockQuote, .list, .codeBlock, .htmlBlock, .heading, .table, .tableRow,
        .tableCell,
        .footnoteDefinition, .alert, .figure, .leafDirective, .containerDirective, .text,
        .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link,
        .image, .footnoteReference, .textDirective:
        break
      }
    }
    if !expected.isEmpty {
      let verbatim = VerbatimBlocks(in: tree)
      corrections.rejected = expected.filter { !verbatim.contains($0) }
    }
    for line in plan.delimiterLines where !confirmed.contains(line) {
      // A row that hides others must give way to them if it is none itself, and an empty line
      // that has made something else of a head must go.
      if let table = plan.tables[line],
        table.isParted || (table.hidesOthers && corrections.partings.isEmpty)
      {
        corrections.rejected.insert(table.mark)
      }
    }
    return corrections
  }

  private func review(
    _ paragraph: Int32, confirmed: inout Set<Int>, in corrections: inout InputPlan.Corrections
  ) {
    guard let (line, table) = plan.table(inParagraphAt: tree[paragraph].span, scan: scan) else {
      return
    }
    confirmed.insert(line)
    let head = table.rows[0]
    let start = tree[paragraph].span.start
    if scan.line(of: start) == table.headLine {
      if head.span.lowerBound != start { corrections.headStarts[table.headLine] = start }
    } else if table.isParted {
      // Not even an empty line makes it a block of its own.
      corrections.rejected.insert(table.mark)
    } else {
      let headStart = textStart(of: table.headLine, in: paragraph) ?? head.span.lowerBound
      corrections.headStarts[table.headLine] = headStart
      corrections.partings[table.headLine] = headStart
    }
  }

  /// Returns where a line's text starts inside a paragraph; `nil` if code or HTML lies across.
  private func textStart(of line: Int, in paragraph: Int32) -> Int? {
    let lineStart = Int(scan.lineStarts[line])
    var index = tree[paragraph].firstChild
    while index != Node.none {
      let span = tree[index].span
      if span.start >= lineStart { return scan.line(of: span.start) == line ? span.start : nil }
      index =
        span.end > lineStart
        ? tree.next(after: index, in: paragraph)
        : tree.nextSkippingChildren(of: index, in: paragraph)
    }
    return nil
  }
}

extension InputPlan {
  /// Returns the table that stands in a paragraph, with the line of its delimiter row.
  func table(inParagraphAt span: Extent, scan: SourceScan) -> (line: Int, table: Table)? {
    guard !delimiterLines.isEmpty else { return nil }
    let first = scan.line(of: span.start)
    var low = 0
    var high = delimiterLines.count
    while low < high {
      let middle = (low + high) / 2
      if delimiterLines[middle] > first { high = middle } else { low = middle + 1 }
    }
    guard low < delimiterLines.count, Int(scan.lineStarts[delimiterLines[low]]) < span.end,
      let table = tables[delimiterLines[low]]
    else { return nil }
    return (delimiterLines[low], table)
  }
}

extension SourceScan {
  /// Returns the line that holds an offset.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = max(lineStarts.count - 1, 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
