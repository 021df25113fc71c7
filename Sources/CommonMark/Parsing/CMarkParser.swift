internal import CCMark
internal import ParseMemory

/// Parses with libcmark and copies its tree into Swift values; nothing of C is left afterwards.
///
/// This is the one file that knows libcmark. Nodes come out without spans: `SpanResolver` works
/// them out from the lines and columns of blocks, which are right, and from the source itself.
struct CMarkParser: ~Copyable {
  var nodes: [Node] = []
  var pool: [UInt8] = []
  private(set) var blocks: [BlockPosition] = []
  /// The links and images whose address stands for a footnote.
  private(set) var footnoteReferences: [Int32] = []
  /// Whether containers were left out because they were nested too deeply.
  private(set) var isTooDeep = false
  private let source: [UInt8]
  /// The runs that marks stand for.
  private let quiet: [Extent]

  /// Where libcmark saw a block, counted from 1 in the text it was fed.
  struct BlockPosition {
    let node: Int32
    let startLine: Int32
    let startColumn: Int32
    let endLine: Int32
  }

  /// Parses the pieces as one text.
  ///
  /// - Parameters:
  ///   - maximumDepth: containers nested deeper are left out, their content is kept.
  ///   - smart: whether quotes and dashes become typographic.
  init(parsing input: ParserInput, maximumDepth: Int, smart: Bool) {
    source = input.source
    quiet = input.quiet.ranges
    guard let tree = CTree(parsing: input, smart: smart) else {
      nodes.append(Node(kind: .document, parent: Node.none))
      return
    }
    nodes.reserveCapacity(input.body.count / 24 + input.entries.count * 3 + 64)
    pool.reserveCapacity(input.body.count + input.prelude.count + 256)
    blocks.reserveCapacity(input.body.count / 64 + input.entries.count + 16)
    copy(tree, maximumDepth: maximumDepth)
  }

  /// One open node on the way down to where the walk stands.
  private struct Level {
    let node: OpaquePointer
    /// The node that children are added to.
    let target: Int32
    /// The last child added to it.
    var lastChild: Int32
    /// Whether this node itself was left out.
    let isSkipped: Bool
  }

  private mutating func copy(_ tree: borrowing CTree, maximumDepth: Int) {
    var outer: [Level] = []
    var level = Level(
      node: tree.root, target: Node.none, lastChild: Node.none, isSkipped: false)
    var next: OpaquePointer? = tree.root
    while true {
      guard let node = next else {
        guard let parent = outer.popLast() else { return }
        let left = level
        level = parent
        // The children of a node that was left out were added to the level above.
        if left.isSkipped { level.lastChild = left.lastChild }
        next = cmark_node_next(left.node)
        continue
      }
      let type = cmark_node_get_type(node)
      let child = Self.isLeaf(type) ? nil : cmark_node_first_child(node)
      let isSkipped =
        child != nil && Self.isSkippable(type)
        && (type == CMARK_NODE_ITEM ? level.isSkipped : outer.count > maximumDepth)
      var target = level.target
      var lastChild = level.lastChild
      if isSkipped {
        isTooDeep = true
      } else {
        target = append(node, type: type, to: level)
        level.lastChild = target
        lastChild = Node.none
      }
      if child != nil {
        outer.append(level)
        level = Level(node: node, target: target, lastChild: lastChild, isSkipped: isSkipped)
        next = child
      } else {
        next = cmark_node_next(node)
      }
    }
  }

  /// Whether a node of the type has no children, as almost all nodes.
  private static func isLeaf(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_CODE
  }

  /// Whether the node's content can be kept without it.
  private static func isSkippable(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM
      || type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG
  }

