extension HTMLRenderer {
  mutating func appendCode(_ node: Node) {
    output.append("<code>")
    appendEscaped(node.text)
    output.append("</code>")
    derived.addWords(in: node.text, of: tree.pool)
  }

  mutating func appendText(_ index: Int32) {
    let node = tree[index]
    derived.addWords(in: node.text, of: tree.pool)
    if node.number & SpecialBytes.escaped == 0, node.number & SpecialBytes.capitals == 0 {
      return appendFinished(node.text)
    }
    guard leavesHoles, node.number & SpecialBytes.capitals != 0 else {
      return appendEscaped(node.text)
    }
    appendTextWithAbbreviations(index)
  }

  mutating func enterLink(_ index: Int32) {
    linkDepth += 1
    // An address in a link's text is text: HTML has no links in links.
    if leavesHoles, linkDepth > 1 { return }
    let node = tree[index]
    output.append("<a ")
    guard leavesHoles else {
      output.append("href=\"")
      appendAddress(node.text)
      output.append("\"")
      appendTitle(node.detail)
      return output.append(">")
    }
    let link = Link(
      destination: tree.string(node.text), title: tree.string(node.detail),
      text: tree.plainText(of: MarkdownTree.NodeID(index: index)),
      kind: AddressCheck.kind(of: tree.pool[node.text.range]), span: node.span.range,
      attributes: attributes(of: index))
    derived.links.append(link)
    switch link.kind {
    case .external:
      output.append("href=\"")
      output.appendAddress(tree.pool[node.text.range])
      output.append("\"")
    case .anchor, .site: addHole(.link(link))
    case .refused:
      // Shown as text in an element without an address, which leads nowhere.
      output.append("class=\"refused\"")
      refuse(destination: link.destination, span: node.span)
    }
    appendTitle(node.detail)
    append(attributes: link.kind == .refused ? nil : link.attributes)
    output.append(">")
  }

  mutating func appendImage(_ index: Int32) {
    let node = tree[index]
    let alternative = String(decoding: tree.plainBytes(of: index), as: UTF8.self)
    output.append("<img ")
    guard leavesHoles else {
      output.append("src=\"")
      appendAddress(node.text)
      output.append("\" alt=\"")
      output.appendEscaped(alternative.utf8)
      output.append("\"")
      appendTitle(node.detail)
      return output.append(" />")
    }
    let image = Image(
      destination: tree.string(node.text), title: tree.string(node.detail),
      alternative: alternative, kind: AddressCheck.kind(of: tree.pool[node.text.range]),
      span: node.span.range, attributes: attributes(of: index))
    derived.images.append(image)
    switch image.kind {
    case .external:
      output.append("src=\"")
      output.appendAddress(tree.pool[node.text.range])
      output.append("\"")
    case .anchor, .site: addHole(.image(image))
    case .refused:
      output.append("class=\"refused\"")
      refuse(destination: image.destination, span: node.span)
    }
    append(attribute: "alt", value: alternative)
    if tree[node.parent].kind != .figure { appendTitle(node.detail) }
    append(attributes: image.kind == .refused ? nil : image.attributes)
    output.append(" />")
  }

  /// Appends an address, unless it could run code.
  private mutating func appendAddress(_ text: Extent) {
    guard tree.options.isUnsafe || !AddressCheck.isDangerous(tree.pool[text.range]) else { return }
    output.appendAddress(tree.pool[text.range])
  }

  private mutating func appendTitle(_ title: Extent) {
    guard !title.isEmpty else { return }
    output.append(" title=\"")
    appendEscaped(title)
    output.append("\"")
  }

  private mutating func refuse(destination: String, span: Extent) {
    derived.findings.add(
      MarkdownMessage.refusedAddress(destination, at: tree.location(span)))
  }
}
