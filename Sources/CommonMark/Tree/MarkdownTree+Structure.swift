/// What sprint updates and other readers of structure ask a tree.
extension MarkdownTree {
  /// The attributes written in braces at the end of the node.
  public func attributes(of node: NodeID) -> Attributes? {
    let index = self[node.index].attributes
    return index == Node.none ? nil : attributes[Int(index)]
  }

  /// The level of a heading as written; 0 for any other node.
  public func headingLevel(of node: NodeID) -> Int {
    self[node.index].kind == .heading ? Int(self[node.index].number) : 0
  }

  /// The id of a heading; empty for any other node.
  public func headingID(of node: NodeID) -> String {
    self[node.index].kind == .heading ? string(self[node.index].detail) : ""
  }

  /// The character in square brackets that an item begins with, as in `- [x] done`.
  public func taskMarker(of item: NodeID) -> Character? {
    guard self[item.index].kind == .item, self[item.index].number > 0,
      let scalar = Unicode.Scalar(UInt32(self[item.index].number))
    else { return nil }
    return Character(scalar)
  }

  /// A heading and the blocks after it, up to the next heading of its level or above.
  public struct Section: Sendable, Hashable {
    /// The heading that begins the section.
    public let heading: NodeID
    /// The top-level blocks after the heading in order, lower headings among them; may be empty.
    public let blocks: [NodeID]
  }

  /// Returns the text without one of its sections.
  public func removing(_ section: Section) -> MarkdownTree {
    let last = section.blocks.last ?? section.heading
    var before = Node.none
    for block in children(of: root) {
      if block == section.heading { break }
      before = block.index
    }
    var tree = self
    tree.link(self[last.index].nextSibling, after: before, in: root.index)
    return tree
  }

  /// Returns the sections that top-level headings of `level` begin.
  public func sections(level: Int) -> [Section] {
    var sections: [Section] = []
    var heading: NodeID?
    var blocks: [NodeID] = []
    for block in children(of: root) {
      let blockLevel = headingLevel(of: block)
      guard blockLevel > 0, blockLevel <= level else {
        if heading != nil { blocks.append(block) }
        continue
      }
      if let heading { sections.append(Section(heading: heading, blocks: blocks)) }
      heading = blockLevel == level ? block : nil
      blocks = []
    }
    if let heading { sections.append(Section(heading: heading, blocks: blocks)) }
    return sections
  }

  /// Returns the items of all lists among `blocks`, without items of lists inside items.
  public func items(in blocks: some Sequence<NodeID>) -> [NodeID] {
    blocks.filter { kind(of: $0) == .list }.flatMap { children(of: $0) }
  }

  /// Returns the text of a list item's own line, without markup and without nested lists.
  public func itemText(of item: NodeID) -> String {
    guard let paragraph = children(of: item).first(where: { kind(of: $0) == .paragraph }) else {
      return ""
    }
    return plainText(of: paragraph)
  }
}
