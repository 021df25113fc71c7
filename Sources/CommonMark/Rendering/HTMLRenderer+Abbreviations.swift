extension HTMLRenderer {
  /// Writes a text with a hole for each word that may be an abbreviation.
  mutating func appendTextWithAbbreviations(_ index: Int32) {
    let node = tree[index]
    var mapper = TextMapper(node: node, in: tree)
    var written = node.text.start
    var finder = AbbreviationFinder(bytes: tree.pool, range: node.text.range)
    while let word = finder.next() {
      appendEscaped(Extent(written, word.lowerBound))
      let abbreviation = Abbreviation(
        text: String(decoding: tree.pool[word], as: UTF8.self), span: mapper.span(of: word),
        isInsideLink: linkDepth > 0)
      derived.abbreviations.append(abbreviation)
      addHole(.abbreviation(abbreviation))
      written = word.upperBound
    }
    appendEscaped(Extent(written, node.text.end))
  }
}

/// Finds words of two or more capitals or digits that begin with a capital.
struct AbbreviationFinder {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
  }

  /// Returns the next word, without a plural `s`.
  mutating func next() -> Range<Int>? {
    while let start = nextPairOfCapitals() {
      var capitals = start
      while capitals < end, bytes[capitals].isUppercase || bytes[capitals].isDigit {
        capitals += 1
      }
      offset = capitals
      while offset < end, isWordByte(at: offset) { offset += 1 }
      let isPlural = offset == capitals + 1 && bytes[capitals] == UInt8(ascii: "s")
      if offset == capitals || isPlural { return start..<capitals }
    }
    return nil
  }

  /// Returns where a word begins with a capital and another, or a digit, after it.
  private func nextPairOfCapitals() -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var start = offset
      while start + 1 < end {
        if bytes[start].isUppercase, bytes[start + 1].isUppercase || bytes[start + 1].isDigit,
          start == offset || !isWordByte(at: start - 1)
        {
          return start
        }
        start += 1
      }
      return nil
    }
  }

  /// Letters and digits, also those beyond ASCII; typographic marks part words.
  private func isWordByte(at offset: Int) -> Bool {
    let byte = bytes[offset]
    guard byte >= 0x80 else { return byte.isAlphanumeric }
    var lead = offset
    while lead > 0, offset - lead < 3, bytes[lead].isContinuation { lead -= 1 }
    return !(bytes[lead] == 0xE2 && lead + 1 < bytes.count && bytes[lead + 1] == 0x80)
      && !(bytes[lead] == 0xC2)
  }
}
