/// A raw element that has been opened.
struct RawElement {
  let name: String
  let span: Extent
  /// The node that the tag stands in, which the element must not outlast.
  let owner: Int32
}

/// Keeps raw elements where HTML can have them, so that a browser builds the tree that is written.
extension HTMLRenderer {
  /// Whether blocks can stand in the innermost raw element that is open.
  var holdsBlocks: Bool {
    rawElements.last.map { RawHTMLRules.blockElements.contains($0.name) } ?? true
  }

  /// Whether an element can stand where its tag does.
  func mayOpen(_ name: String, in owner: Int32) -> Bool {
    let outer = rawElements.last?.name ?? ""
    if let parents = RawHTMLRules.parents[name] { return parents.contains(outer) }
    if RawHTMLRules.tableParts.contains(outer) { return false }
    guard RawHTMLRules.paragraphEnders.contains(name) else { return true }
    // A browser would end the paragraph, heading or link at the tag.
    let kind = tree[owner].kind
    if kind.isInline || kind == .heading { return false }
    guard kind.holdsInlines else { return true }
    return name != "table" && (kind == .tableCell || isTight(owner))
  }

  /// Closes an element that is open, with those in it; `false` if there is none to close.
  mutating func close(_ name: String, in owner: Int32) -> Bool {
    if let depth = rawElements.lastIndex(where: { $0.name == name }),
      rawElements[depth].owner == owner
    {
      closeRawElements(downTo: depth + 1)
      rawElements.removeLast()
      output.append("</")
      output.append(contentsOf: name.utf8)
      output.append(">")
      return true
    }
    guard let count = endedEarly[name], count > 0 else { return false }
    endedEarly[name] = count - 1
    return true
  }

  /// Closes a raw `<p>`, which cannot hold the block that comes.
  mutating func closeRawParagraph() {
    guard let depth = rawElements.lastIndex(where: { $0.name == "p" }) else { return }
    closeRawElements(downTo: depth + 1)
    rawElements.removeLast()
    output.append("</p>")
    endedEarly["p", default: 0] += 1
  }

  /// Closes the parts of a raw table that hold only other parts, since something else comes.
  mutating func closeTableParts() {
    while let last = rawElements.last, RawHTMLRules.tableParts.contains(last.name) {
      closeRawElements(downTo: rawElements.count - 1)
      endedEarly[last.name, default: 0] += 1
      refusedRun = RefusedRun(at: output.count)
    }
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
