/// A raw element that has been opened.
struct RawElement {
  let name: String
  let span: Extent
}

extension HTMLRenderer {
  mutating func appendRawHTML(_ node: Node, isBlock: Bool) {
    let options = tree.options
    switch options.dialect {
    case .commonMark, .gfm:
      guard options.isUnsafe else { return output.append("<!-- raw HTML omitted -->") }
      if options.dialect == .gfm { return appendFiltered(node.text) }
      output.append(contentsOf: tree.pool[node.text.range])
    case .gazette:
      if options.isUnsafe || options.rawHTML == .allow {
        noteEmbeds(in: node)
        output.append(contentsOf: tree.pool[node.text.range])
      } else {
        appendChecked(node)
      }
    }
  }

  /// Takes the `<` from the tags that GitHub filters.
  private mutating func appendFiltered(_ text: Extent) {
    var scanner = RawHTMLScanner(bytes: tree.pool, range: text.range)
    while let part = scanner.next() {
      switch part {
      case .text(let range), .comment(let range): output.append(contentsOf: tree.pool[range])
      case .tag(let tag):
        if RawHTMLRules.filteredElements.contains(tag.name) {
          output.append("&lt;")
          output.append(contentsOf: tree.pool[tag.range.dropFirst()])
        } else {
          output.append(contentsOf: tree.pool[tag.range])
        }
      }
    }
  }

  private mutating func appendChecked(_ node: Node) {
    var places = LiteralMapper(node: node, in: tree)
    var scanner = RawHTMLScanner(bytes: tree.pool, range: node.text.range)
    while let part = scanner.next() {
      switch part {
      case .text(let range):
        output.appendEscaped(tree.pool[range])
        derived.addWords(in: Extent(range), of: tree.pool)
      // Comments are for authors, not readers, and browsers disagree on where some of them end.
      case .comment: break
      case .tag(let tag): appendChecked(tag, places: &places)
      }
    }
  }

  private mutating func appendChecked(_ tag: RawHTMLScanner.Tag, places: inout LiteralMapper) {
    let span = places.span(of: tag.range)
    guard tree.options.rawHTML == .allowList, RawHTMLRules.elements.contains(tag.name),
      rawElements.count < MarkdownLimits.openElements || tag.isClosing
    else {
      derived.findings.add(
        MarkdownMessage.refusedElement(
          tag.name, policy: tree.options.rawHTML, at: tree.location(span)))
      return output.appendEscaped(tree.pool[tag.range])
    }
    if tag.isClosing { return appendClosing(tag, span: span) }
    output.append("<")
    output.append(contentsOf: tag.name.utf8)
    for attribute in tag.attributes {
      guard RawHTMLRules.isAllowedAttribute(attribute.name) else {
        derived.findings.add(
          MarkdownMessage.refusedAttribute(
            attribute.name, on: tag.name, at: tree.location(places.span(of: attribute.range))))
        continue
      }
      output.append(0x20)
      output.append(contentsOf: attribute.name.utf8)
      output.append("=\"")
      if let value = attribute.value { appendAttributeValue(value) }
      output.append(0x22)
    }
    output.append(">")
    if !RawHTMLRules.voidElements.contains(tag.name) {
      rawElements.append(RawElement(name: tag.name, span: span))
    }
  }

  /// Appends a value whose character references stay as they are.
  private mutating func appendAttributeValue(_ value: Range<Int>) {
    for byte in tree.pool[value] {
      switch byte {
      case UInt8(ascii: "\""): output.append("&quot;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      default: output.append(byte)
      }
    }
  }

  /// Closes an element that is open, with those in it; any other end tag is shown as typed.
  private mutating func appendClosing(_ tag: RawHTMLScanner.Tag, span: Extent) {
    guard let depth = rawElements.lastIndex(where: { $0.name == tag.name }) else {
      derived.findings.add(
        MarkdownMessage.strayEndTag(tag.name, at: tree.location(span)))
      return output.appendEscaped(tree.pool[tag.range])
    }
    closeRawElements(downTo: depth + 1)
    rawElements.removeLast()
    output.append("</")
    output.append(contentsOf: tag.name.utf8)
    output.append(">")
  }

  /// Closes raw elements that the author left open, and says so.
  mutating func closeRawElements(downTo depth: Int = 0) {
    while rawElements.count > depth, let element = rawElements.popLast() {
      output.append("</")
      output.append(contentsOf: element.name.utf8)
      output.append(">")
      derived.findings.add(
        MarkdownMessage.unclosedElement(element.name, at: tree.location(element.span)))
    }
  }
}
