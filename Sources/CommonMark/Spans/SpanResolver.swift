/// Gives every node its span in the source, from the places of blocks and the source itself.
struct SpanResolver {
  private let plan: InputPlan
  let scan: SourceScan
  private let input: ParserInput
  private let lines: LineTable
  private var prefix: ContainerPrefix
  private var content = InlineContent(capacity: 1024)
  /// The headings of the prelude, in its order.
  private(set) var preludeHeadings: [Int32] = []

  init(plan: InputPlan, scan: SourceScan, lines: LineTable) {
    self.plan = plan
    self.scan = scan
    self.input = plan.input
    self.lines = lines
    self.prefix = ContainerPrefix(source: plan.input.source, lines: lines)
  }

  /// Sets the spans of all nodes of `tree`.
  mutating func resolve(_ blocks: [CMarkParser.BlockPosition], in tree: inout MarkdownTree) {
    for (order, block) in blocks.enumerated() {
      let line = lines.index(ofParsedLine: block.startLine)
      if block.node == 0 {
        tree[0].span = Extent(input.body)
      } else if line < 0 {
        resolvePrelude(block.node, in: &tree)
      } else {
        let next = order + 1 < blocks.count ? blocks[order + 1].startLine : Int32.max
        resolve(block, line: line, nextBlockLine: lines.index(ofParsedLine: next), in: &tree)
      }
    }
    growContainers(blocks, in: &tree)
  }

  /// Lets lists, items and quotes end where the last block in them ends.
  private func growContainers(
    _ blocks: [CMarkParser.BlockPosition], in tree: inout MarkdownTree
  ) {
    for block in blocks.reversed() where block.node != 0 {
      let parent = tree[block.node].parent
      guard parent > 0, !tree[parent].kind.holdsInlines else { continue }
      tree[parent].span.upper = max(tree[parent].span.upper, tree[block.node].span.upper)
    }
  }

  private mutating func resolve(
    _ block: CMarkParser.BlockPosition, line: Int, nextBlockLine: Int, in tree: inout MarkdownTree
  ) {
    let node = block.node
    let start = lines.offset(line: line, column: Int(block.startColumn))
    let lastLine = max(line, lines.index(ofParsedLine: block.endLine))
    switch tree[node].kind {
    case .list: tree[node].span = Extent(start, start)
    case .blockQuote, .item:
      let isFootnote = lines.edit(on: line)?.range.lowerBound == start
      tree[node].span = Extent(start, markerEnd(at: start, line: line, isFootnote: isFootnote))
      prefix.add(node, in: tree, line: line, offset: start, isFootnote: isFootnote)
    case .thematicBreak: tree[node].span = Extent(start, trimmedEnd(of: line, from: start))
    case .codeBlock:
      resolveCode(node, line: line, start: start, nextBlockLine: nextBlockLine, in: &tree)
    case .htmlBlock:
      let count = Self.lineCount(tree.pool[tree[node].text.range])
      tree[node].span = Extent(start, lines.end(of: line + max(count, 1) - 1))
    case .heading:
      let last = lastLine > line ? underline(atMost: lastLine, before: nextBlockLine) : line
      resolveHeading(node, line: line, start: start, lastLine: last, in: &tree)
    case .paragraph:
      tree[node].span = Extent(start, trimmedEnd(of: lastLine, from: start))
      // A table's text is in the prelude, cell by cell, and a directive's is not for libcmark:
      // what the paragraph holds will be dropped.
      if lines.isShortened(line)
        || plan.table(thatIsParagraphAt: tree[node].span, scan: scan) != nil
      {
        return
      }
      if !tree.options.placesPlainTexts, isPlain(node, in: tree) {
        return placeAtParagraph(node, in: &tree)
      }
      buildContent(of: node, start: start, lines: line...lastLine, in: tree)
      alignParagraph(node, in: &tree)
    case .document, .table, .tableRow, .tableCell, .tableCaption, .footnoteDefinition, .alert,
      .figure,
      .leafDirective, .containerDirective, .text, .softBreak, .lineBreak, .code, .htmlInline,
      .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference, .textDirective:
      preconditionFailure("the parser makes only CommonMark's own blocks")
    }
  }

  private mutating func resolveHeading(
    _ node: Int32, line: Int, start: Int, lastLine: Int, in tree: inout MarkdownTree
  ) {
    tree[node].span = Extent(start, trimmedEnd(of: lastLine, from: start))
    if lastLine > line {
      tree[node].flags.insert(.fenced)
      buildContent(of: node, start: start, lines: line...lastLine - 1, in: tree)
      return alignParagraph(node, in: &tree, movesStart: false)
    }
    let end = lines.end(of: line)
    var text = start
    while text < end, input.source[text] == UInt8(ascii: "#") { text += 1 }
    while text < end, input.source[text].isSpaceOrTab { text += 1 }
    content.removeAll()
    content.append(text..<end, of: input.source)
    align(node, from: 0, in: &tree)
  }

  /// Returns the line of a heading's underline, which may be reported one line late.
  private func underline(atMost line: Int, before nextBlockLine: Int) -> Int {
    guard nextBlockLine > line else { return line - 1 }
    let text = input.source[lines.start(of: line)..<lines.end(of: line)]
    let isUnderline =
      text.contains { $0 == 0x2D || $0 == 0x3D }
      && text.allSatisfy {
        $0 == 0x2D || $0 == 0x3D || $0.isSpaceOrTab || $0 == UInt8(ascii: ">")
      }
    return isUnderline ? line : line - 1
  }

