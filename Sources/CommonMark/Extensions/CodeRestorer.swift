/// Gives code and HTML blocks back the lines that were changed for libcmark but stand in them.
struct CodeRestorer {
  let edits: [ParserInput.LineEdit]
  let lines: LineTable

  func apply(to tree: inout MarkdownTree) {
    guard !edits.isEmpty else { return }
    for index in tree.nodes.indices {
      let kind = tree.nodes[index].kind
      guard kind == .codeBlock || kind == .htmlBlock else { continue }
      let edits = edits(in: tree.nodes[index].span)
      guard !edits.isEmpty else { continue }
      let isFenced = kind == .codeBlock && tree.nodes[index].flags.contains(.fenced)
      let first = lines.lineIndex(of: tree.nodes[index].span.start) + (isFenced ? 1 : 0)
      let text = restored(
        tree.pool[tree.nodes[index].text.range], firstLine: first, edits: edits,
        source: tree.source.bytes)
      tree.nodes[index].text = tree.addToPool(text)
    }
  }

  private func edits(in span: Extent) -> [ParserInput.LineEdit] {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < span.start { low = middle + 1 } else { high = middle }
    }
    return edits[low...].prefix { $0.range.lowerBound < span.end }.filter { !$0.isInsertedLine }
  }

  /// Returns a literal, whose lines are the parsed lines from `firstLine` on, as it was typed.
  private func restored(
    _ literal: ArraySlice<UInt8>, firstLine: Int, edits: [ParserInput.LineEdit], source: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var next = 0
    var line = firstLine
    var start = literal.startIndex
    while start < literal.endIndex {
      var end = start
      while end < literal.endIndex, !literal[end].isLineBreak { end += 1 }
      while next < edits.count, lines.lineIndex(of: edits[next].range.lowerBound) < line {
        next += 1
      }
      if next < edits.count, lines.lineIndex(of: edits[next].range.lowerBound) == line {
        result += restored(literal[start..<end], edit: edits[next], source: source)
      } else {
        result += literal[start..<end]
      }
      let isPair =
        end + 1 < literal.endIndex && literal[end] == 0x0D && literal[end + 1] == 0x0A
      start = min(end + (isPair ? 2 : 1), literal.endIndex)
      result += literal[end..<start]
      line += 1
    }
    return result
  }

  private func restored(
    _ line: ArraySlice<UInt8>, edit: ParserInput.LineEdit, source: [UInt8]
  ) -> ArraySlice<UInt8> {
    var end = edit.range.upperBound
    while end < source.count, !source[end].isLineBreak { end += 1 }
    let rest = source[edit.range.upperBound..<end]
    let seen = edit.replacement + rest
    guard line.count >= seen.count, line.suffix(seen.count).elementsEqual(seen) else { return line }
    return line.dropLast(seen.count) + source[edit.range] + rest
  }
}
