extension HTMLRenderer {
  /// Writes the number that leads to a footnote; the node's number is the footnote's index and
  /// its detail counts the references to it.
  mutating func appendFootnoteReference(_ node: Node) {
    let occurrence = node.detail.start
    output.append("<sup class=\"footnote-ref\"><a href=\"#")
    appendFootnoteID("fn-", node.text, occurrence: 1)
    output.append("\" id=\"")
    appendFootnoteID("fnref-", node.text, occurrence: occurrence)
    output.append("\" data-footnote-ref>")
    append(number: Int(node.number) + 1)
    output.append("</a></sup>")
  }

  /// Writes the footnotes that are referred to, in the order of their first references.
  mutating func appendFootnotes() {
    guard !tree.footnotes.isEmpty else { return }
    output.startLine()
    output.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for footnote in tree.footnotes { append(footnote) }
    output.append("</ol>\n</section>\n")
  }

  private mutating func append(_ footnote: MarkdownTree.Footnote) {
    let label = tree[footnote.definition].text
    output.append("<li id=\"")
    appendFootnoteID("fn-", label, occurrence: 1)
    output.append("\">\n")
    var child = tree[footnote.definition].firstChild
    var isLastParagraph = false
    while child != Node.none {
      render(child)
      isLastParagraph = tree[child].kind == .paragraph
      child = tree[child].nextSibling
    }
    let closing = Array("</p>\n".utf8)
    if isLastParagraph, output.suffix(closing.count).elementsEqual(closing) {
      output.removeLast(closing.count)
      output.append(0x20)
      appendBackReferences(footnote, label: label)
      output.append(contentsOf: closing)
    } else {
      output.startLine()
      appendBackReferences(footnote, label: label)
      output.append(0x0A)
    }
    output.append("</li>\n")
  }

  private mutating func appendBackReferences(_ footnote: MarkdownTree.Footnote, label: Extent) {
    for occurrence in 1...max(Int(footnote.references), 1) {
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
