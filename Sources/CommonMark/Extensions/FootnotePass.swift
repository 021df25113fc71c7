/// Makes footnotes of the items and links that stood for them.
struct FootnotePass {
  let plan: InputPlan
  /// The links and images that stand for references.
  let references: [Int32]

  func apply(to tree: inout MarkdownTree) {
    guard !plan.footnotes.isEmpty else { return }
    var parents: [Int32] = []
    var definitions: [String: Int32] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .item {
      let start = tree.nodes[index].span.start
      guard tree.source.bytes[start] == UInt8(ascii: "["), let footnote = plan.footnotes[start]
      else { continue }
      let parent = tree[tree.nodes[index].parent].parent
      if parents.last != parent { parents.append(parent) }
      tree.nodes[index].kind = .footnoteDefinition
      let label = Extent(footnote.label)
      tree.nodes[index].text = tree.addToPool(tree.source.bytes[label.range])
      let key = folded(tree.string(tree.nodes[index].text))
      if definitions[key] == nil {
        definitions[key] = Int32(truncatingIfNeeded: index)
      } else {
        tree.findings.add(
          MarkdownMessage.repeatedFootnote(
            tree.string(tree.nodes[index].text), at: tree.location(label)))
      }
    }
    var last = Node.none
    for parent in parents.sorted() where parent != last {
      partLists(in: parent, of: &tree)
      last = parent
    }
    numberReferences(definitions: definitions, in: &tree)
  }

  /// Takes the definitions out of lists, which may have items that the author wrote.
  private func partLists(in parent: Int32, of tree: inout MarkdownTree) {
    var chain = SiblingChain(parent: parent)
    var child = chain.takeChildren(in: &tree)
    while child != Node.none {
      let next = tree[child].nextSibling
      if tree[child].kind == .list, hasDefinitions(child, in: tree) {
        part(child, into: &chain, in: &tree)
      } else {
        chain.append(child, in: &tree)
      }
      child = next
    }
  }

  private func hasDefinitions(_ list: Int32, in tree: MarkdownTree) -> Bool {
    var item = tree[list].firstChild
    while item != Node.none {
      if tree[item].kind == .footnoteDefinition { return true }
      item = tree[item].nextSibling
    }
    return false
  }

  /// Puts a list's definitions into a chain, and the items between them as lists of their own.
  private func part(
    _ list: Int32, into chain: inout SiblingChain, in tree: inout MarkdownTree
  ) {
    var items: SiblingChain?
    var item = tree[list].firstChild
    while item != Node.none {
      let next = tree[item].nextSibling
      if tree[item].kind == .footnoteDefinition {
        chain.append(item, in: &tree)
        items = nil
      } else {
        if items == nil {
          var copy = tree[list]
          copy.span = tree[item].span
          copy.firstChild = Node.none
          let index = tree.append(copy)
          chain.append(index, in: &tree)
          items = SiblingChain(parent: index)
        }
        items?.append(item, in: &tree)
        tree[chain.last].span.upper = tree[item].span.upper
      }
      item = next
    }
  }

  /// Numbers footnotes in the order in which the text refers to them.
  private func numberReferences(definitions: [String: Int32], in tree: inout MarkdownTree) {
    var numbers: [Int32: Int] = [:]
    for index in reachableReferences(in: tree) {
      makeReference(index, definitions: definitions, numbers: &numbers, in: &tree)
    }
    for (label, definition) in definitions.sorted(by: { $0.value < $1.value })
    where numbers[definition] == nil && tree.options.dialect == .gazette {
      tree.findings.add(
        MarkdownMessage.unusedFootnote(label, at: tree.location(tree[definition].span)))
    }
  }

  /// Returns the references that stand in the text, in the order of the source.
  private func reachableReferences(in tree: MarkdownTree) -> [Int32] {
    var found: [(place: Int32, node: Int32)] = []
    found.reserveCapacity(references.count)
    for reference in references where isReachable(reference, in: tree) {
      found.append((tree[reference].span.lower, reference))
    }
    // A cell's references come before all others, since cells are parsed first.
    return found.sorted { $0.place < $1.place }.map(\.node)
  }

  /// Whether a node still stands in the text; a table's paragraph has left its nodes behind.
  private func isReachable(_ index: Int32, in tree: MarkdownTree) -> Bool {
    var node = index
    while tree[node].kind.isInline, tree[node].parent != Node.none { node = tree[node].parent }
    return tree[node].kind.holdsInlines
  }

  private func makeReference(
    _ index: Int32, definitions: [String: Int32], numbers: inout [Int32: Int],
    in tree: inout MarkdownTree
  ) {
    let node = tree[index]
    guard
      let number = FootnoteAddress.number(in: tree.pool[node.text.range]),
      plan.footnotes.values.indices.contains(number),
      let definition = definitions[
        folded(
          String(
            decoding: tree.source.bytes[plan.footnotes.values[number].label], as: UTF8.self))]
    else { return }
    let ordinal = numbers[definition] ?? tree.footnotes.count
    if numbers[definition] == nil {
      numbers[definition] = ordinal
      tree.footnotes.append(MarkdownTree.Footnote(definition: definition, references: 0))
    }
    tree.footnotes[ordinal].references += 1
    let occurrence = Int(tree.footnotes[ordinal].references)
    var reference = index
    if node.kind == .image { reference = splitImage(index, in: &tree) }
    tree[reference].kind = .footnoteReference
    tree[reference].firstChild = Node.none
    tree[reference].text = tree[definition].text
    tree[reference].number = Int32(truncatingIfNeeded: ordinal)
    tree[reference].detail = Extent(occurrence, occurrence)
  }

  /// Parts `![^1]` into an exclamation mark and a reference, and returns the reference.
  private func splitImage(_ index: Int32, in tree: inout MarkdownTree) -> Int32 {
    var reference = tree[index]
    reference.span = Extent(reference.span.start + 1, reference.span.end)
    let added = tree.append(reference)
    tree[index].kind = .text
    tree[index].firstChild = Node.none
    tree[index].span.upper = tree[index].span.lower + 1
    tree[index].text = tree.addToPool("!".utf8)
    tree[index].detail = Extent(0, 0)
    tree[index].number = 0
    tree[index].nextSibling = added
    return added
  }

  /// Labels are compared as libcmark compares them: without regard to case.
  private func folded(_ label: String) -> String { label.lowercased() }
}
