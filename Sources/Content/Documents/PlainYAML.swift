internal import CommonMark
package import Diagnostics

/// Reads the plain front matter that most files have, many times faster than a YAML parser.
///
/// One key a line at the left margin, each with a plain or simply quoted value or a one-line list
/// of plain values. Anything else, also anything wrong, is left to `YAMLComposer`; tests hold the
/// two to equal results.
package struct PlainYAML {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var entries: [YAMLValue.Entry] = []

  /// Returns the value of the YAML in `range`, or `nil` when it is not of the plain form.
  package static func read(_ file: SourceFile, range: Range<Int>) -> YAMLValue? {
    guard !hasOddBytes(file.bytes[range]) else { return nil }
    var reader = PlainYAML(bytes: file.bytes, range: range)
    return reader.read()
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
  }

  private mutating func read() -> YAMLValue? {
    while offset < end {
      let lineEnd = lineEnd()
      guard isBlank(offset..<lineEnd) || readEntry(to: lineEnd) else { return nil }
      offset = lineEnd
      skipLineEnd()
    }
    guard let first = entries.first else { return nil }
    return YAMLValue(
      content: .mapping(entries), span: first.keySpan.lowerBound..<first.keySpan.lowerBound)
  }

  /// Reads `key: value` up to the end of the line.
  private mutating func readEntry(to lineEnd: Int) -> Bool {
    let start = offset
    guard bytes[start].isLowercase else { return false }
    var colon = start
    while colon < lineEnd, bytes[colon].isLowercase || bytes[colon].isDigit || bytes[colon] == .dash
    {
      colon += 1
    }
    guard colon + 1 < lineEnd, bytes[colon] == .colon, bytes[colon + 1] == .space else {
      return false
    }
    let key = String(decoding: bytes[start..<colon], as: UTF8.self)
    let range = trimmed(colon + 1..<lineEnd)
    guard !range.isEmpty, !entries.contains(where: { $0.key == key }),
      let value = value(range)
    else { return false }
    entries.append(YAMLValue.Entry(key: key, keySpan: start..<colon, value: value))
    return true
  }

  private func value(_ range: Range<Int>) -> YAMLValue? {
    switch bytes[range.lowerBound] {
    case .openBracket: list(range)
    case .quote, .apostrophe: quoted(range)
    default: plain(range, stoppers: Self.none)
    }
  }
}

// MARK: - Values

extension PlainYAML {
  private static let none = ByteSet("")
  /// What cannot stand in a plain value of a one-line list.
  private static let listStoppers = ByteSet(",[]{}\"'")
  /// What a plain value cannot begin with.
  private static let indicators = ByteSet("-?:,[]{}#&*!|>'\"%@`")

  /// A value without quotes: no indicator before it, nothing in it that ends it.
  private func plain(_ range: Range<Int>, stoppers: ByteSet) -> YAMLValue? {
    guard !range.isEmpty, !Self.indicators.contains(bytes[range.lowerBound]) else { return nil }
    for index in range {
      let byte = bytes[index]
      if stoppers.contains(byte) { return nil }
      if byte == .colon,
        index + 1 == range.upperBound || bytes[index + 1] == .space || !stoppers.isEmpty
      {
        return nil
      }
      if byte == .hash, bytes[index - 1] == .space { return nil }
    }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return YAMLValue(
      content: Self.isEmptyWord(text) ? .empty : .scalar(text), span: range)
  }

