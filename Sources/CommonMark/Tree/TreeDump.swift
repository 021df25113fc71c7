public import Diagnostics

extension MarkdownTree {
  /// Returns the tree as text: a line for each node with its place, its kind and its content.
  ///
  /// ```
  /// 0..<12 1:1-2:1 document
  ///   0..<11 1:1-1:12 paragraph
  ///     0..<11 1:1-1:12 text "Hello world"
  /// ```
  public func dump(in file: SourceFile) -> String {
    var text = ""
    var index: Int32 = 0
    var depth = 0
    while true {
      text += String(repeating: "  ", count: depth) + line(for: index, in: file) + "\n"
      if self[index].firstChild != Node.none {
        index = self[index].firstChild
        depth += 1
        continue
      }
      while self[index].nextSibling == Node.none {
        guard index != 0, self[index].parent != Node.none else { return text }
        index = self[index].parent
        depth -= 1
      }
      if index == 0 { return text }
      index = self[index].nextSibling
    }
  }

  private func line(for index: Int32, in file: SourceFile) -> String {
    let node = self[index]
    let start = file.position(at: node.span.start)
    let end = file.position(at: node.span.end)
    var line = "\(node.span.start)..<\(node.span.end) "
    line += "\(start.line):\(start.column)-\(end.line):\(end.column) \(node.kind)"
    line += details(of: node)
    if let attributes = attributes(of: NodeID(index: index)) {
      line += " {\(attributes.span.lowerBound)..<\(attributes.span.upperBound)}"
    }
    if node.flags.contains(.approximate) { line += " approximate" }
    return line
  }

  private func details(of node: Node) -> String {
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock: return " " + quoted(node.text)
    case .codeBlock:
      return (node.detail.isEmpty ? " " : " info=\(quoted(node.detail)) ") + quoted(node.text)
    case .heading:
      return " level=\(node.number)" + (node.detail.isEmpty ? "" : " id=\(quoted(node.detail))")
    case .list:
      let tightness = node.flags.contains(.tight) ? "tight" : "loose"
      return node.flags.contains(.ordered) ? " start=\(node.number) \(tightness)" : " \(tightness)"
    case .item:
      guard let marker = Unicode.Scalar(UInt32(max(node.number, 0))), node.number > 0 else {
        return ""
      }
      return " marker=[\(Character(marker))]"
    case .link, .image:
      return " \(quoted(node.text))" + (node.detail.isEmpty ? "" : " title=\(quoted(node.detail))")
    case .footnoteDefinition, .footnoteReference: return " \(quoted(node.text))"
    case .leafDirective, .containerDirective, .textDirective:
      let name = directives[Int(node.number)].name
      return " name=\(name.text) \(name.span.lowerBound)..<\(name.span.upperBound)"
    case .tableCell: return TableAlignment(rawValue: node.number).map { " \($0)" } ?? ""
    case .alert: return " \(AlertKind.allCases[Int(node.number)])"
    case .document, .blockQuote, .paragraph, .thematicBreak, .table, .tableRow, .tableCaption,
      .figure,
      .softBreak, .lineBreak, .emphasis, .strong, .strikethrough:
      return ""
    }
  }

  private func quoted(_ text: Extent) -> String {
    var quoted = "\""
    for scalar in string(text).unicodeScalars { quoted += scalar.escaped(asASCII: false) }
    return quoted + "\""
  }
}
