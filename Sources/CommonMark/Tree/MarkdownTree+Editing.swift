/// How passes change a tree: nodes are added and linked anew, never removed from the array.
extension MarkdownTree {
  /// Adds a node and returns its index.
  mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Returns a node's children in order.
  func childIndexes(of parent: Int32) -> [Int32] {
    var children: [Int32] = []
    var child = self[parent].firstChild
    while child != Node.none {
      children.append(child)
      child = self[child].nextSibling
    }
    return children
  }

  /// Makes `children` the children of `parent`, in order.
  mutating func setChildren(_ children: some Sequence<Int32>, of parent: Int32) {
    var previous = Node.none
    self[parent].firstChild = Node.none
    for child in children {
      self[child].parent = parent
      self[child].nextSibling = Node.none
      link(child, after: previous, in: parent)
      previous = child
    }
  }

  /// Makes the children of one node those of another.
  mutating func moveChildren(of source: Int32, to target: Int32) {
    var child = self[source].firstChild
    self[target].firstChild = child
    self[source].firstChild = Node.none
    while child != Node.none {
      self[child].parent = target
      child = self[child].nextSibling
    }
  }

  /// Lets `child` follow `previous`, or come first if that is no node.
  mutating func link(_ child: Int32, after previous: Int32, in parent: Int32) {
    if previous == Node.none {
      self[parent].firstChild = child
    } else {
      self[previous].nextSibling = child
    }
  }

  /// Adds bytes to the pool and returns where they are.
  mutating func addToPool(_ bytes: some Sequence<UInt8>) -> Extent {
    let start = pool.count
    pool.append(contentsOf: bytes)
    return Extent(start, pool.count)
  }

  /// Gives a node attributes, after any that it has.
  mutating func set(_ new: Attributes, on node: Int32) {
    self[node].attributes = Int32(truncatingIfNeeded: attributes.count)
    attributes.append(new)
  }
}
