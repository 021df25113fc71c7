extension SpanResolver {
  /// Whether nobody can ask where something in a paragraph stands, because no pass changes it and
  /// nothing that is derived from it has a place.
  func isPlain(_ paragraph: Int32, in tree: MarkdownTree) -> Bool {
    let span = tree[paragraph].span
    guard !span.isEmpty, !mayBeMore(tree.source.bytes[span.range]), !scan.hasMark(in: span.range)
    else { return false }
    var index = tree.next(after: paragraph, in: paragraph)
    while index != Node.none {
      let node = tree[index]
      switch node.kind {
      case .text: if node.number & ~SpecialBytes.escaped != 0 { return false }
      case .softBreak, .lineBreak, .emphasis, .strong, .code: break
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
        .thematicBreak, .table, .tableRow, .tableCell, .tableCaption, .footnoteDefinition, .alert,
        .figure, .leafDirective, .containerDirective, .htmlInline, .strikethrough, .link, .image,
        .footnoteReference, .textDirective:
        return false
      }
      index = tree.next(after: index, in: paragraph)
    }
    return true
  }

  /// Whether a paragraph looks as if a part of it had another meaning: a definition, a task, an
  /// alert or a caption at its beginning, attributes at its end.
  private func mayBeMore(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "["), UInt8(ascii: ":"): true
    case UInt8(ascii: "T"): text.starts(with: "Table:".utf8)
    default: text.last == UInt8(ascii: "}")
    }
  }

  /// Gives everything in a paragraph the paragraph's own place.
  func placeAtParagraph(_ paragraph: Int32, in tree: inout MarkdownTree) {
    let span = tree[paragraph].span
    var index = tree.next(after: paragraph, in: paragraph)
    while index != Node.none {
      tree[index].span = span
      index = tree.next(after: index, in: paragraph)
    }
  }
}

extension SourceScan {
  /// Whether a line that looks like part of an extension begins in a range; marks are in order.
  fileprivate func hasMark(in range: Range<Int>) -> Bool {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].start < range.upperBound
  }
}
