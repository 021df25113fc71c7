/// Parts raw HTML into tags, comments and text by CommonMark's grammar of tags.
struct RawHTMLScanner {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
  }

  /// A part of raw HTML; its range is of the bytes given.
  enum Part {
    case text(Range<Int>)
    case comment(Range<Int>)
    case tag(Tag)
  }

  struct Tag {
    let range: Range<Int>
    /// In lower case.
    let name: String
    let isClosing: Bool
    let attributes: [Attribute]
  }

  struct Attribute {
    /// In lower case.
    let name: String
    /// Without quotes; `nil` if the name stands alone.
    let value: Range<Int>?
    let range: Range<Int>
  }

  /// Returns the next part; parts follow each other without gaps.
  mutating func next() -> Part? {
    guard offset < end else { return nil }
    let start = offset
    while offset < end {
      if bytes[offset] == UInt8(ascii: "<"), let (part, partEnd) = markup(at: offset) {
        if offset > start { return .text(start..<offset) }
        offset = partEnd
        return part
      }
      offset += 1
    }
    return .text(start..<end)
  }

  private func markup(at start: Int) -> (Part, end: Int)? {
    if bytes[start..<end].starts(with: "<!--".utf8) {
      var position = start + 4
      while position + 2 < end {
        if bytes[position] == 0x2D, bytes[position + 1] == 0x2D, bytes[position + 2] == 0x3E {
          return (.comment(start..<position + 3), position + 3)
        }
        position += 1
      }
      // An open comment hides all that follows, in a browser as here.
      return (.comment(start..<end), end)
    }
    guard let tag = tag(at: start) else { return nil }
    return (.tag(tag), tag.range.upperBound)
  }

  private func tag(at start: Int) -> Tag? {
    var position = start + 1
    let isClosing = position < end && bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    guard position < end, bytes[position].isLetter else { return nil }
    let nameStart = position
    while position < end, bytes[position].isAlphanumeric || bytes[position] == 0x2D {
      position += 1
    }
    let name = lowercased(nameStart..<position)
    var attributes: [Attribute] = []
    while true {
      let spaced = skipWhitespace(position)
      guard spaced < end else { return nil }
      if bytes[spaced] == UInt8(ascii: ">") {
        return Tag(
          range: start..<spaced + 1, name: name, isClosing: isClosing, attributes: attributes)
      }
      if bytes[spaced] == UInt8(ascii: "/") {
        guard spaced + 1 < end, bytes[spaced + 1] == UInt8(ascii: ">") else { return nil }
        return Tag(
          range: start..<spaced + 2, name: name, isClosing: isClosing, attributes: attributes)
      }
      guard spaced > position, let attribute = attribute(at: spaced) else { return nil }
      attributes.append(attribute)
      position = attribute.range.upperBound
    }
  }

  private func attribute(at start: Int) -> Attribute? {
    guard bytes[start].isLetter || bytes[start] == 0x5F || bytes[start] == 0x3A else { return nil }
    var position = start
    while position < end,
      bytes[position].isAlphanumeric || "_.:-".utf8.contains(bytes[position])
    {
      position += 1
    }
    let name = lowercased(start..<position)
    let equals = skipWhitespace(position)
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: nil, range: start..<position)
    }
    let valueStart = skipWhitespace(equals + 1)
    guard valueStart < end else { return nil }
    let quote = bytes[valueStart]
    if quote == 0x22 || quote == 0x27 {
      guard let close = bytes[valueStart + 1..<end].firstIndex(of: quote) else { return nil }
      return Attribute(name: name, value: valueStart + 1..<close, range: start..<close + 1)
    }
    position = valueStart
    while position < end, !bytes[position].isWhitespace, !"\"'=<>`".utf8.contains(bytes[position]) {
      position += 1
    }
    guard position > valueStart else { return nil }
    return Attribute(name: name, value: valueStart..<position, range: start..<position)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.lowercased), as: UTF8.self)
  }

  private func skipWhitespace(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset].isWhitespace { offset += 1 }
    return offset
  }
}
