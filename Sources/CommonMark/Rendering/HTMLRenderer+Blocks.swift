extension HTMLRenderer {
  mutating func enterList(_ node: Node) {
    output.startLine()
    guard node.flags.contains(.ordered) else { return output.append("<ul>\n") }
    guard node.number != 1 else { return output.append("<ol>\n") }
    output.append("<ol start=\"")
    append(number: Int(node.number))
    output.append("\">\n")
  }

  mutating func enterItem(_ index: Int32) {
    output.startLine()
    output.append("<li")
    append(attributesOf: index)
    output.append(">")
    switch tree[index].number {
    case 0: break
    case Int32(UInt8(ascii: " ")): output.append("<input type=\"checkbox\" disabled=\"\" /> ")
    case Int32(UInt8(ascii: "x")), Int32(UInt8(ascii: "X")):
      output.append("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    case let marker:
      // The other markers mean something to sprint updates only, and stay as typed.
      output.append("[")
      output.appendEscaped([UInt8(truncatingIfNeeded: marker)])
      output.append("] ")
    }
  }

  mutating func leaveParagraph(_ index: Int32) {
    derived.endWord()
    if !isTight(index) { output.append("</p>\n") }
  }

  /// Whether the paragraph stands in a tight list, where it is written without tags.
  func isTight(_ index: Int32) -> Bool {
    let item = tree[index].parent
    guard item != Node.none, tree[item].kind == .item else { return false }
    let list = tree[item].parent
    return list != Node.none && tree[list].flags.contains(.tight)
  }

  mutating func appendCodeBlock(_ index: Int32) {
    let node = tree[index]
    output.startLine()
    output.append("<pre><code")
    let info = tree.pool[node.detail.range]
    let language = info.prefix { !$0.isWhitespace }
    if !language.isEmpty {
      output.append(" class=\"language-")
      output.appendEscaped(language)
      output.append("\"")
    }
    output.append(">")
    if leavesHoles {
      appendHighlighted(node, language: String(decoding: language, as: UTF8.self))
    } else {
      appendEscaped(node.text)
    }
    output.append("</code></pre>\n")
  }

  /// Appends code in the colours of its language, or plainly if there are no rules for it.
  private mutating func appendHighlighted(_ node: Node, language: String) {
    if let rules = LanguageRules.named(language) {
      output += CodeHighlighter.html(tree.pool[node.text.range], rules: rules)
      return
    }
    appendEscaped(node.text)
    guard !LanguageRules.plainNames.contains(language.lowercased()) else { return }
    derived.findings.add(MarkdownMessage.unknownLanguage(language, at: tree.location(node.span)))
  }

  mutating func appendHTMLBlock(_ node: Node) {
    output.startLine()
    appendRawHTML(node, isBlock: true)
    output.startLine()
  }
}
