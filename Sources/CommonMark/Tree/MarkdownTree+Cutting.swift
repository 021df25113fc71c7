/// How passes cut texts: by places in the source, at which no other node may stand open.
extension MarkdownTree {
  /// Parts a text in two at an offset inside its span and returns the second part.
  ///
  /// Where the text cannot be parted at the offset, it is parted at the place before.
  mutating func split(_ node: Int32, at offset: Int) -> Int32 {
    let place = TextMapper(node: self[node], in: self).boundary(notAfter: offset)
    var second = self[node]
    second.text.lower = Int32(truncatingIfNeeded: place.pool)
    second.span.lower = Int32(truncatingIfNeeded: place.source)
    self[node].text.upper = second.text.lower
    self[node].span.upper = second.span.lower
    let index = append(second)
    self[node].nextSibling = index
    return index
  }

  /// Whether a text can be parted exactly at an offset.
  func canPart(_ node: Int32, at offset: Int) -> Bool {
    TextMapper(node: self[node], in: self).boundary(notAfter: offset).source == offset
  }

  /// Makes sure that a child of `parent` ends, or that one begins, at `offset`.
  ///
  /// - Parameter start: The child to look from.
  /// - Returns: The first child at or after the offset, `Node.none` if there is none, or `nil` if
  ///   a child that cannot be parted lies across.
  mutating func boundary(at offset: Int, from start: Int32) -> Int32? {
    var child = start
    while child != Node.none {
      let span = self[child].span
      if span.start >= offset { return child }
      if span.end > offset {
        guard self[child].kind == .text, !self[child].flags.contains(.approximate) else {
          return nil
        }
        return split(child, at: offset)
      }
      child = self[child].nextSibling
    }
    return Node.none
  }

  /// Takes what stands in `range` of the source out of `parent`; `false` if a node lies across an
  /// end of it, and then nothing is changed but the parting of texts.
  mutating func cut(_ range: Range<Int>, outOf parent: Int32, after previous: Int32 = Node.none)
    -> Bool
  {
    let start = previous == Node.none ? self[parent].firstChild : self[previous].nextSibling
    guard let first = boundary(at: range.lowerBound, from: start), first != Node.none,
      let rest = boundary(at: range.upperBound, from: first)
    else { return false }
    var before = previous
    var child = start
    // The boundary may have parted a text, so the node before it is found again.
    while child != first, child != Node.none, self[child].span.start < range.lowerBound {
      before = child
      child = self[child].nextSibling
    }
    link(rest, after: before, in: parent)
    return true
  }

  /// Takes spaces and line breaks off the end of a block's inline content.
  mutating func trimEnd(of parent: Int32) {
    while true {
      var previous = Node.none
      var last = self[parent].firstChild
      guard last != Node.none else { return }
      while self[last].nextSibling != Node.none {
        previous = last
        last = self[last].nextSibling
      }
      if self[last].kind == .text, !trimText(last) { return }
      guard self[last].kind == .text || self[last].kind == .softBreak else { return }
      link(Node.none, after: previous, in: parent)
    }
  }

  /// Takes spaces off the end of a text and returns whether nothing is left.
  private mutating func trimText(_ node: Int32) -> Bool {
    while !self[node].text.isEmpty, pool[self[node].text.end - 1].isSpaceOrTab {
      self[node].text.upper -= 1
      self[node].span.upper = max(self[node].span.upper - 1, self[node].span.lower)
    }
    return self[node].text.isEmpty
  }
}
