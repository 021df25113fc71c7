extension HTMLRenderer {
  mutating func enterHeading(_ index: Int32) {
    output.startLine()
    output.append("<h")
    append(number: shownLevel(of: index))
    let node = tree[index]
    if !node.detail.isEmpty {
      output.append(" id=\"")
      appendEscaped(node.detail)
      output.append("\"")
    }
    append(attributesOf: index, skippingID: true)
    output.append(">")
  }

  mutating func leaveHeading(_ index: Int32) {
    derived.endWord()
    let node = tree[index]
    if !node.detail.isEmpty {
      // Empty, and hidden from assistive technology, since the heading's text says it all.
      output.append("<a class=\"heading-link\" href=\"#")
      output.appendAddress(tree.pool[node.detail.range])
      output.append("\" aria-hidden=\"true\" tabindex=\"-1\"></a>")
    }
    if leavesHoles {
      let id = tree.string(node.detail)
      derived.anchors.append(id)
      derived.headings.append(
        Heading(
          level: shownLevel(of: index), id: id,
          text: tree.plainText(of: MarkdownTree.NodeID(index: index)), span: node.span.range))
    }
    output.append("</h")
    append(number: shownLevel(of: index))
    output.append(">\n")
  }

  /// The level that is written: the author's, moved by the option, 6 at most.
  private func shownLevel(of index: Int32) -> Int {
    min(max(Int(tree[index].number) + tree.options.headingOffset, 1), 6)
  }
}
