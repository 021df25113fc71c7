/// Where a tree's code and HTML blocks stand, in order.
struct VerbatimBlocks {
  private var spans: [Extent] = []

  init(in tree: MarkdownTree) {
    for node in tree.nodes where node.kind == .codeBlock || node.kind == .htmlBlock {
      spans.append(node.span)
    }
  }

  /// Whether an offset lies in one of them.
  func contains(_ offset: Int) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start <= offset
  }
}