  /// Passes over the link definitions that libcmark took out, and aligns the rest.
  private mutating func alignParagraph(
    _ node: Int32, in tree: inout MarkdownTree, movesStart: Bool = true
  ) {
    var start = 0
    if content.bytes.first == UInt8(ascii: "[") {
      let scanner = LinkScanner(bytes: content.bytes)
      while let end = scanner.endOfReferenceDefinition(at: start) { start = end }
      if movesStart, start > 0, start < content.count {
        tree[node].span.lower = content.span(from: start, to: start).lower
      }
    }
    align(node, from: start, in: &tree)
  }

  private mutating func align(_ node: Int32, from start: Int, in tree: inout MarkdownTree) {
    guard tree[node].firstChild != Node.none else { return }
    var taken = InlineContent()
    swap(&taken, &content)
    var aligner = InlineAligner(content: taken, from: start)
    taken = InlineContent()
    aligner.align(block: node, in: &tree)
    content = aligner.content
  }

  private mutating func buildContent(
    of node: Int32, start: Int, lines range: ClosedRange<Int>, in tree: MarkdownTree
  ) {
    content.removeAll()
    let first = range.lowerBound
    content.append(start..<max(start, lines.fullEnd(of: first)), of: input.source)
    guard range.count > 1 else { return }
    prefix.findContainers(above: node, in: tree)
    for line in first + 1...range.upperBound {
      let start = prefix.contentStart(of: line)
      content.append(spaces: start.spacesForTab, forTabAt: start.offset)
      let offset = start.offset + (start.spacesForTab > 0 ? 1 : 0)
      content.append(offset..<max(offset, lines.fullEnd(of: line)), of: input.source)
    }
  }

  private mutating func resolvePrelude(_ node: Int32, in tree: inout MarkdownTree) {
    guard tree[node].kind == .heading, preludeHeadings.count < input.entries.count else { return }
    let entry = input.entries[preludeHeadings.count]
    preludeHeadings.append(node)
    tree[node].span = Extent(entry.span)
    content.removeAll()
    entry.forEachRun(in: input.source) { content.append($0, of: input.source) }
    align(node, from: 0, in: &tree)
  }
}

extension SpanResolver {
  private func resolveCode(
    _ node: Int32, line: Int, start: Int, nextBlockLine: Int, in tree: inout MarkdownTree
  ) {
    let literal = tree.pool[tree[node].text.range]
    let count = Self.lineCount(literal)
    guard isFenced(tree[node], start: start, line: line, literal: literal) else {
      tree[node].span = Extent(start, lines.end(of: line + max(count, 1) - 1))
      return
    }
    tree[node].flags.insert(.fenced)
    let closing = line + count + 1
    let isClosed =
      closing < lines.count && closing < nextBlockLine && isFence(closing, like: start)
    let last = isClosed ? closing : line + count
    tree[node].span = Extent(
      start, max(trimmedEnd(of: min(last, lines.count - 1), from: start), start))
  }

  /// Whether the code block at `start` has a fence rather than indentation.
  private func isFenced(
    _ node: Node, start: Int, line: Int, literal: ArraySlice<UInt8>
  ) -> Bool {
    let length = fenceLength(at: start)
    guard length >= 3 else { return false }
    if !node.detail.isEmpty { return true }
    // Without an info string, nothing but spaces follows a fence.
    guard input.source[start + length..<lines.end(of: line)].allSatisfy(\.isSpaceOrTab) else {
      return false
    }
    let first = literal.prefix { !$0.isLineBreak }
    return !input.source[start..<max(start, lines.end(of: line))].elementsEqual(first)
  }

  private func isFence(_ line: Int, like opening: Int) -> Bool {
    var offset = lines.start(of: line)
    let end = lines.end(of: line)
    while offset < end,
      input.source[offset].isSpaceOrTab || input.source[offset] == UInt8(ascii: ">")
    {
      offset += 1
    }
    guard offset < end, input.source[offset] == input.source[opening] else { return false }
    let length = fenceLength(at: offset)
    guard length >= fenceLength(at: opening) else { return false }
    return input.source[offset + length..<end].allSatisfy(\.isSpaceOrTab)
  }

  private func fenceLength(at offset: Int) -> Int {
    guard offset < input.source.count else { return 0 }
    let byte = input.source[offset]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return 0 }
    var end = offset
    while end < input.source.count, input.source[end] == byte { end += 1 }
    return end - offset
  }

  private func markerEnd(at start: Int, line: Int, isFootnote: Bool) -> Int {
    let end = lines.end(of: line)
    if isFootnote, let edit = lines.edit(on: line) { return min(edit.range.upperBound, end) }
    var offset = start
    while offset < end, input.source[offset].isDigit { offset += 1 }
    return min(offset + 1, max(end, start))
  }

  private func trimmedEnd(of line: Int, from start: Int) -> Int {
    var end = lines.end(of: line)
    while end > start, input.source[end - 1].isWhitespace { end -= 1 }
    return max(end, start)
  }

  private static func lineCount(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x0A && previous != 0x0D || byte == 0x0D { count += 1 }
      previous = byte
    }
    return previous == 0 || previous.isLineBreak ? count : count + 1
  }
}
