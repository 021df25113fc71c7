/// The children of a node, put together one by one.
struct SiblingChain {
  let parent: Int32
  private(set) var last = Node.none

  init(parent: Int32) { self.parent = parent }

  /// Leaves the parent without children and returns the first that it had.
  func takeChildren(in tree: inout MarkdownTree) -> Int32 {
    let first = tree[parent].firstChild
    tree[parent].firstChild = Node.none
    return first
  }

  /// Adds a child after all others.
  mutating func append(_ child: Int32, in tree: inout MarkdownTree) {
    tree[child].parent = parent
    tree[child].nextSibling = Node.none
    tree.link(child, after: last, in: parent)
    last = child
  }
}
