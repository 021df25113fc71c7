/// Gives every inline node of one block its exact span.
///
/// libcmark's own columns are not used: they go wrong in containers, after escapes and entities,
/// and differ between versions. Instead the nodes are walked in order while a cursor goes through
/// the block's text; each node takes what its syntax takes. Nothing is searched for, so a place is
/// right or the two do not fit, and then the rest of the block gets the block's span and a flag.
struct InlineAligner {
  /// Handed back after use, so that one allocation serves all blocks.
  private(set) var content: InlineContent
  private var cursor: Int
  private var hasFailed = false
  /// The autolink whose text is being walked.
  private var autolink: Int32 = Node.none

  init(content: consuming InlineContent, from start: Int) {
    self.content = content
    self.cursor = start
  }

  /// Sets the spans of all inline nodes in `block`.
  mutating func align(block: Int32, in tree: inout MarkdownTree) {
    var index = tree[block].firstChild
    while index != Node.none {
      let start = cursor
      enter(index, in: &tree)
      tree[index].span =
        hasFailed ? tree[block].span : content.span(from: start, to: cursor)
      if tree[index].kind == .text, tree[index].span.count != tree[index].text.count {
        // In a table's cell, `\|` has lost its backslash before the text was parsed.
        tree[index].flags.insert(.cooked)
      }
      let child = tree[index].firstChild
      index = child != Node.none ? child : leave(index, block: block, in: &tree)
    }
  }

  /// Closes nodes until one has a next sibling.
  private mutating func leave(_ node: Int32, block: Int32, in tree: inout MarkdownTree) -> Int32 {
    var node = node
    while node != block {
      let end = cursor
      exit(node, in: &tree)
      if hasFailed {
        tree[node].flags.insert(.approximate)
      } else if cursor != end {
        tree[node].span.upper = content.span(from: cursor - 1, to: cursor).upper
      }
      if tree[node].nextSibling != Node.none { return tree[node].nextSibling }
      node = tree[node].parent
    }
    return Node.none
  }

  private mutating func enter(_ index: Int32, in tree: inout MarkdownTree) {
    switch tree[index].kind {
    case .text: alignText(index, in: &tree)
    case .softBreak, .lineBreak: takeBreak()
    case .code: takeCode()
    case .htmlInline: takeVerbatim(tree.pool[tree[index].text.range])
    case .emphasis: take(1)
    case .strong: take(2)
    case .link:
      if peek(0) == UInt8(ascii: "<") {
        tree[index].flags.insert(.autolink)
        autolink = index
      } else {
        expect(UInt8(ascii: "["))
      }
      take(1)
    case .image:
      expect(UInt8(ascii: "!"))
      take(2)
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
      .thematicBreak, .table, .tableRow, .tableCell, .tableCaption, .footnoteDefinition, .alert,
      .figure,
      .leafDirective, .containerDirective, .strikethrough, .footnoteReference, .textDirective:
      hasFailed = true
    }
  }

  private mutating func exit(_ index: Int32, in tree: inout MarkdownTree) {
    guard !hasFailed else { return }
    let kind = tree[index].kind
    if kind == .emphasis {
      take(1)
    } else if kind == .strong {
      take(2)
    } else if index == autolink {
      autolink = Node.none
      expect(UInt8(ascii: ">"))
      take(1)
    } else if kind == .link || kind == .image {
      expect(UInt8(ascii: "]"))
      cursor = LinkScanner(bytes: content.bytes).endOfTail(afterBracketAt: cursor)
    }
  }

  private mutating func alignText(_ index: Int32, in tree: inout MarkdownTree) {
    guard !hasFailed else { return }
    let range = tree[index].text.range
    let result = content.bytes.withUnsafeBufferPointer { content in
      tree.pool.withUnsafeBufferPointer { pool in
        var aligner = TextAligner(
          content: content, at: cursor, literal: UnsafeBufferPointer(rebasing: pool[range]),
          hasEscapes: autolink == Node.none)
        let fits = aligner.advance(toLiteral: range.count)
        return (fits: fits, end: aligner.contentOffset, isCooked: aligner.isCooked)
      }
    }
    cursor = result.end
    if result.isCooked { tree[index].flags.insert(.cooked) }
    if !result.fits { hasFailed = true }
  }

  /// Takes the rest of a line with its break and, if written, the backslash before it.
  private mutating func takeBreak() {
    let hasBackslash = peek(0) == UInt8(ascii: "\\")
    if hasBackslash { cursor += 1 }
    while let byte = peek(0), byte.isSpaceOrTab { cursor += 1 }
    guard let byte = peek(0), byte.isLineBreak else { return hasFailed = true }
    cursor += byte == 0x0D && peek(1) == 0x0A ? 2 : 1
    // Lazy lines keep their indentation, and a backslash does not take it.
    if hasBackslash { return }
    while let byte = peek(0), byte.isSpaceOrTab { cursor += 1 }
  }

  /// Takes a run of backticks and all up to the next run of the same length.
  private mutating func takeCode() {
    let bytes = content.bytes
    let width = backticks(at: cursor)
    guard width > 0 else { return hasFailed = true }
    var position = cursor + width
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = backticks(at: position)
      position += run
      if run == width {
        cursor = position
        return
      }
    }
    hasFailed = true
  }

  private func backticks(at offset: Int) -> Int {
    var end = offset
    while end < content.count, content.bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end - offset
  }

  /// Takes raw HTML, which is as typed but for zero bytes, which are three bytes in the literal.
  private mutating func takeVerbatim(_ literal: ArraySlice<UInt8>) {
    var offset = literal.startIndex
    while offset < literal.endIndex {
      guard let byte = peek(0), byte == literal[offset] || byte == 0 || byte == 0x0D else {
        return hasFailed = true
      }
      offset += byte == 0 ? 3 : 1
      // Whatever ends a line in the source, a line feed ends it in the literal.
      cursor += byte == 0x0D && peek(1) == 0x0A ? 2 : 1
    }
  }

  private mutating func take(_ count: Int) {
    cursor = min(cursor + count, content.count)
  }

  private mutating func expect(_ byte: UInt8) {
    if peek(0) != byte { hasFailed = true }
  }

  private func peek(_ distance: Int) -> UInt8? {
    cursor + distance < content.count ? content.bytes[cursor + distance] : nil
  }
}
