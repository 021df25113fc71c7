extension MarkdownTree {
  /// Returns the text of a node without markup; breaks and block ends become one space.
  public func plainText(of node: NodeID) -> String {
    String(decoding: plainBytes(of: node.index).trimmed(), as: UTF8.self)
  }

  /// Returns the text of a node without markup, up to about `limit` bytes.
  func plainBytes(of root: Int32, limit: Int = .max) -> [UInt8] {
    var text: [UInt8] = []
    var index = root
    while true {
      append(index, to: &text)
      if text.count >= limit { return text }
      if self[index].firstChild != Node.none, self[index].kind != .footnoteReference {
        index = self[index].firstChild
        continue
      }
      while true {
        if index == root { return text }
        if !self[index].kind.isInline, let last = text.last, last != 0x20 { text.append(0x20) }
        let next = self[index].nextSibling
        if next != Node.none {
          index = next
          break
        }
        index = self[index].parent
      }
    }
  }

  private func append(_ index: Int32, to text: inout [UInt8]) {
    switch self[index].kind {
    case .text, .code, .codeBlock: text.append(contentsOf: pool[self[index].text.range])
    case .softBreak, .lineBreak: text.append(0x20)
    // In alternative text the specification keeps raw HTML; elsewhere it is markup.
    case .htmlInline:
      if options.dialect != .gazette { text.append(contentsOf: pool[self[index].text.range]) }
    case .document, .blockQuote, .list, .item, .htmlBlock, .paragraph, .heading, .thematicBreak,
      .table, .tableRow, .tableCell, .tableCaption, .footnoteDefinition, .alert, .figure,
      .leafDirective,
      .containerDirective, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference,
      .textDirective:
      break
    }
  }
}

extension [UInt8] {
  /// Returns the bytes without spaces at either end.
  func trimmed() -> [UInt8] {
    guard let first, let last, first == 0x20 || last == 0x20 else { return self }
    let start = firstIndex { $0 != 0x20 } ?? count
    let end = lastIndex { $0 != 0x20 } ?? start
    return start < count ? Array(self[start...end]) : []
  }
}
