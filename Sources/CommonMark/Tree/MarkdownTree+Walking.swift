extension MarkdownTree {
  /// Returns the node after `index` in the order of the text, inside `root`.
  func next(after index: Int32, in root: Int32) -> Int32 {
    self[index].firstChild != Node.none
      ? self[index].firstChild : nextSkippingChildren(of: index, in: root)
  }

  /// Returns the node after `index` and all in it, inside `root`.
  func nextSkippingChildren(of index: Int32, in root: Int32) -> Int32 {
    var index = index
    while index != root {
      if self[index].nextSibling != Node.none { return self[index].nextSibling }
      index = self[index].parent
    }
    return Node.none
  }

  /// Returns all blocks in the order of the text, the document first.
  func blocksInOrder() -> [Int32] {
    var blocks: [Int32] = []
    blocks.reserveCapacity(nodes.count / 3 + 8)
    var index: Int32 = 0
    while index != Node.none {
      if self[index].kind.isInline {
        index = nextSkippingChildren(of: index, in: 0)
        continue
      }
      blocks.append(index)
      index =
        self[index].kind.holdsInlines
        ? nextSkippingChildren(of: index, in: 0) : next(after: index, in: 0)
    }
    return blocks
  }

  /// Returns those of `blocks` that hold inline nodes, and then the labels of directives.
  func inlineHolders(among blocks: [Int32]) -> [Int32] {
    var holders: [Int32] = []
    holders.reserveCapacity(blocks.count + directives.count)
    for block in blocks where self[block].kind.holdsInlines { holders.append(block) }
    for directive in directives
    where directive.form != .text && directive.labelNode != Node.none {
      holders.append(directive.labelNode)
    }
    return holders
  }
}
