internal import CommonMark

/// Reads the scalars of plain YAML, and lists of them on one line.
///
/// - Plain text, which may go on over further lines
/// - Text in quotes that holds neither quotes nor backslashes, on one line
/// - Lists of plain text between brackets, on one line
/// - Text below `>` or `|` whose lines are all indented alike and none of which is empty
struct PlainYAMLScalars {
  let bytes: [UInt8]

  /// Reads what the line goes on with, and goes to the line behind it.
  ///
  /// - Parameter column: Where the key or dash stands, right of which the value goes on.
  func value(at lines: inout PlainYAMLLines, in column: Int) -> YAMLValue? {
    let range = lines.content
    switch bytes[range.lowerBound] {
    case .openBracket: return single(list(range), &lines)
    case .quote, .apostrophe: return single(quoted(range), &lines)
    case .greaterThan, .bar: return block(range, at: &lines, in: column)
    default: return plain(range, at: &lines, in: column)
    }
  }

  /// A value that ends with its line.
  private func single(_ value: YAMLValue?, _ lines: inout PlainYAMLLines) -> YAMLValue? {
    lines.advance()
    return value
  }

  /// Whether a line holds nothing more than a comment from an offset on.
  private func isBlank(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { bytes[$0] != .space }) else { return true }
    return first > range.lowerBound && bytes[first] == .hash
  }
}

// MARK: - Plain text

extension PlainYAMLScalars {
  private static let none = ByteSet("")
  /// What cannot stand in a plain value of a one-line list.
  private static let listStoppers = ByteSet(",[]{}\"'")
  /// What a plain value cannot begin with.
  private static let indicators = ByteSet("-?:,[]{}#&*!|>'\"%@`")

  private func plain(
    _ range: Range<Int>, at lines: inout PlainYAMLLines, in column: Int
  ) -> YAMLValue? {
    let text = beforeComment(range)
    guard isPlain(text, stoppers: Self.none) else { return nil }
    lines.advance()
    guard text == range, !lines.isAtEnd, lines.column > column, !lines.isAfterGap else {
      return scalar(text)
    }
    var words = Array(bytes[text])
    while !lines.isAtEnd, lines.column > column, !lines.isAfterGap {
      guard isPlain(lines.content, stoppers: Self.none),
        beforeComment(lines.content) == lines.content
      else { return nil }
      words.append(.space)
      words += bytes[lines.content]
      lines.advance()
    }
    return YAMLValue(
      content: .scalar(String(decoding: words, as: UTF8.self)),
      span: range.lowerBound..<lineEnd(range))
  }

  /// Where the line of some text ends, trailing spaces and all.
  private func lineEnd(_ range: Range<Int>) -> Int {
    bytes[range.upperBound...].firstIndex { $0 != .space } ?? bytes.count
  }

  /// Text without the comment behind it and the spaces between.
  private func beforeComment(_ range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if bytes[index] == .hash, bytes[index - 1] == .space {
        return bytes.trimmed(range.lowerBound..<index)
      }
      index += 1
    }
    return range
  }

  private func scalar(_ range: Range<Int>) -> YAMLValue {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return YAMLValue(content: Self.isEmptyWord(text) ? .empty : .scalar(text), span: range)
  }

  /// Whether text needs no quotes: no indicator before it, nothing in it that ends it.
  private func isPlain(_ range: Range<Int>, stoppers: ByteSet) -> Bool {
    guard !range.isEmpty, !Self.indicators.contains(bytes[range.lowerBound]) else { return false }
    for index in range {
      let byte = bytes[index]
      if stoppers.contains(byte) { return false }
      if byte == .colon,
        index + 1 == range.upperBound || bytes[index + 1] == .space || !stoppers.isEmpty
      {
        return false
      }
    }
    return true
  }

  private static func isEmptyWord(_ text: String) -> Bool {
    switch text.utf8.count {
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }
}

// MARK: - Quotes and lists

extension PlainYAMLScalars {
  /// A value in quotes that holds neither quotes nor backslashes.
  private func quoted(_ range: Range<Int>) -> YAMLValue? {
    let quote = bytes[range.lowerBound]
    guard let closing = bytes[range.dropFirst()].firstIndex(of: quote),
      isBlank(closing + 1..<range.upperBound)
    else { return nil }
    let inner = bytes[range.lowerBound + 1..<closing]
    guard !inner.contains(.backslash) else { return nil }
    return YAMLValue(
      content: .scalar(String(decoding: inner, as: UTF8.self)),
      span: range.lowerBound..<closing + 1)
  }

  /// A list of plain values between brackets.
  private func list(_ range: Range<Int>) -> YAMLValue? {
    guard let closing = bytes[range].firstIndex(of: .closeBracket),
      isBlank(closing + 1..<range.upperBound)
    else { return nil }
    let inner = bytes.trimmed(range.lowerBound + 1..<closing)
    var elements: [YAMLValue] = []
    var start = inner.lowerBound
    while start < inner.upperBound {
      let comma = bytes[start..<inner.upperBound].firstIndex(of: .comma) ?? inner.upperBound
      let element = bytes.trimmed(start..<comma)
      guard comma != inner.upperBound - 1, isPlain(element, stoppers: Self.listStoppers),
        beforeComment(element) == element
      else { return nil }
      elements.append(scalar(element))
      start = comma + 1
    }
    return YAMLValue(
      content: .sequence(elements), span: range.lowerBound..<range.lowerBound)
  }
}

// MARK: - Text below a mark

extension PlainYAMLScalars {
  /// Text below `>`, whose lines are joined, or `|`, whose lines are kept.
  private func block(
    _ range: Range<Int>, at lines: inout PlainYAMLLines, in column: Int
  ) -> YAMLValue? {
    let isFolded = bytes[range.lowerBound] == .greaterThan
    let keepsEnd = range.count == 1
    guard keepsEnd || range.count == 2 && bytes[range.lowerBound + 1] == .dash else { return nil }
    var text: [UInt8] = []
    var margin: Int?
    var isEnded = false
    while let (line, ends) = lines.nextRaw() {
      if lines.content.isEmpty {
        // Empty lines may only follow; spaces beyond the margin would be text.
        guard let margin, skipEmptyLines(after: line, at: &lines, margin) else { return nil }
        break
      }
      if let margin, lines.column < margin {
        lines.giveBack(line)
        break
      }
      guard lines.column > column, lines.column == margin ?? lines.column else { return nil }
      if margin != nil { text.append(isFolded ? .space : .lineFeed) }
      margin = lines.column
      text += bytes[lines.content.lowerBound..<line.upperBound]
      isEnded = ends
    }
    // Of text that begins like its mark, a parser tells another place.
    guard let first = text.first, first != bytes[range.lowerBound] else { return nil }
    lines.advance()
    if keepsEnd, isEnded { text.append(.lineFeed) }
    return YAMLValue(
      content: .scalar(String(decoding: text, as: UTF8.self)),
      span: range.lowerBound..<lineEnd(range))
  }

  /// Passes over empty lines; whether the one behind them, if any, is no more of the text.
  private func skipEmptyLines(
    after line: Range<Int>, at lines: inout PlainYAMLLines, _ margin: Int
  ) -> Bool {
    guard line.count <= margin else { return false }
    while let (line, _) = lines.nextRaw() {
      guard lines.content.isEmpty else {
        lines.giveBack(line)
        return lines.column < margin
      }
      if line.count > margin { return false }
    }
    return true
  }
}
