/// Finds where the parts of a link end, by CommonMark's grammar.
///
/// It decides nothing: libcmark has said that there is a link, and this says how far it goes.
struct LinkScanner {
  let bytes: [UInt8]

  /// Returns the offset after what follows the closing bracket at `offset`: `(...)`, `[...]` or
  /// nothing.
  func endOfTail(afterBracketAt offset: Int) -> Int {
    let next = offset + 1
    guard next < bytes.count else { return min(next, bytes.count) }
    if bytes[next] == UInt8(ascii: "("), let end = endOfInlineTail(at: next) { return end }
    if bytes[next] == UInt8(ascii: "["), let end = endOfLabel(at: next) { return end }
    return next
  }

  /// Returns the offset after `[label]`, or `nil`.
  func endOfLabel(at offset: Int) -> Int? {
    var position = offset + 1
    let limit = min(bytes.count, offset + 1002)
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return position + 1
      case UInt8(ascii: "\\"):
        position += position + 1 < limit && bytes[position + 1].isPunctuation ? 2 : 1
      default: position += 1
      }
    }
    return nil
  }

  /// Returns the offset after `(destination "title")`, or `nil`.
  private func endOfInlineTail(at offset: Int) -> Int? {
    let start = skipWhitespace(offset + 1)
    guard let endOfURL = endOfDestination(at: start) else { return nil }
    let startOfTitle = skipWhitespace(endOfURL)
    var end = startOfTitle
    if startOfTitle > endOfURL, let endOfTitle = endOfTitle(at: startOfTitle) { end = endOfTitle }
    end = skipWhitespace(end)
    return end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end + 1 : nil
  }

  /// Returns the offset after a destination, which may be empty, or `nil`.
  func endOfDestination(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: "<") { return endOfBracketedDestination(at: offset) }
    var position = offset
    var depth = 0
    scan: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\") where position + 1 < bytes.count && bytes[position + 1].isPunctuation:
        position += 2
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
        position += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
        position += 1
      default:
        // A zero byte is U+FFFD to libcmark, and no control character.
        if byte.isWhitespace || (byte.isControl && byte != 0) { break scan }
        position += 1
      }
    }
    return depth == 0 ? min(position, bytes.count) : nil
  }

  private func endOfBracketedDestination(at offset: Int) -> Int? {
    var position = offset + 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"): return position + 1
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
      default: position += 1
      }
    }
    return nil
  }

  /// Returns the offset after a quoted title, or `nil`.
  func endOfTitle(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    let closing: UInt8
    switch bytes[offset] {
    case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var position = offset + 1
    // Where nothing else closes a title, libcmark takes an escaped mark for the end.
    var lastResort: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte == closing { return position + 1 }
      if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") { return lastResort }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1].isPunctuation {
        if bytes[position + 1] == closing { lastResort = position + 2 }
        position += 2
      } else {
        position += 1
      }
    }
    return lastResort
  }

  /// Returns the offset after a link reference definition that starts at `offset`, or `nil`.
  func endOfReferenceDefinition(at offset: Int) -> Int? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "["),
      let afterLabel = endOfLabel(at: offset), !isBlank(offset + 1..<afterLabel - 1),
      afterLabel < bytes.count, bytes[afterLabel] == UInt8(ascii: ":")
    else { return nil }
    let start = skipSpacesAndOneBreak(afterLabel + 1)
    guard let end = endOfDestination(at: start), end > start, end <= bytes.count else {
      return nil
    }
    let beforeTitle = skipSpacesAndOneBreak(end)
    if beforeTitle > end, let afterTitle = endOfTitle(at: beforeTitle),
      let lineEnd = endOfLine(at: afterTitle)
    {
      return lineEnd
    }
    return endOfLine(at: end)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0].isWhitespace } }

  private func skipWhitespace(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isWhitespace { offset += 1 }
    return offset
  }

  private func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isSpaceOrTab { offset += 1 }
    return offset
  }

  private func skipBreak(_ offset: Int) -> Int {
    guard offset < bytes.count, bytes[offset].isLineBreak else { return offset }
    let isPair =
      bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  private func skipSpacesAndOneBreak(_ offset: Int) -> Int {
    skipSpaces(skipBreak(skipSpaces(offset)))
  }

  /// Returns the start of the next line if only spaces are left on this one.
  private func endOfLine(at offset: Int) -> Int? {
    let end = skipSpaces(offset)
    if end >= bytes.count { return bytes.count }
    return bytes[end].isLineBreak ? skipBreak(end) : nil
  }
}
