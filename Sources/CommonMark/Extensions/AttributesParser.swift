/// Reads `{#id .class key=value flag}`.
///
/// The grammar is strict, so that `{{ … }}`, `{% … %}` and braces in prose stay text.
struct AttributesParser {
  private let source: [UInt8]
  private let limit: Int

  /// Reads from `source`, up to `limit`.
  init(source: [UInt8], limit: Int) {
    self.source = source
    self.limit = min(limit, source.count)
  }

  /// Returns the attributes whose opening brace is at `start`, or `nil`.
  func parse(at start: Int) -> Attributes? {
    guard start < limit, source[start] == UInt8(ascii: "{") else { return nil }
    var attributes = Attributes(span: start..<start)
    var offset = start + 1
    var isEmpty = true
    while true {
      let item = skipWhitespace(offset)
      guard item < limit else { return nil }
      if source[item] == UInt8(ascii: "}") {
        guard !isEmpty else { return nil }
        attributes.span = start..<item + 1
        return attributes
      }
      guard isEmpty || item > offset, let end = parseItem(at: item, into: &attributes) else {
        return nil
      }
      isEmpty = false
      offset = end
    }
  }

  /// Returns the attributes that end exactly at `end`, with nothing but space before them.
  func parse(endingAt end: Int, notBefore start: Int) -> Attributes? {
    guard end > start, source[end - 1] == UInt8(ascii: "}") else { return nil }
    var offset = end - 1
    // Braces in quoted values are rare; a few tries find the right one.
    var tries = 4
    while offset > start, tries > 0 {
      offset -= 1
      guard source[offset] == UInt8(ascii: "{") else { continue }
      tries -= 1
      guard offset == start || source[offset - 1].isWhitespace else { continue }
      if let attributes = parse(at: offset), attributes.span.upperBound == end {
        return attributes
      }
    }
    return nil
  }

  private func parseItem(at start: Int, into attributes: inout Attributes) -> Int? {
    switch source[start] {
    case UInt8(ascii: "#"):
      let end = endOfName(from: start + 1)
      guard end > start + 1, attributes.id == nil else { return nil }
      attributes.id = value(start + 1..<end)
      return end
    case UInt8(ascii: "."):
      let end = endOfName(from: start + 1)
      guard end > start + 1 else { return nil }
      attributes.classes.append(value(start + 1..<end))
      return end
    default: return parsePair(at: start, into: &attributes)
    }
  }

  private func parsePair(at start: Int, into attributes: inout Attributes) -> Int? {
    let end = endOfName(from: start)
    guard end > start, source[start].isLetter else { return nil }
    let key = value(start..<end)
    guard end < limit, source[end] == UInt8(ascii: "=") else {
      attributes.pairs.append(Attributes.Pair(key: key, value: nil))
      return end
    }
    guard let range = rangeOfValue(at: end + 1) else { return nil }
    attributes.pairs.append(Attributes.Pair(key: key, value: value(range)))
    let isQuoted = range.lowerBound > end + 1
    return range.upperBound + (isQuoted ? 1 : 0)
  }

  private func rangeOfValue(at start: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    let quote = source[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = source[start + 1..<limit].firstIndex(of: quote) else { return nil }
      return start + 1..<close
    }
    var end = start
    while end < limit, !source[end].isWhitespace, source[end] != UInt8(ascii: "}"),
      source[end] != UInt8(ascii: "{"), source[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    return end > start ? start..<end : nil
  }

  /// Names hold letters, digits, `-`, `_`, `:`, `.` and anything beyond ASCII.
  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < limit, Self.isNameByte(source[end]) { end += 1 }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  private func value(_ range: Range<Int>) -> Attributes.Value {
    Attributes.Value(String(decoding: source[range], as: UTF8.self), span: range)
  }

  private func skipWhitespace(_ offset: Int) -> Int {
    var offset = offset
    while offset < limit, source[offset].isWhitespace { offset += 1 }
    return offset
  }
}
