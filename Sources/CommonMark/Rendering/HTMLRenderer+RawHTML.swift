internal import Diagnostics

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
        appendChecked(node, isBlock: isBlock)
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

  private mutating func appendChecked(_ node: Node, isBlock: Bool) {
    var places = LiteralMapper(node: node, in: tree)
    var scanner = RawHTMLScanner(bytes: tree.pool, range: node.text.range)
    refusedRun = RefusedRun(at: output.count)
    while let part = scanner.next() {
      switch part {
      case .text(let range):
        if !tree.pool[range].allSatisfy(\.isWhitespace) { closeTableParts() }
        output.appendEscaped(tree.pool[range])
        derived.addWords(in: Extent(range), of: tree.pool)
      // Comments are for authors, not readers, and browsers disagree on where some of them end.
      case .comment: break
      case .tag(let tag):
        let isWrapped = isBlock && holdsBlocks
        let end = output.count
        if appendChecked(tag, in: node.parent, places: &places) {
          if isWrapped { refusedRun.wrap(upTo: end, in: &output) }
          refusedRun = RefusedRun(at: output.count)
        } else {
          refusedRun.hasTags = true
        }
      }
    }
    if isBlock, holdsBlocks { refusedRun.wrap(upTo: output.count, in: &output) }
  }

  /// Writes a tag, as typed if it is refused; returns whether it is a tag in the output.
  private mutating func appendChecked(
    _ tag: RawHTMLScanner.Tag, in owner: Int32, places: inout LiteralMapper
  ) -> Bool {
    let span = places.span(of: tag.range)
    guard tree.options.rawHTML == .allowList, RawHTMLRules.elements.contains(tag.name),
      rawElements.count < MarkdownLimits.openElements || tag.isClosing
    else {
      let message = MarkdownMessage.refusedElement(
        tag.name, policy: tree.options.rawHTML, at: tree.location(span))
      return refuse(tag, message)
    }
    if tag.isClosing {
      if close(tag.name, in: owner) { return true }
      return refuse(tag, MarkdownMessage.strayEndTag(tag.name, at: tree.location(span)))
    }
    guard mayOpen(tag.name, in: owner) else {
      return refuse(tag, MarkdownMessage.misplacedElement(tag.name, at: tree.location(span)))
    }
    if RawHTMLRules.paragraphEnders.contains(tag.name) { closeRawParagraph() }
    appendOpening(tag, places: &places)
    if !RawHTMLRules.voidElements.contains(tag.name) {
      rawElements.append(RawElement(name: tag.name, span: span, owner: owner))
    }
    return true
  }

  /// Shows a tag as typed and says why, once for an element.
  private mutating func refuse(_ tag: RawHTMLScanner.Tag, _ message: Diagnostic) -> Bool {
    closeTableParts()
    if tag.isClosing, let count = refusedElements[tag.name], count > 0 {
      refusedElements[tag.name] = count - 1
    } else {
      derived.findings.add(message)
      let hasEnd = !tag.isClosing && !RawHTMLRules.voidElements.contains(tag.name)
      if hasEnd { refusedElements[tag.name, default: 0] += 1 }
    }
    output.appendEscaped(tree.pool[tag.range])
    return false
  }

  private mutating func appendOpening(
    _ tag: RawHTMLScanner.Tag, places: inout LiteralMapper
  ) {
    output.append("<")
    output.append(contentsOf: tag.name.utf8)
    for (index, attribute) in tag.attributes.enumerated() {
      // Of attributes of one name the first counts, in a browser as here.
      if tag.attributes[..<index].contains(where: { $0.name == attribute.name }) { continue }
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
}
