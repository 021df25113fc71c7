/// Makes footnotes of the items and links that stood for them.
struct FootnotePass {
  let plan: InputPlan

  func apply(to tree: inout MarkdownTree) {
    guard !plan.footnotes.isEmpty else { return }
    var lists: Set<Int32> = []
    var definitions: [String: Int32] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .item {
      let start = tree.nodes[index].span.start
      guard tree.source.bytes[start] == UInt8(ascii: "["), let footnote = plan.footnotes[start]
      else { continue }
      lists.insert(tree.nodes[index].parent)
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
    for parent in Set(lists.map { tree[$0].parent }).sorted() {
      part(lists, in: parent, of: &tree)
    }
    numberReferences(definitions: definitions, in: &tree)
  }

  /// Takes the definitions out of lists, which may have items that the author wrote.
  private func part(_ lists: Set<Int32>, in parent: Int32, of tree: inout MarkdownTree) {
    var siblings: [Int32] = []
    for list in tree.childIndexes(of: parent) {
      guard lists.contains(list) else {
        siblings.append(list)
        continue
      }
      var run: [Int32] = []
      for item in tree.childIndexes(of: list) {
        if tree[item].kind == .item {
          run.append(item)
        } else {
          closeRun(&run, like: list, into: &siblings, in: &tree)
          siblings.append(item)
        }
      }
      closeRun(&run, like: list, into: &siblings, in: &tree)
    }
    tree.setChildren(siblings, of: parent)
  }

  private func closeRun(
    _ run: inout [Int32], like list: Int32, into siblings: inout [Int32],
    in tree: inout MarkdownTree
  ) {
    guard let first = run.first, let last = run.last else { return }
    let copy = tree.append(tree[list])
    tree[copy].span = Extent(tree[first].span.start, tree[last].span.end)
    tree.setChildren(run, of: copy)
    siblings.append(copy)
    run = []
  }

  /// Numbers footnotes in the order in which the text refers to them.
  private func numberReferences(definitions: [String: Int32], in tree: inout MarkdownTree) {
    var numbers: [Int32: Int] = [:]
    for index in references(in: tree) {
      makeReference(index, definitions: definitions, numbers: &numbers, in: &tree)
    }
    for (label, definition) in definitions.sorted(by: { $0.value < $1.value })
    where numbers[definition] == nil && tree.options.dialect == .gazette {
      tree.findings.add(
        MarkdownMessage.unusedFootnote(label, at: tree.location(tree[definition].span)))
    }
  }

  /// Returns the links and images that stand for references, in the order of the source.
  private func references(in tree: MarkdownTree) -> [Int32] {
    var found: [Int32] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.kind == .link || node.kind == .image, !node.text.isEmpty,
        tree.pool[node.text.start] == FootnoteAddress.mark, isReachable(index, in: tree)
      else { continue }
      found.append(Int32(truncatingIfNeeded: index))
    }
    return found.sorted { tree[$0].span.lower < tree[$1].span.lower }
  }

  /// Whether a node still stands in the text; a table's paragraph has left its nodes behind.
  private func isReachable(_ index: Int, in tree: MarkdownTree) -> Bool {
    var node = Int32(truncatingIfNeeded: index)
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