  private static func isEmptyWord(_ text: String) -> Bool {
    switch text.utf8.count {
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }

  /// A value in quotes that holds neither quotes nor backslashes.
  private func quoted(_ range: Range<Int>) -> YAMLValue? {
    let quote = bytes[range.lowerBound]
    let inner = range.lowerBound + 1..<max(range.upperBound - 1, range.lowerBound + 1)
    guard range.count >= 2, bytes[range.upperBound - 1] == quote,
      !bytes[inner].contains(where: { $0 == quote || $0 == .backslash })
    else { return nil }
    return YAMLValue(
      content: .scalar(String(decoding: bytes[inner], as: UTF8.self)), span: range)
  }

  /// A list of plain values between brackets.
  private func list(_ range: Range<Int>) -> YAMLValue? {
    guard range.count >= 2, bytes[range.upperBound - 1] == .closeBracket else { return nil }
    let inner = trimmed(range.lowerBound + 1..<range.upperBound - 1)
    var elements: [YAMLValue] = []
    var start = inner.lowerBound
    while start < inner.upperBound {
      let comma = bytes[start..<inner.upperBound].firstIndex(of: .comma) ?? inner.upperBound
      guard comma != inner.upperBound - 1,
        let element = plain(trimmed(start..<comma), stoppers: Self.listStoppers)
      else { return nil }
      elements.append(element)
      start = comma + 1
    }
    return YAMLValue(
      content: .sequence(elements), span: range.lowerBound..<range.lowerBound)
  }
}

// MARK: - Lines

extension PlainYAML {
  private func lineEnd() -> Int {
    var index = offset
    while index < end, bytes[index] != .lineFeed, bytes[index] != .carriageReturn { index += 1 }
    return index
  }

  private mutating func skipLineEnd() {
    if offset < end, bytes[offset] == .carriageReturn { offset += 1 }
    if offset < end, bytes[offset] == .lineFeed { offset += 1 }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] == .space { range = range.dropFirst() }
    while !range.isEmpty, bytes[range.upperBound - 1] == .space { range = range.dropLast() }
    return range
  }

  /// A line with nothing on it, or only a comment.
  private func isBlank(_ range: Range<Int>) -> Bool {
    let text = trimmed(range)
    return text.isEmpty || bytes[text.lowerBound] == .hash
  }

  /// Control characters, and the characters beyond ASCII that YAML forbids or takes for line ends.
  private static func hasOddBytes(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count,
          isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
        } else if isOdd(at: index, in: bytes) {
          return true
        } else {
          index += 1
        }
      }
      return false
    }
  }

  /// Whether eight bytes are all ASCII that can be seen, or line feeds.
  private static func isPlain(_ word: UInt64) -> Bool {
    // The high bit is set for each byte from the space on.
    let fromSpace = (word & ~ByteLanes.all) &+ 0x6060_6060_6060_6060
    let deletes = ByteLanes.zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
    let lineFeeds = ByteLanes.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
    return (fromSpace & ~deletes | lineFeeds) & ~word & ByteLanes.all == ByteLanes.all
  }

  private static func isOdd(at index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    let byte = bytes[index]
    var next: UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0xFF }
    switch byte {
    case .lineFeed, .carriageReturn: return false
    case 0..<0x20, 0x7F, 0xEF: return true
    case 0xC2: return next < 0xA0
    case 0xE2:
      return next == 0x80 && index + 2 < bytes.count
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate static var space: UInt8 { 0x20 }
  fileprivate static var lineFeed: UInt8 { 0x0A }
  fileprivate static var carriageReturn: UInt8 { 0x0D }
  fileprivate static var colon: UInt8 { UInt8(ascii: ":") }
  fileprivate static var comma: UInt8 { UInt8(ascii: ",") }
  fileprivate static var dash: UInt8 { UInt8(ascii: "-") }
  fileprivate static var hash: UInt8 { UInt8(ascii: "#") }
  fileprivate static var quote: UInt8 { UInt8(ascii: "\"") }
  fileprivate static var apostrophe: UInt8 { UInt8(ascii: "'") }
  fileprivate static var backslash: UInt8 { UInt8(ascii: "\\") }
  fileprivate static var openBracket: UInt8 { UInt8(ascii: "[") }
  fileprivate static var closeBracket: UInt8 { UInt8(ascii: "]") }
  fileprivate var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
