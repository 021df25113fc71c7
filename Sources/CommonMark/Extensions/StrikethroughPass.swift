/// Makes `~text~` and `~~text~~` deleted text, by GitHub's rules.
struct StrikethroughPass {
  /// A run of one or two tildes.
  private struct Run {
    let offset: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
  }

  /// Looks through the children of a node, and of the inline nodes in it.
  func apply(to holder: Int32, in tree: inout MarkdownTree) {
    var index = holder
    while index != Node.none {
      if tree[index].firstChild != Node.none { strike(childrenOf: index, in: &tree) }
      index = tree.next(after: index, in: holder)
      if index == holder { return }
    }
  }

  private func strike(childrenOf parent: Int32, in tree: inout MarkdownTree) {
    var runs: [Run] = []
    var child = tree[parent].firstChild
    while child != Node.none {
      if tree[child].kind == .text, tree[child].number & SpecialBytes.tilde != 0,
        !tree[child].flags.contains(.approximate)
      {
        findRuns(in: tree[child].span.range, source: tree.source.bytes, into: &runs)
      }
      child = tree[child].nextSibling
    }
    guard runs.count > 1 else { return }
    let pairs = matched(runs)
    guard !pairs.isEmpty else { return }
    rebuild(parent, pairs: pairs, in: &tree)
  }

  private func findRuns(in span: Range<Int>, source: [UInt8], into runs: inout [Run]) {
    var offset = span.lowerBound
    while offset < span.upperBound {
      if source[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      guard source[offset] == UInt8(ascii: "~") else {
        offset += 1
        continue
      }
      var end = offset
      while end < span.upperBound, source[end] == UInt8(ascii: "~") { end += 1 }
      let before = offset > 0 ? source[offset - 1] : 0x0A
      let after = end < source.count ? source[end] : 0x0A
      let isLeft =
        !after.isWhitespace && (!after.isPunctuation || before.isWhitespace || before.isPunctuation)
      let isRight =
        !before.isWhitespace && (!before.isPunctuation || after.isWhitespace || after.isPunctuation)
      if end - offset <= 2 {
        runs.append(Run(offset: offset, length: end - offset, canOpen: isLeft, canClose: isRight))
      }
      offset = end
    }
  }

  /// Returns the runs that open and close, in order of place.
  private func matched(_ runs: [Run]) -> [(run: Run, opens: Bool)] {
    // One stack for each length, so that looking for an opener never looks twice at a run.
    var open: [Int] = []
    var counts = [0, 0, 0]
    var pairs: [(run: Run, opens: Bool)] = []
    for (index, run) in runs.enumerated() {
      if run.canClose, counts[run.length] > 0 {
        while let opener = open.popLast() {
          counts[runs[opener].length] -= 1
          guard runs[opener].length == run.length else { continue }
          pairs.append((runs[opener], true))
          pairs.append((run, false))
          break
        }
      } else if run.canOpen {
        open.append(index)
        counts[run.length] += 1
      }
    }
    return pairs.sorted { $0.run.offset < $1.run.offset }
  }

  private func rebuild(
    _ parent: Int32, pairs: [(run: Run, opens: Bool)], in tree: inout MarkdownTree
  ) {
    var lists: [(node: Int32, children: [Int32])] = [(parent, [])]
    var child = tree[parent].firstChild
    for pair in pairs {
      let end = pair.run.offset + pair.run.length
      guard let run = tree.boundary(at: pair.run.offset, from: child), run != Node.none,
        let rest = tree.boundary(at: end, from: run)
      else { return }
      while child != run, child != Node.none {
        lists[lists.count - 1].children.append(child)
        child = tree[child].nextSibling
      }
      child = rest
      if pair.opens {
        var node = Node(kind: .strikethrough, parent: parent)
        node.span = Extent(pair.run.offset, end)
        lists.append((tree.append(node), []))
      } else if lists.count > 1, let closed = lists.popLast() {
        tree.setChildren(closed.children, of: closed.node)
        tree[closed.node].span.upper = Extent(0, end).upper
        lists[lists.count - 1].children.append(closed.node)
      }
    }
    while child != Node.none {
      lists[lists.count - 1].children.append(child)
      child = tree[child].nextSibling
    }
    tree.setChildren(lists[0].children, of: parent)
  }
}
