extension HTMLRenderer {
  /// Writes the number that leads to a footnote; the node's number is the footnote's index and
  /// its detail counts the references to it.
  mutating func appendFootnoteReference(_ node: Node) {
    guard footnotes.place != .nowhere else { return }
    let occurrence = node.detail.start
    footnotes.add(reference: occurrence, to: node.number)
    // A link's text can hold no other link, but can be led back to.
    let isInLink = linkDepth > 0
    output.append("<sup class=\"footnote-ref\"")
    if !isInLink {
      output.append("><a href=\"#")
      appendFootnoteID("fn-", node.text, occurrence: 1)
      output.append("\"")
    }
    output.append(" id=\"")
    appendFootnoteID("fnref-", node.text, occurrence: occurrence)
    output.append(isInLink ? "\">" : "\" data-footnote-ref>")
    append(number: Int(node.number) + 1)
    output.append(isInLink ? "</sup>" : "</a></sup>")
  }

  /// Writes the footnotes that belong after what was rendered, in the order of their numbers.
  mutating func appendFootnotes() {
    switch footnotes.place {
    case .document:
      guard !tree.footnotes.isEmpty else { return }
      startFootnotes()
      for index in tree.footnotes.indices { appendFootnote(Int32(truncatingIfNeeded: index)) }
    case .part:
      var written: Set<Int32> = []
      // A footnote may refer to others, so each is looked for after the one before is written.
      while let index = footnotes.next(after: written) {
        if written.isEmpty { startFootnotes() }
        written.insert(index)
        appendFootnote(index, isNumbered: true)
      }
      if written.isEmpty { return }
    case .nowhere, .around: return
    }
    output.append("</ol>\n</section>\n")
  }

  private mutating func startFootnotes() {
    output.startLine()
    output.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
  }

  private mutating func appendFootnote(_ index: Int32, isNumbered: Bool = false) {
    let footnote = tree.footnotes[Int(index)]
    let label = tree[footnote.definition].text
    output.append("<li id=\"")
    appendFootnoteID("fn-", label, occurrence: 1)
    output.append("\"")
    if isNumbered {
      output.append(" value=\"")
      append(number: Int(index) + 1)
      output.append("\"")
    }
    output.append(">\n")
    var child = tree[footnote.definition].firstChild
    var isLastParagraph = false
    while child != Node.none {
      render(child)
      isLastParagraph = tree[child].kind == .paragraph
      child = tree[child].nextSibling
    }
    let closing = Array("</p>\n".utf8)
    closeRawElements(openedIn: footnote.definition)
    if isLastParagraph, output.suffix(closing.count).elementsEqual(closing) {
      output.removeLast(closing.count)
      output.append(0x20)
      appendBackReferences(to: index, label: label)
      output.append(contentsOf: closing)
    } else {
      output.startLine()
      appendBackReferences(to: index, label: label)
      output.append(0x0A)
    }
    output.append("</li>\n")
  }

  private mutating func appendBackReferences(to index: Int32, label: Extent) {
    let count = Int(tree.footnotes[Int(index)].references)
    for occurrence in footnotes.occurrences(of: index, count: count) {
      if occurrence > 1 { output.append(0x20) }
      output.append("<a href=\"#")
      appendFootnoteID("fnref-", label, occurrence: occurrence)
      output.append(
        "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if occurrence > 1 {
        output.append("<sup class=\"footnote-ref\">")
        append(number: occurrence)
        output.append("</sup>")
      }
      output.append("</a>")
    }
  }

  private mutating func appendFootnoteID(_ kind: String, _ label: Extent, occurrence: Int) {
    output.appendEscaped(tree.options.idPrefix.utf8)
    output.append(contentsOf: kind.utf8)
    output.appendAddress(tree.pool[label.range])
    if occurrence > 1 {
      output.append(UInt8(ascii: "-"))
      append(number: occurrence)
    }
  }
}
