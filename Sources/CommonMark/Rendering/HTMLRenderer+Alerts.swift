extension HTMLRenderer {
  mutating func enterAlert(_ node: Node) {
    let kind = AlertKind.allCases[Int(node.number)]
    output.startLine()
    output.append("<div class=\"alert alert-")
    output.append(contentsOf: kind.rawValue.utf8)
    output.append("\" role=\"note\">\n<p class=\"alert-title\">")
    output.append(contentsOf: kind.title.utf8)
    output.append("</p>\n")
  }

  mutating func leaveFigure(_ index: Int32) {
    let image = tree[index].firstChild
    if image != Node.none, !tree[image].detail.isEmpty {
      output.append("\n<figcaption>")
      appendEscaped(tree[image].detail)
      output.append("</figcaption>")
    }
    output.append("\n</figure>\n")
  }
}
