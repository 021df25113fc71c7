/// Makes directives of the blocks that are written as such.
struct DirectivePass {
  let plan: InputPlan
  let entries: [Int32]

  func apply(to tree: inout MarkdownTree) {
    if !plan.leaves.isEmpty { makeLeaves(in: &tree) }
    guard !plan.containers.isEmpty else { return }
    var parents: Set<Int32> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .thematicBreak {
      let node = tree.nodes[index]
      guard plan.containers.index(of: node.span.start) != nil, parents.insert(node.parent).inserted
      else {
        continue
      }
      makeContainers(in: node.parent, of: &tree)
    }
  }

  /// A leaf is a paragraph that is one line and nothing but the directive.
  private func makeLeaves(in tree: inout MarkdownTree) {
    var isAlone = Array(repeating: false, count: plan.leaves.values.count)
    for index in tree.nodes.indices {
      let node = Int32(truncatingIfNeeded: index)
      let span = tree[node].span
      guard tree[node].kind == .paragraph, span.start < tree.source.bytes.count,
        tree.source.bytes[span.start] == UInt8(ascii: ":"),
        let number = plan.leaves.index(of: span.start),
        span.end == plan.leaves.values[number].directive.end
      else { continue }
      isAlone[number] = true
      tree[node].kind = .leafDirective
      tree[node].firstChild = Node.none
      tree[node].number = add(plan.leaves.values[number].directive, to: &tree)
    }
    guard !isAlone.allSatisfy({ $0 }) else { return }
    let verbatim = VerbatimBlocks(in: tree)
    for (leaf, isAlone) in zip(plan.leaves.values, isAlone)
    where !isAlone && !verbatim.contains(leaf.directive.name.span.lowerBound) {
      let name = leaf.directive.name
      tree.findings.add(
        MarkdownMessage.crowdedDirective(name.text, at: tree.location(Extent(name.span))))
    }
  }

  private func add(_ syntax: DirectiveSyntax, to tree: inout MarkdownTree) -> Int32 {
    var syntax = syntax
    if let label = syntax.label, let entry = plan.labelEntries[label.lowerBound],
      entry < entries.count
    {
      syntax.labelNode = entries[entry]
      // The label's nodes are read through the directive and belong to no block.
      tree[entries[entry]].nextSibling = Node.none
    }
    tree.directives.append(syntax)
    return Int32(truncatingIfNeeded: tree.directives.count - 1)
  }

  /// A container that is open, and what stands in it so far.
  private struct OpenContainer {
    let colons: Int
    var children: SiblingChain

    var node: Int32 { children.parent }
  }

  private func makeContainers(in parent: Int32, of tree: inout MarkdownTree) {
    var open = [OpenContainer(colons: 0, children: SiblingChain(parent: parent))]
    var next = open[0].children.takeChildren(in: &tree)
    while next != Node.none {
      let child = next
      next = tree[child].nextSibling
      guard tree[child].kind == .thematicBreak, let line = plan.containers[tree[child].span.start]
      else {
        open[open.count - 1].children.append(child, in: &tree)
        continue
      }
      if let directive = line.directive {
        tree[child].kind = .containerDirective
        tree[child].number = add(directive, to: &tree)
        open[open.count - 1].children.append(child, in: &tree)
        open.append(OpenContainer(colons: line.colons, children: SiblingChain(parent: child)))
      } else if let depth = Self.opening(of: line.colons, among: open) {
        while open.count > depth + 1 {
          close(&open, at: tree[child].span.start, isClosed: false, in: &tree)
        }
        close(&open, at: line.span.upperBound, isClosed: true, in: &tree)
      } else {
        tree.findings.add(
          MarkdownMessage.strayDirectiveEnd(at: tree.location(Extent(line.span))))
        showAsText(child, line, in: &tree)
        open[open.count - 1].children.append(child, in: &tree)
      }
    }
    let end = tree[parent].span.end
    while open.count > 1 { close(&open, at: end, isClosed: false, in: &tree) }
  }

  /// Returns the innermost container that a line of colons can close.
  private static func opening(of colons: Int, among open: [OpenContainer]) -> Int? {
    open.indices.dropFirst().last { open[$0].colons == colons }
      ?? open.indices.dropFirst().last { open[$0].colons < colons }
  }

  private func close(
    _ open: inout [OpenContainer], at end: Int, isClosed: Bool, in tree: inout MarkdownTree
  ) {
    guard open.count > 1, let container = open.popLast() else { return }
    if !isClosed {
      let name = tree.directives[Int(tree[container.node].number)].name
      tree.findings.add(
        MarkdownMessage.unclosedDirective(
          name.text, colons: container.colons, at: tree.location(tree[container.node].span)))
    }
    let last = container.children.last
    let lastEnd = tree[last == Node.none ? container.node : last].span.end
    tree[container.node].span.upper = Extent(0, isClosed ? end : lastEnd).upper
  }

  private func showAsText(
    _ node: Int32, _ line: InputPlan.ContainerLine, in tree: inout MarkdownTree
  ) {
    var text = Node(kind: .text, parent: node)
    text.span = Extent(line.span)
    text.text = tree.addToPool(tree.source.bytes[line.span])
    text.number = SpecialBytes.escaped
    tree[node].kind = .paragraph
    tree[node].span = text.span
    tree[node].firstChild = tree.append(text)
  }
}
