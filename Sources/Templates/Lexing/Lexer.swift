import Diagnostics

/// Cuts a template into tokens, trimming text as `{%-` and `-%}` ask.
///
/// Offsets are those of the file as it is; a newline at its end is left out, and `\r\n` is made a
/// newline only where text is taken over.
struct Lexer {
  let file: String
  let bytes: [UInt8]
  let control: WhiteSpaceControl
  /// The end of the source, before the newline that ends the file.
  let end: Int
  var position = 0
  var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The brackets that are open inside the current tag.
  var brackets: [UInt8] = []

  init(source: TemplateSource, whiteSpace: WhiteSpaceControl) {
    self.file = source.name
    self.bytes = source.bytes
    self.control = whiteSpace
    var end = bytes.count
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, end <= bytes.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    self.end = end
  }

  /// Returns all tokens, closed by one of kind `end`, and what is wrong with the source.
  consuming func run() -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var trimStart = false
    while position < end {
      let start = position
      guard let opening = nextOpening() else {
        addText(start..<end, trimStart: trimStart, trimEnd: false)
        position = end
        break
      }
      trimStart = lexPiece(textStart: start, opening: opening, trimStart: trimStart)
    }
    tokens.append(Token(kind: .end, span: end..<end))
    return (tokens, diagnostics)
  }

  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// The offset of the next `{{`, `{%` or `{#`.
  private func nextOpening() -> Int? {
    var index = position
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "{") {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") {
          return index
        }
      }
      index += 1
    }
    return nil
  }

  mutating func report(_ rule: String, _ message: String, at span: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: .error, message: message,
        location: SourceLocation(file: file, span: span)))
  }
}

// MARK: - Text

extension Lexer {
  /// Lexes the text before a delimiter and what the delimiter opens; tells whether to trim next.
  private mutating func lexPiece(textStart: Int, opening: Int, trimStart: Bool) -> Bool {
    let kind = bytes[opening + 1]
    let mark = byte(opening + 2)
    let trimsBefore = mark == UInt8(ascii: "-")
    var textEnd = opening
    if control == .lines, kind != UInt8(ascii: "{"), mark != UInt8(ascii: "+") {
      textEnd = indentationStart(before: opening, notBefore: textStart)
    }
    addText(textStart..<textEnd, trimStart: trimStart, trimEnd: trimsBefore)
    position = opening + 2
    if trimsBefore || mark == UInt8(ascii: "+") { position += 1 }
    switch kind {
    case UInt8(ascii: "#"): return skipComment(from: opening)
    case UInt8(ascii: "%"):
      if let rawBody = rawBodyStart() { return lexRaw(from: opening, body: rawBody) }
      return lexTag(from: opening, begin: .tagBegin, end: .tagEnd, closing: UInt8(ascii: "%"))
    default:
      return lexTag(from: opening, begin: .outputBegin, end: .outputEnd, closing: UInt8(ascii: "}"))
    }
  }

  private mutating func addText(_ range: Range<Int>, trimStart: Bool, trimEnd: Bool) {
    var range = range
    bytes.withUnsafeBufferPointer { source in
      if trimStart { range = WhiteSpace.trimmedStart(range, of: source) }
      if trimEnd { range = WhiteSpace.trimmedEnd(range, of: source) }
    }
    if !range.isEmpty { tokens.append(Token(kind: .text, span: range)) }
  }

  /// Where the spaces before a tag begin, if nothing else stands before it on its line.
  private func indentationStart(before opening: Int, notBefore start: Int) -> Int {
    var index = opening
    while index > start,
      bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t")
    { index -= 1 }
    let startsLine = index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
    return startsLine ? index : opening
  }

  mutating func skipLineEndAfterTag() {
    guard control == .lines else { return }
    if byte(position) == UInt8(ascii: "\r"), byte(position + 1) == UInt8(ascii: "\n") {
      position += 2
    } else if byte(position) == UInt8(ascii: "\n") {
      position += 1
    }
  }

  private mutating func skipComment(from opening: Int) -> Bool {
    // The `-` of `{#-` may be the same as that of `-#}`.
    position = opening + 2
    while position + 1 < end {
      if bytes[position] == UInt8(ascii: "#"), bytes[position + 1] == UInt8(ascii: "}") {
        let trims = position > opening + 2 && bytes[position - 1] == UInt8(ascii: "-")
        let keeps = position > opening + 2 && bytes[position - 1] == UInt8(ascii: "+")
        position += 2
        if !trims, !keeps { skipLineEndAfterTag() }
        return trims
      }
      position += 1
    }
    report("template-syntax", "a comment that '{#' opens needs '#}'", at: opening..<opening + 2)
    position = end
    return false
  }
}

// MARK: - Raw blocks

extension Lexer {
  /// Where the text after `{% raw %}` begins, if that is what stands here.
  private func rawBodyStart() -> (start: Int, trims: Bool)? {
    guard let word = endOfWord("raw", from: position) else { return nil }
    return endOfTag(from: word)
  }

  private func endOfWord(_ word: StaticString, from start: Int) -> Int? {
    var index = skipSpaces(from: start)
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte(index) == word.utf8Start[offset] else { return nil }
      index += 1
    }
    return Self.isNamePart(byte(index)) ? nil : index
  }

  private func endOfTag(from start: Int) -> (start: Int, trims: Bool)? {
    var index = skipSpaces(from: start)
    let mark = byte(index)
    if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") { index += 1 }
    guard byte(index) == UInt8(ascii: "%"), byte(index + 1) == UInt8(ascii: "}") else { return nil }
    return (index + 2, mark == UInt8(ascii: "-"))
  }

  func skipSpaces(from start: Int) -> Int {
    var index = start
    while index < end, WhiteSpace.isASCII(bytes[index]) { index += 1 }
    return index
  }

  private mutating func lexRaw(from opening: Int, body: (start: Int, trims: Bool)) -> Bool {
    var index = body.start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") {
        let mark = byte(index + 2)
        let inside = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") ? index + 3 : index + 2
        if let word = endOfWord("endraw", from: inside), let close = endOfTag(from: word) {
          let trimEnd = mark == UInt8(ascii: "-")
          addText(body.start..<index, trimStart: body.trims, trimEnd: trimEnd)
          position = close.start
          if !close.trims { skipLineEndAfterTag() }
          return close.trims
        }
      }
      index += 1
    }
    report("template-syntax", "'{% raw %}' needs '{% endraw %}'", at: opening..<body.start)
    position = end
    return false
  }
}
