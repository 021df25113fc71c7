/// Renders nodes of a tree as HTML with holes, and gathers what is derived on the way.
///
/// It walks by the nodes' own links, so depth costs nothing.
struct HTMLRenderer {
  let tree: MarkdownTree
  var output: [UInt8] = []
  var holes: [HTMLFragment.Hole] = []
  var derived = DerivedValues()
  /// The raw elements that are open, so that none is closed twice or left open.
  var rawElements: [RawElement] = []
  /// What has been written of raw HTML since a tag that passed.
  var refusedRun = RefusedRun(at: 0)
  /// How many raw elements of a name had to end before their end tags, which may come yet.
  var endedEarly: [String: Int] = [:]
  /// How many elements of a name were refused whose closing tags are still to come.
  var refusedElements: [String: Int] = [:]
  /// How many links are open around the current node.
  var linkDepth = 0
  /// The holes that containers still open have started with.
  var openContainers: [Int] = []

  var footnotes: FootnotePlacement

  /// Renders nodes of `tree`; `capacity` is about how many bytes they will make.
  init(tree: MarkdownTree, capacity: Int, footnotes: FootnotePlacement.Place) {
    self.tree = tree
    self.footnotes = FootnotePlacement(footnotes)
    output.reserveCapacity(capacity)
  }

  /// Whether holes are left for the site; the specifications' dialects write everything.
  var leavesHoles: Bool { tree.options.dialect == .gazette }

  /// Renders all that stands in a node, without the node.
  mutating func render(childrenOf parent: Int32) {
    var child = tree[parent].firstChild
    while child != Node.none {
      render(child)
      child = tree[child].nextSibling
    }
  }

  /// Renders a node and all in it.
  mutating func render(_ root: Int32) {
    var index = root
    while true {
      let child = enter(index) ? tree[index].firstChild : Node.none
      if child != Node.none {
        index = child
        continue
      }
      while true {
        leave(index)
        if index == root { return }
        let next = tree[index].nextSibling
        if next != Node.none {
          index = next
          break
        }
        index = tree[index].parent
      }
    }
  }

  /// Returns what was rendered, with raw elements closed that were left open.
  mutating func finish() -> HTMLFragment {
    closeRawElements()
    appendFootnotes()
    closeRawElements()
    // Copied if a document that is kept would hold much spare room.
    let isTight = output.capacity - output.count <= output.count / 4
    return HTMLFragment(bytes: isTight ? output : Array(output[...]), holes: holes)
  }

  /// Writes what comes before a node's children; `false` leaves the children out.
  private mutating func enter(_ index: Int32) -> Bool {
    let node = tree[index]
    if !rawElements.isEmpty, !node.kind.isInline, node.kind != .htmlBlock {
      closeRawParagraph()
      closeTableParts()
    }
    switch node.kind {
    case .document: break
    case .blockQuote: open("<blockquote>\n")
    case .list: enterList(node)
    case .item: enterItem(index)
    case .codeBlock: appendCodeBlock(index)
    case .htmlBlock: appendHTMLBlock(node)
    case .paragraph: if !isTight(index) { open("<p>") }
    case .heading: enterHeading(index)
    case .thematicBreak: open("<hr />\n")
    case .table: enterTable(index)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    // Written by its table, of which it must be the first part in HTML.
    case .tableCaption: return false
    case .footnoteDefinition: return false
    case .alert: enterAlert(node)
    case .figure: open("<figure>\n")
    case .leafDirective, .textDirective:
      addDirective(index)
      return false
    case .containerDirective: enterContainer(index)
    case .text: appendText(index)
    case .softBreak:
      output.append(0x0A)
      derived.endWord()
    case .lineBreak:
      output.append("<br />\n")
      derived.endWord()
    case .code: appendCode(node)
    case .htmlInline: appendRawHTML(node, isBlock: false)
    case .emphasis: output.append("<em>")
    case .strong: output.append("<strong>")
    case .strikethrough: output.append("<del>")
    case .link: enterLink(index)
    case .image:
      appendImage(index)
      return false
    case .footnoteReference:
      appendFootnoteReference(node)
      return false
    }
    return true
  }

  /// Writes what comes after a node's children.
  private mutating func leave(_ index: Int32) {
    let node = tree[index]
    if !rawElements.isEmpty { closeRawElements(openedIn: index) }
    switch node.kind {
    case .blockQuote: open("</blockquote>\n")
    case .list: output.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item: output.append("</li>\n")
    case .paragraph: leaveParagraph(index)
    case .heading: leaveHeading(index)
    case .table: leaveTable(index)
    case .tableRow: leaveRow(index)
    case .tableCell: leaveCell(node)
    case .alert: open("</div>\n")
    case .figure: leaveFigure(index)
    case .containerDirective: leaveContainer(index)
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .strikethrough: output.append("</del>")
    case .link:
      linkDepth -= 1
      if !leavesHoles || linkDepth == 0 { output.append("</a>") }
    case .document, .codeBlock, .htmlBlock, .thematicBreak, .tableCaption, .footnoteDefinition,
      .leafDirective,
      .textDirective, .text, .softBreak, .lineBreak, .code, .htmlInline, .image,
      .footnoteReference:
      break
    }
  }

  /// Writes a tag that begins a line.
  mutating func open(_ tag: StaticString) {
    output.startLine()
    output.append(tag)
  }
}

extension HTMLRenderer {
  /// Appends a text of the tree, escaped.
  mutating func appendEscaped(_ text: Extent) {
    guard !text.isEmpty else { return }
    tree.pool.withUnsafeBufferPointer { pool in
      output.appendEscaped(
        buffer: UnsafeBufferPointer(rebasing: pool[text.range]), keepsControls: !leavesHoles)
    }
  }

  /// Appends a text of the tree in which nothing needs escaping.
  mutating func appendFinished(_ text: Extent) {
    tree.pool.withUnsafeBufferPointer { pool in
      output.append(contentsOf: UnsafeBufferPointer(rebasing: pool[text.range]))
    }
  }

  /// Appends a number in decimal digits.
  mutating func append(number: Int) { output.append(contentsOf: String(number).utf8) }

  mutating func addHole(_ content: HTMLFragment.Content) {
    holes.append(HTMLFragment.Hole(offset: output.count, content: content))
  }

  func attributes(of index: Int32) -> Attributes? {
    let attributes = tree[index].attributes
    return attributes == Node.none ? nil : tree.attributes[Int(attributes)]
  }

  /// Appends what a node's attributes may become in HTML.
  mutating func append(attributesOf index: Int32, skippingID: Bool = false) {
    guard tree[index].attributes != Node.none else { return }
    append(attributes: attributes(of: index), skippingID: skippingID)
  }

  /// Appends ` id`, ` class` and the attributes that are safe on any element.
  mutating func append(attributes: Attributes?, skippingID: Bool = false) {
    guard let attributes else { return }
    if !skippingID, let id = attributes.id {
      let anchor = tree.options.idPrefix + id.text
      append(attribute: "id", value: anchor)
      derived.anchors.append(anchor)
    }
    if !attributes.classes.isEmpty {
      append(
        attribute: "class", value: attributes.classes.map(\.text).joined(separator: " "))
    }
    for pair in attributes.pairs where RawHTMLRules.isSafeAttribute(pair.key.text) {
      if let value = pair.value { append(attribute: pair.key.text, value: value.text) }
    }
  }

  mutating func append(attribute name: String, value: String) {
    output.append(0x20)
    output.append(contentsOf: name.utf8)
    output.append("=\"")
    output.appendEscaped(value.utf8)
    output.append(0x22)
  }
}
