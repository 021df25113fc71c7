extension HTMLRenderer {
  /// Leaves a hole for a directive that has no content of its own.
  mutating func addDirective(_ index: Int32) {
    guard let directive = directive(of: index) else { return }
    derived.directives.append(directive)
    if directive.form == .leaf { output.startLine() }
    addHole(.directive(directive))
    if directive.form == .leaf { output.append(0x0A) }
  }

  mutating func enterContainer(_ index: Int32) {
    guard let directive = directive(of: index) else { return }
    derived.directives.append(directive)
    output.startLine()
    openContainers.append(holes.count)
    addHole(.containerStart(directive, end: holes.count))
  }

  /// Ends a container, and lets its start know the hole that ends it.
  mutating func leaveContainer(_ index: Int32) {
    guard let start = openContainers.popLast(),
      case .containerStart(let directive, _) = holes[start].content
    else { return }
    output.startLine()
    holes[start] = HTMLFragment.Hole(
      offset: holes[start].offset, content: .containerStart(directive, end: holes.count))
    addHole(.containerEnd)
    output.append(0x0A)
  }

  private mutating func directive(of index: Int32) -> Directive? {
    let node = tree[index]
    guard tree.directives.indices.contains(Int(node.number)) else { return nil }
    let syntax = tree.directives[Int(node.number)]
    return Directive(
      form: syntax.form, name: syntax.name, label: label(of: index, syntax: syntax),
      attributes: syntax.attributes, span: node.span.range)
  }

  /// Renders the label, whose nodes are kept apart from a container's content.
  private mutating func label(of index: Int32, syntax: DirectiveSyntax) -> Directive.Label? {
    guard let span = syntax.label else { return nil }
    guard syntax.labelNode != Node.none else {
      return Directive.Label(text: "", html: HTMLFragment(), span: span)
    }
    var renderer = HTMLRenderer(
      tree: tree, capacity: span.count + 16, footnotes: footnotes.placeOfLabels)
    renderer.linkDepth = linkDepth
    renderer.render(childrenOf: syntax.labelNode)
    footnotes.add(renderer.footnotes)
    let html = renderer.finish()
    derived.take(renderer.derived)
    return Directive.Label(
      text: tree.plainText(of: MarkdownTree.NodeID(index: syntax.labelNode)), html: html,
      span: span)
  }
}
