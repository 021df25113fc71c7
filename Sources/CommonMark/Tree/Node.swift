/// One node of a `MarkdownTree`; its neighbours are indexes, its texts ranges of the tree's pool.
///
/// Trivially copyable, so that a document of a thousand nodes is one allocation.
struct Node: Sendable {
  var kind: NodeKind
  var flags: Flags = []
  /// Where the node stands in the source, in bytes.
  var span: Extent = Extent(0, 0)
  var parent: Int32
  var firstChild: Int32 = Node.none
  var nextSibling: Int32 = Node.none
  /// The literal of a text, code or HTML node; the destination of a link or image; a label.
  var text: Extent = Extent(0, 0)
  /// The title of a link or image; the language line of a code block.
  var detail: Extent = Extent(0, 0)
  /// A heading's level, a list's first number, an item's marker, a text's special bytes, a
  /// footnote's number, a directive's index or a cell's alignment.
  var number: Int32 = 0
  /// The index of the node's attributes.
  var attributes: Int32 = Node.none

  init(kind: NodeKind, parent: Int32) {
    self.kind = kind
    self.parent = parent
  }

  /// The index that stands for no node.
  static let none: Int32 = -1

  struct Flags: OptionSet {
    let rawValue: UInt8

    /// The list is numbered.
    static let ordered = Flags(rawValue: 1)
    /// The list's paragraphs are written without `<p>`.
    static let tight = Flags(rawValue: 2)
    /// The text differs from its source: it had escapes, entities or typographic marks.
    static let cooked = Flags(rawValue: 4)
    /// The row or cell belongs to a table's head.
    static let head = Flags(rawValue: 8)
    /// The link is a `<...>` or bare address.
    static let autolink = Flags(rawValue: 16)
    /// The list comes from footnotes and is not one the author wrote.
    static let synthetic = Flags(rawValue: 32)
    /// The heading is underlined, or the code block is fenced.
    static let fenced = Flags(rawValue: 64)
    /// The span could not be worked out exactly and is the block's.
    static let approximate = Flags(rawValue: 128)
  }
}

/// A range of bytes that takes eight bytes itself.
struct Extent: Sendable, Hashable {
  var lower: Int32
  var upper: Int32

  init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: max(lower, upper))
  }

  init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  var range: Range<Int> { Int(lower)..<Int(upper) }
  var start: Int { Int(lower) }
  var end: Int { Int(upper) }
  var count: Int { Int(upper) - Int(lower) }
  var isEmpty: Bool { lower == upper }
}
