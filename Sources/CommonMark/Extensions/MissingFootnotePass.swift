/// Reports `[^label]` in a text, which is what a footnote without a definition leaves.
struct MissingFootnotePass {
  func apply(to holder: Int32, in tree: inout MarkdownTree) {
    var index = tree[holder].firstChild
    while index != Node.none {
      if tree[index].kind == .text, tree[index].number & SpecialBytes.footnote != 0 {
        report(in: tree[index].span, of: &tree)
      }
      index = tree.next(after: index, in: holder)
    }
  }

  private func report(in span: Extent, of tree: inout MarkdownTree) {
    let source = tree.source.bytes
    var offset = span.start
    while offset + 2 < span.end {
      guard source[offset] == UInt8(ascii: "["), source[offset + 1] == UInt8(ascii: "^") else {
        offset += source[offset] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      var end = offset + 2
      while end < span.end, source[end].isAlphanumeric || source[end] == 0x2D { end += 1 }
      if end < span.end, end > offset + 2, source[end] == UInt8(ascii: "]") {
        tree.findings.add(
          MarkdownMessage.missingFootnote(
            String(decoding: source[offset + 2..<end], as: UTF8.self),
            at: tree.location(Extent(offset, end + 1))))
      }
      offset = end
    }
  }
}
