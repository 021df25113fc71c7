/// Gives code and HTML blocks back the lines that were changed for libcmark but stand in them.
struct CodeRestorer {
  let plan: InputPlan

  func apply(to tree: inout MarkdownTree) {
    guard !plan.input.edits.isEmpty else { return }
    for index in tree.nodes.indices {
      let kind = tree.nodes[index].kind
      guard kind == .codeBlock || kind == .htmlBlock else { continue }
      let edits = edits(in: tree.nodes[index].span)
      guard !edits.isEmpty else { continue }
      let text = restored(tree.pool[tree.nodes[index].text.range], edits: edits)
      tree.nodes[index].text = tree.addToPool(text)
    }
  }

  private func edits(in span: Extent) -> [ParserInput.LineEdit] {
    let edits = plan.input.edits
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < span.start { low = middle + 1 } else { high = middle }
    }
    return edits[low...].prefix { $0.range.lowerBound < span.end }.filter { !$0.isInsertedLine }
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
