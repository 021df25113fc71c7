/// Finds where the text of a line starts inside block quotes and list items.
///
/// It repeats what a block parser does at the start of each continued line: takes the marker of
/// each quote and the indentation of each item, outermost first, until one is missing, from where
/// on the line is a lazy continuation.
struct ContainerPrefix {
  private let source: [UInt8]
  private let lines: LineTable
  /// The containers in order, and what each takes.
  private var nodes: [Int32] = []
  private var frames: [Frame] = []
  /// The numbers of the containers found last, outermost first.
  private var chain: [Int] = []

  private struct Frame {
    let isQuote: Bool
    /// The columns that a continued line of an item must be indented by.
    let width: Int
    let line: Int
    /// Where the container's content starts on its first line.
    let content: LinePosition
  }

  init(source: [UInt8], lines: LineTable) {
    self.source = source
    self.lines = lines
  }

  /// Notes a block quote or list item that starts at `offset` of a line.
  mutating func add(
    _ node: Int32, in tree: MarkdownTree, line: Int, offset: Int, isFootnote: Bool
  ) {
    findContainers(above: node, in: tree)
    let outer = position(line: line).position
    let end = lines.end(of: line)
    let blanks = outer.blanks(in: source, end: end)
    var marker = blanks.end
    marker.offset = offset
    nodes.append(node)
    if tree[node].kind == .blockQuote {
      frames.append(
        Frame(isQuote: true, width: 0, line: line, content: afterQuoteMarker(marker, end: end)))
    } else if isFootnote {
      let start = lines.edit(on: line)?.range.upperBound ?? offset
      frames.append(
        Frame(
          isQuote: false, width: 4, line: line,
          content: LinePosition(offset: start, column: marker.column + 4)))
    } else {
      frames.append(itemFrame(marker: marker, indent: blanks.columns, line: line, end: end))
    }
  }

  private func itemFrame(marker: LinePosition, indent: Int, line: Int, end: Int) -> Frame {
    var content = marker
    while content.offset < end, source[content.offset].isDigit { content.offset += 1 }
    content.offset = min(content.offset + 1, end)
    let width = content.offset - marker.offset
    content.column += width
    let padding = content.blanks(in: source, end: end)
    if padding.columns >= 5 || padding.columns < 1 || padding.end.offset == end {
      content.skipBlanks(1, in: source, end: end)
      return Frame(isQuote: false, width: indent + width + 1, line: line, content: content)
    }
    return Frame(
      isQuote: false, width: indent + width + padding.columns, line: line, content: padding.end)
  }

  private func afterQuoteMarker(_ marker: LinePosition, end: Int) -> LinePosition {
    var position = marker
    position.offset += 1
    position.column += 1
    position.skipBlanks(1, in: source, end: end)
    return position
  }

  /// Where the text of a continued line starts.
  struct ContentStart {
    let offset: Int
    /// How many spaces stand for the tab at `offset`, of which a container has taken a part.
    var spacesForTab = 0
  }

  /// Returns where the text of a paragraph's continued line starts.
  ///
  /// It stands in the containers found last.
  func contentStart(of line: Int) -> ContentStart {
    let end = lines.end(of: line)
    guard !chain.isEmpty else {
      var offset = lines.start(of: line)
      while offset < end, source[offset].isSpaceOrTab { offset += 1 }
      return ContentStart(offset: offset)
    }
    let (position, isLazy) = position(line: line)
    // libcmark adds a lazy line as it is, and any other without its indentation.
    return isLazy
      ? ContentStart(offset: position.offset, spacesForTab: position.restOfTab)
      : ContentStart(offset: position.blanks(in: source, end: end).end.offset)
  }

  /// Finds the quotes and items that a node stands in.
  mutating func findContainers(above node: Int32, in tree: MarkdownTree) {
    chain.removeAll(keepingCapacity: true)
    guard !frames.isEmpty else { return }
    var parent = tree[node].parent
    while parent != Node.none {
      if let number = number(of: parent) { chain.append(number) }
      parent = tree[parent].parent
    }
    chain.reverse()
  }

  /// Returns where a line's text starts, and whether it lacks a container's mark before that.
  private func position(line: Int) -> (position: LinePosition, isLazy: Bool) {
    let end = lines.end(of: line)
    var position = LinePosition(offset: lines.start(of: line), column: 0)
    for number in chain {
      let frame = frames[number]
      if frame.line == line {
        position = frame.content
        continue
      }
      let blanks = position.blanks(in: source, end: end)
      if frame.isQuote {
        guard blanks.columns <= 3, blanks.end.offset < end,
          source[blanks.end.offset] == UInt8(ascii: ">")
        else { return (position, true) }
        position = afterQuoteMarker(blanks.end, end: end)
      } else {
        guard blanks.columns >= frame.width else { return (position, true) }
        position.skipBlanks(frame.width, in: source, end: end)
      }
    }
    return (position, false)
  }

  /// Containers are noted in the order of the nodes, so a node's is found by halving.
  private func number(of node: Int32) -> Int? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? low : nil
  }
}
