public import Diagnostics

/// A parsed Markdown text: a flat array of nodes with byte spans.
///
/// Made by `MarkdownTree(parsing:)`; read by those that need a body's structure, such as a sprint
/// update's sections and list items. Pages need only `document()`.
///
/// ```swift
/// let tree = MarkdownTree(parsing: source, options: MarkdownOptions())
/// for section in tree.sections(level: 2) {
///   print(tree.plainText(of: section.heading))
///   for item in tree.items(in: section.blocks) { print(tree.plainText(of: item)) }
/// }
/// ```
public struct MarkdownTree: Sendable {
  /// The text that was parsed, which spans point into.
  public let source: MarkdownSource
  /// How the text was read and is to be rendered.
  public let options: MarkdownOptions
  /// What is wrong in the text.
  var findings = Findings()
  /// All nodes; the document is the first.
  var nodes: [Node] = []
  /// The bytes that the nodes' texts are ranges of.
  var pool: [UInt8] = []
  var attributes: [Attributes] = []
  var directives: [DirectiveSyntax] = []
  /// The footnote definitions that are used, in the order of their first use.
  var footnotes: [Footnote] = []

  init(source: MarkdownSource, options: MarkdownOptions) {
    self.source = source
    self.options = options
  }

  /// A node of this tree; meaningless in any other.
  public struct NodeID: Sendable, Hashable {
    let index: Int32
  }

  /// A footnote's definition and how often it is referred to.
  struct Footnote: Sendable {
    let definition: Int32
    var references: Int32
  }
}

/// A Markdown text and where it stands: a whole file, of which the body is a part.
public struct MarkdownSource: Sendable {
  /// The file's name as findings print it.
  public let file: String
  /// The whole file, front matter included.
  public let bytes: [UInt8]
  /// Where the body starts, after the front matter; spans count from the start of the file.
  public let bodyStart: Int

  /// Makes a source of which all is body by default; a start outside the file is moved into it.
  public init(file: String, bytes: [UInt8], bodyStart: Int = 0) {
    self.file = file
    self.bytes = bytes
    self.bodyStart = min(max(bodyStart, 0), bytes.count)
  }
}

extension MarkdownTree {
  /// The document itself, whose children are the top-level blocks.
  public var root: NodeID { NodeID(index: 0) }

  /// What is wrong in the text as far as reading it shows, in order of place.
  public var diagnostics: [Diagnostic] { findings.sorted() }

  /// What the node is.
  public func kind(of node: NodeID) -> NodeKind { self[node.index].kind }

  /// The bytes of the file that the node was written in.
  public func span(of node: NodeID) -> Range<Int> { self[node.index].span.range }

  /// The node's place, for a finding about it.
  public func location(of node: NodeID) -> SourceLocation { location(self[node.index].span) }

  /// The node's children in order.
  public func children(of node: NodeID) -> Children {
    Children(tree: self, next: self[node.index].firstChild)
  }

  /// The node that this one stands in; `nil` for the document.
  public func parent(of node: NodeID) -> NodeID? {
    let parent = self[node.index].parent
    return parent == Node.none ? nil : NodeID(index: parent)
  }

  /// A lazy walk over a node's children.
  public struct Children: Sequence, IteratorProtocol {
    private let tree: MarkdownTree
    private var index: Int32

    init(tree: MarkdownTree, next: Int32) {
      self.tree = tree
      self.index = next
    }

    /// Returns the next child, or `nil` after the last one.
    public mutating func next() -> NodeID? {
      guard index != Node.none else { return nil }
      defer { index = tree[index].nextSibling }
      return NodeID(index: index)
    }
  }

  subscript(_ index: Int32) -> Node {
    _read { yield nodes[Int(index)] }
    _modify { yield &nodes[Int(index)] }
  }

  func location(_ span: Extent) -> SourceLocation {
    SourceLocation(file: source.file, span: span.range)
  }

  func string(_ text: Extent) -> String {
    String(decoding: pool[text.range], as: UTF8.self)
  }
}
