extension HTMLRenderer {
  mutating func enterTable(_ index: Int32) {
    output.startLine()
    output.append("<table")
    append(attributesOf: index)
    output.append(">\n")
    var child = tree[index].firstChild
    while child != Node.none {
      if tree[child].kind == .tableCaption { appendCaption(child) }
      child = tree[child].nextSibling
    }
  }

  private mutating func appendCaption(_ index: Int32) {
    output.append("<caption>")
    render(childrenOf: index)
    closeRawElements(openedIn: index)
    derived.endWord()
    output.append("</caption>\n")
  }

  mutating func leaveTable(_ index: Int32) {
    output.append("</table>\n")
  }

  mutating func enterRow(_ node: Node) {
    if node.flags.contains(.head) {
      output.append("<thead>\n")
    } else if node.number == 1 {
      output.append("<tbody>\n")
    }
    output.append("<tr>\n")
  }

  mutating func leaveRow(_ index: Int32) {
    output.append("</tr>\n")
    if tree[index].flags.contains(.head) {
      output.append("</thead>\n")
    } else {
      let next = tree[index].nextSibling
      if next == Node.none || tree[next].kind != .tableRow { output.append("</tbody>\n") }
    }
  }

  mutating func enterCell(_ node: Node) {
    output.append(node.flags.contains(.head) ? "<th" : "<td")
    // The specification of GitHub's tables has an attribute that HTML has since dropped.
    if leavesHoles {
      if node.flags.contains(.head) { output.append(" scope=\"col\"") }
      appendAlignment(of: node, attribute: " class=\"align-")
    } else {
      appendAlignment(of: node, attribute: " align=\"")
    }
    output.append(">")
  }

  private mutating func appendAlignment(of node: Node, attribute: StaticString) {
    guard let alignment = TableAlignment(rawValue: node.number), alignment != .natural else {
      return
    }
    output.append(attribute)
    switch alignment {
    case .natural: break
    case .left: output.append("left\"")
    case .center: output.append("center\"")
    case .right: output.append("right\"")
    }
  }

  mutating func leaveCell(_ node: Node) {
    derived.endWord()
    output.append(node.flags.contains(.head) ? "</th>\n" : "</td>\n")
  }
}
