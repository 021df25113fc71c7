/// Gives code and HTML blocks back the lines that were changed for libcmark but stand in them.
struct CodeRestorer {
  let plan: InputPlan

  func apply(to tree: inout MarkdownTree) {
    guard !plan.input.edits.isEmpty else { return }
    for index in tree.nodes.indices {
      let kind = tree.nodes[index].kind
      guard kind == .codeBlock || kind == .htmlBlock else { continue }
      let span = tree.nodes[index].span.range
      let edits = plan.input.edits.filter {
        span.contains($0.range.lowerBound) && !$0.isInsertedLine
      }
      guard !edits.isEmpty else { continue }
      let text = restored(tree.pool[tree.nodes[index].text.range], edits: edits)
      tree.nodes[index].text = tree.addToPool(text)
    }
  }

  /// The edits stand on lines of their own, in order, so each is the next line that ends alike.
  private func restored(_ literal: ArraySlice<UInt8>, edits: [ParserInput.LineEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var next = 0
    for line in literal.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }) {
      if next < edits.count, let text = restored(line, edit: edits[next]) {
        result += text
        next += 1
      } else {
        result += line
      }
      result.append(0x0A)
    }
    if !result.isEmpty { result.removeLast() }
    return result
  }

  private func restored(_ line: ArraySlice<UInt8>, edit: ParserInput.LineEdit) -> [UInt8]? {
    let source = plan.input.source
    var end = edit.range.upperBound
    while end < source.count, !source[end].isLineBreak { end += 1 }
    let rest = source[edit.range.upperBound..<end]
    let seen = edit.replacement + rest
    guard line.count >= seen.count, line.suffix(seen.count).elementsEqual(seen) else { return nil }
    return line.dropLast(seen.count) + source[edit.range] + rest
  }
}
