/// Compares a plan with the tree that came of it.
struct PlanReview {
  private let tree: MarkdownTree
  private let plan: InputPlan
  private let scan: SourceScan
  private var corrections = InputPlan.Corrections()
  /// What the tree has of the plan, by number.
  private var footnotesFound: [Bool]
  private var containersFound: [Bool]
  private var leavesFound: [Bool]
  private var tablesFound: [Bool]

  private init(tree: MarkdownTree, plan: InputPlan, scan: SourceScan) {
    self.tree = tree
    self.plan = plan
    self.scan = scan
    footnotesFound = Array(repeating: false, count: plan.footnotes.values.count)
    containersFound = Array(repeating: false, count: plan.containers.values.count)
    leavesFound = Array(repeating: false, count: plan.leaves.values.count)
    tablesFound = Array(repeating: false, count: plan.tables.count)
  }

  /// Returns what was planned wrongly; empty if the tree is as the plan says.
  static func corrections(
    of plan: InputPlan, scan: SourceScan, by tree: MarkdownTree
  ) -> InputPlan.Corrections {
    guard !plan.input.edits.isEmpty || !plan.tables.isEmpty else {
      return InputPlan.Corrections()
    }
    var review = PlanReview(tree: tree, plan: plan, scan: scan)
    review.look()
    review.correctWhatIsMissing()
    return review.corrections
  }

  private mutating func look() {
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .item:
        if let number = plan.footnotes.index(of: node.span.start) {
          footnotesFound[number] = true
        }
      case .thematicBreak:
        if let number = plan.containers.index(of: node.span.start) {
          containersFound[number] = true
        }
      case .paragraph: look(at: Int32(truncatingIfNeeded: index), span: node.span)
      case .document, .blockQuote, .list, .codeBlock, .htmlBlock, .heading, .table, .tableRow,
        .tableCell, .tableCaption,
        .footnoteDefinition, .alert, .figure, .leafDirective, .containerDirective, .text,
        .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link,
        .image, .footnoteReference, .textDirective:
        break
      }
    }
  }

  private mutating func look(at paragraph: Int32, span: Extent) {
    if let number = plan.leaves.index(of: span.start),
      plan.leaves.values[number].directive.end == span.end
    {
      leavesFound[number] = true
    }
    guard let number = plan.table(inParagraphAt: span, scan: scan) else { return }
    tablesFound[number] = true
    let table = plan.tables[number]
    let rows = plan.rows[table.rows]
    let head = rows[rows.startIndex].span.start
    if scan.line(of: span.start) == table.headLine {
      if head != span.start { corrections.headStarts[table.headLine] = span.start }
      if let last = rows.last, last.span.upper != span.upper {
        corrections.tableEnds[table.mark] = span.end
      }
    } else if table.isParted {
      // Not even an empty line makes it a block of its own.
      corrections.rejected.insert(table.mark)
    } else {
      let start = textStart(of: table.headLine, in: paragraph) ?? head
      corrections.headStarts[table.headLine] = start
      corrections.partings[table.headLine] = start
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

  private mutating func correctWhatIsMissing() {
    guard
      !(footnotesFound.allSatisfy { $0 } && containersFound.allSatisfy { $0 }
        && leavesFound.allSatisfy { $0 } && tablesFound.allSatisfy { $0 })
    else { return }
    let verbatim = VerbatimBlocks(in: tree)
    for (footnote, isFound) in zip(plan.footnotes.values, footnotesFound)
    where !isFound && !verbatim.contains(footnote.edit.lowerBound) {
      corrections.rejected.insert(footnote.edit.lowerBound)
    }
    for (container, isFound) in zip(plan.containers.values, containersFound)
    where !isFound && !verbatim.contains(container.span.lowerBound) {
      corrections.rejected.insert(container.span.lowerBound)
    }
    for (leaf, isFound) in zip(plan.leaves.values, leavesFound) where leaf.isShortened && !isFound {
      let mark = leaf.directive.name.span.lowerBound - 2
      if !verbatim.contains(mark) { corrections.unshortened.insert(mark) }
    }
    let hasPartings = !corrections.partings.isEmpty
    for (table, isFound) in zip(plan.tables, tablesFound) where !isFound {
      // A row that hides others must give way to them if it is none itself, and an empty line
      // that has made something else of a head must go.
      if table.isParted || (table.hidesOthers && !hasPartings) {
        corrections.rejected.insert(table.mark)
      } else if table.isShortened, !isVerbatim(table, in: verbatim) {
        corrections.unshortened.insert(table.mark)
      }
    }
  }

  private func isVerbatim(_ table: InputPlan.Table, in blocks: VerbatimBlocks) -> Bool {
    blocks.contains(table.mark)
      && plan.rows[table.rows].allSatisfy { blocks.contains($0.span.start) }
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
