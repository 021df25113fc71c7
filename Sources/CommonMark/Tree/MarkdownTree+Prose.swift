extension MarkdownTree {
  /// Calls `body` with every text that people read as prose, and its place: in order, the labels
  /// of directives last.
  ///
  /// Code, raw HTML and addresses shown as typed are left out. The bytes are as shown: entities
  /// resolved, quotes typographic. They are valid only until the call returns.
  public func forEachProse(
    _ body: (_ text: UnsafeBufferPointer<UInt8>, _ span: Range<Int>) throws -> Void
  ) rethrows {
    try pool.withUnsafeBufferPointer { pool in
      for holder in inlineHolders(among: blocksInOrder()) {
        var index = self[holder].firstChild
        while index != Node.none {
          let node = self[index]
          if node.flags.contains(.autolink) {
            index = nextSkippingChildren(of: index, in: holder)
            continue
          }
          if node.kind == .text, !node.text.isEmpty {
            try body(UnsafeBufferPointer(rebasing: pool[node.text.range]), node.span.range)
          }
          index = next(after: index, in: holder)
        }
      }
    }
  }
}