  private mutating func append(
    _ node: OpaquePointer, type: cmark_node_type, to parent: Level
  ) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    var copy = Node(kind: .document, parent: parent.target)
    switch type {
    case CMARK_NODE_TEXT:
      copy.kind = .text
      copyText(of: node, to: &copy)
    case CMARK_NODE_SOFTBREAK: copy.kind = .softBreak
    case CMARK_NODE_LINEBREAK: copy.kind = .lineBreak
    case CMARK_NODE_CODE:
      copy.kind = .code
      copy.text = copyBytes(cmark_node_get_literal(node))
    case CMARK_NODE_HTML_INLINE:
      copy.kind = .htmlInline
      copy.text = copyBytes(cmark_node_get_literal(node))
    case CMARK_NODE_EMPH: copy.kind = .emphasis
    case CMARK_NODE_STRONG: copy.kind = .strong
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      copy.kind = type == CMARK_NODE_LINK ? .link : .image
      copy.text = copyBytes(cmark_node_get_url(node))
      copy.detail = copyBytes(cmark_node_get_title(node))
      if !copy.text.isEmpty, pool[copy.text.start] == FootnoteAddress.mark {
        footnoteReferences.append(index)
      }
    default:
      describeBlock(node, type: type, in: &copy)
      blocks.append(
        BlockPosition(
          node: index, startLine: cmark_node_get_start_line(node),
          startColumn: cmark_node_get_start_column(node),
          endLine: cmark_node_get_end_line(node)))
    }
    nodes.append(copy)
    if parent.lastChild != Node.none {
      nodes[Int(parent.lastChild)].nextSibling = index
    } else if parent.target != Node.none {
      nodes[Int(parent.target)].firstChild = index
    }
    return index
  }

  private mutating func describeBlock(
    _ node: OpaquePointer, type: cmark_node_type, in copy: inout Node
  ) {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: copy.kind = .blockQuote
    case CMARK_NODE_LIST:
      copy.kind = .list
      if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
        copy.flags.insert(.ordered)
        copy.number = cmark_node_get_list_start(node)
      }
      if cmark_node_get_list_tight(node) != 0 { copy.flags.insert(.tight) }
    case CMARK_NODE_ITEM: copy.kind = .item
    case CMARK_NODE_CODE_BLOCK:
      copy.kind = .codeBlock
      copy.text = copyBytes(cmark_node_get_literal(node))
      copy.detail = copyBytes(cmark_node_get_fence_info(node))
    case CMARK_NODE_HTML_BLOCK:
      copy.kind = .htmlBlock
      copy.text = copyBytes(cmark_node_get_literal(node))
    case CMARK_NODE_PARAGRAPH: copy.kind = .paragraph
    case CMARK_NODE_HEADING:
      copy.kind = .heading
      copy.number = cmark_node_get_heading_level(node)
    case CMARK_NODE_THEMATIC_BREAK: copy.kind = .thematicBreak
    default: break
    }
  }

  /// Copies a text and notes which special bytes are in it, so that passes can skip it.
  private mutating func copyText(of node: OpaquePointer, to copy: inout Node) {
    guard let text = cmark_node_get_literal(node) else { return }
    let start = pool.count
    let bytes = UnsafeRawBufferPointer(start: text, count: parse_memory_length(text))
    appendWhole(bytes) { copy.number |= SpecialBytes.mask(of: $0) }
    copy.text = Extent(start, pool.count)
  }

  private mutating func copyBytes(_ text: UnsafePointer<CChar>?) -> Extent {
    let start = pool.count
    guard let text, text.pointee != 0 else { return Extent(start, start) }
    appendWhole(UnsafeRawBufferPointer(start: text, count: parse_memory_length(text)))
    return Extent(start, pool.count)
  }

  /// Adds bytes to the pool, and in place of marks the quiet runs that libcmark was not shown.
  ///
  /// - Parameter look: is handed what libcmark was shown.
  @inline(__always)
  private mutating func appendWhole(
    _ bytes: UnsafeRawBufferPointer, look: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) {
    var shown = bytes.startIndex
    while !quiet.isEmpty, let mark = QuietMark.offset(in: bytes, from: shown) {
      let part = UnsafeRawBufferPointer(rebasing: bytes[shown..<mark])
      look(part)
      pool.append(contentsOf: part)
      let run = quiet[QuietMark.number(in: bytes, at: mark)].range
      source.withUnsafeBytes { pool.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[run])) }
      shown = mark + QuietMark.length
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[shown...])
    look(rest)
    pool.append(contentsOf: rest)
  }
}

/// Owns libcmark's tree and the memory that it is made of, until the end of its scope.
///
/// One tree can live on a thread at a time.
private struct CTree: ~Copyable {
  private let memory: UnsafeMutablePointer<cmark_mem>
  let root: OpaquePointer

  init?(parsing input: ParserInput, smart: Bool) {
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: parse_memory_calloc, realloc: parse_memory_realloc, free: parse_memory_free))
    let options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let parser = cmark_parser_new_with_mem(options, memory)
    input.bytes().withUnsafeBytes { bytes in
      guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
      cmark_parser_feed(parser, start, bytes.count)
    }
    guard let parser, let root = cmark_parser_finish(parser) else {
      parse_memory_reset()
      memory.deallocate()
      return nil
    }
    self.root = root
  }

  deinit {
    parse_memory_reset()
    memory.deallocate()
  }
}
