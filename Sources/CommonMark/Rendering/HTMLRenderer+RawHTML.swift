/// A run of raw HTML without a tag that passes, as far as it has been written.
private struct RefusedRun {
  private let start: Int
  /// Whether a refused tag stands in it.
  var hasTags = false

  init(at start: Int) { self.start = start }

  /// Shows the run as code, so that no text stands between blocks.
  func wrap(upTo end: Int, in output: inout [UInt8]) {
    guard hasTags else { return }
    let run = output[start..<end]
    let first = run.firstIndex { !$0.isWhitespace } ?? start
    let last = run.lastIndex { !$0.isWhitespace } ?? first
    output.insert(contentsOf: "</code></pre>".utf8, at: last + 1)
    output.insert(contentsOf: "<pre class=\"refused\"><code>".utf8, at: first)
  }
}

/// A raw element that has been opened.
struct RawElement {
  let name: String
  let span: Extent
  /// The node that the tag stands in, which the element must not outlast.
  let owner: Int32
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
    var refused = RefusedRun(at: output.count)
    while let part = scanner.next() {
      switch part {
      case .text(let range):
        output.appendEscaped(tree.pool[range])
        derived.addWords(in: Extent(range), of: tree.pool)
      // Comments are for authors, not readers, and browsers disagree on where some of them end.
      case .comment: break
      case .tag(let tag):
        let isWrapped = isBlock && holdsBlocks
        let end = output.count
        if appendChecked(tag, in: node.parent, places: &places) {
          if isWrapped { refused.wrap(upTo: end, in: &output) }
          refused = RefusedRun(at: output.count)
        } else {
          refused.hasTags = true
        }
      }
    }
    if isBlock, holdsBlocks { refused.wrap(upTo: output.count, in: &output) }
  }

  /// Whether blocks can stand in the innermost raw element that is open.
  private var holdsBlocks: Bool {
    rawElements.last.map { RawHTMLRules.blockElements.contains($0.name) } ?? true
  }

  /// Writes a tag, as typed if it is refused; returns whether it is a tag in the output.
  private mutating func appendChecked(
    _ tag: RawHTMLScanner.Tag, in owner: Int32, places: inout LiteralMapper
  ) -> Bool {
    let span = places.span(of: tag.range)
    guard tree.options.rawHTML == .allowList, RawHTMLRules.elements.contains(tag.name),
      rawElements.count < MarkdownLimits.openElements || tag.isClosing
    else {
      derived.findings.add(
        MarkdownMessage.refusedElement(
          tag.name, policy: tree.options.rawHTML, at: tree.location(span)))
      output.appendEscaped(tree.pool[tag.range])
      return false
    }
    guard tag.isClosing || mayOpen(tag.name, in: owner) else {
      derived.findings.add(MarkdownMessage.misplacedElement(tag.name, at: tree.location(span)))
      output.appendEscaped(tree.pool[tag.range])
      return false
    }
    if tag.isClosing { return appendClosing(tag, span: span, in: owner) }
    if RawHTMLRules.paragraphEnders.contains(tag.name) { closeRawParagraph() }
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
      rawElements.append(RawElement(name: tag.name, span: span, owner: owner))
    }
    return true
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
  private mutating func appendClosing(
    _ tag: RawHTMLScanner.Tag, span: Extent, in owner: Int32
  ) -> Bool {
    if tag.name == "p", endedParagraphs > 0, rawElements.last?.name != "p" {
      endedParagraphs -= 1
      return true
    }
    guard let depth = rawElements.lastIndex(where: { $0.name == tag.name }),
      rawElements[depth].owner == owner
    else {
      derived.findings.add(
        MarkdownMessage.strayEndTag(tag.name, at: tree.location(span)))
      output.appendEscaped(tree.pool[tag.range])
      return false
    }
    closeRawElements(downTo: depth + 1)
    rawElements.removeLast()
    output.append("</")
    output.append(contentsOf: tag.name.utf8)
    output.append(">")
    return true
  }

  /// Whether an element can stand where its tag does, by HTML's rules of what holds what.
  private func mayOpen(_ name: String, in owner: Int32) -> Bool {
    if let parents = RawHTMLRules.parents[name] {
      return rawElements.last.map { parents.contains($0.name) } ?? false
    }
    guard RawHTMLRules.paragraphEnders.contains(name) else { return true }
    // A browser would end the paragraph, heading or link at the tag.
    let kind = tree[owner].kind
    return !kind.isInline && kind != .heading && (kind != .paragraph || isTight(owner))
  }

  /// Closes a raw `<p>`, which cannot hold the block that comes.
  mutating func closeRawParagraph() {
    guard let last = rawElements.last, last.name == "p" else { return }
    rawElements.removeLast()
    endedParagraphs += 1
    output.append("</p>")
  }

  /// Closes the raw elements that were opened in a node and not closed.
  mutating func closeRawElements(openedIn node: Int32) {
    while let last = rawElements.last, last.owner == node {
      closeRawElements(downTo: rawElements.count - 1)
    }
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
