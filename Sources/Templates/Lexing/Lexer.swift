import Diagnostics

/// Cuts a template into tokens, trimming text as `{%-` and `-%}` ask.
///
/// Offsets are those of the file as it is; a newline at its end is left out, and `\r\n` is made a
/// newline only where text is taken over.
struct Lexer {
  private let file: String
  private let bytes: [UInt8]
  private let control: WhiteSpaceControl
  /// The end of the source, before the newline that ends the file.
  private let end: Int
  private var position = 0
  private var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The brackets that are open inside the current tag.
  private var brackets: [UInt8] = []

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

  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

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

  private mutating func report(_ rule: String, _ message: String, at span: Range<Int>) {
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

  private mutating func skipLineEndAfterTag() {
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

  private func skipSpaces(from start: Int) -> Int {
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

// MARK: - Tags

extension Lexer {
  private mutating func lexTag(
    from opening: Int, begin: Token.Kind, end closeKind: Token.Kind, closing: UInt8
  ) -> Bool {
    tokens.append(Token(kind: begin, span: opening..<position))
    brackets = []
    while true {
      position = skipSpaces(from: position)
      guard position < end else {
        let name = begin == .tagBegin ? "'{%' opens needs '%}'" : "'{{' opens needs '}}'"
        report("template-syntax", "a tag that \(name)", at: opening..<opening + 2)
        return false
      }
      if let trims = lexClosing(closing, as: closeKind) {
        if begin == .tagBegin, !trims.trims, !trims.keeps { skipLineEndAfterTag() }
        return trims.trims
      }
      lexWord()
    }
  }

  private mutating func lexClosing(
    _ closing: UInt8, as kind: Token.Kind
  ) -> (trims: Bool, keeps: Bool)? {
    guard brackets.last != UInt8(ascii: "{") else { return nil }
    let mark = byte(position)
    let marked = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+")
    let index = marked ? position + 1 : position
    guard byte(index) == closing, byte(index + 1) == UInt8(ascii: "}"), index + 1 < end else {
      return nil
    }
    tokens.append(Token(kind: kind, span: position..<index + 2))
    position = index + 2
    return (mark == UInt8(ascii: "-"), mark == UInt8(ascii: "+"))
  }

  private mutating func lexWord() {
    let byte = bytes[position]
    if Self.isNameStart(byte) {
      lexName()
    } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      lexNumber()
    } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      lexString(quote: byte)
    } else {
      lexOperator()
    }
  }

  private mutating func add(_ kind: Token.Kind, width: Int) {
    tokens.append(Token(kind: kind, span: position..<position + width))
    position += width
  }

  private mutating func lexName() {
    var index = position
    while index < end, Self.isNamePart(bytes[index]) { index += 1 }
    add(.name, width: index - position)
  }

  private mutating func lexNumber() {
    // `items.0.1` is two steps, never a step and a fraction.
    let afterDot = tokens.last?.kind == .dot || tokens.last?.kind == .optionalDot
    var index = position
    if bytes[index] == UInt8(ascii: "0"), !afterDot,
      [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(
        self.byte(index + 1) | 0x20)
    {
      index += 2
      while index < end, Self.isNamePart(bytes[index]) { index += 1 }
      add(.integer, width: index - position)
      return
    }
    index = endOfDigits(from: index)
    var kind = Token.Kind.integer
    if !afterDot, byte(index) == UInt8(ascii: "."), Self.isDigit(byte(index + 1)) {
      kind = .float
      index = endOfDigits(from: index + 1)
    }
    if !afterDot, byte(index) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(index + 1) == UInt8(ascii: "-") || byte(index + 1) == UInt8(ascii: "+")
      let digits = index + (sign ? 2 : 1)
      if Self.isDigit(byte(digits)) {
        kind = .float
        index = endOfDigits(from: digits)
      }
    }
    add(kind, width: index - position)
  }

  private func endOfDigits(from start: Int) -> Int {
    var index = start
    while Self.isDigit(byte(index))
      || (byte(index) == UInt8(ascii: "_") && index > start && Self.isDigit(byte(index + 1)))
    { index += 1 }
    return index
  }

  private mutating func lexString(quote: UInt8) {
    var index = position + 1
    while index < end, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < end else {
      report(
        "template-syntax", "a string needs a closing \(quote == UInt8(ascii: "'") ? "'" : "\"")",
        at: position..<position + 1)
      position = end
      return
    }
    add(.string, width: index + 1 - position)
  }

  private mutating func lexOperator() {
    let first = bytes[position]
    let second = byte(position + 1)
    if let kind = Self.doubleOperator(first, second) {
      add(kind, width: 2)
      return
    }
    guard let kind = Self.singleOperator(first) else {
      skipUnknown(first)
      return
    }
    switch kind {
    case .leftParenthesis, .leftBracket, .leftBrace: brackets.append(first)
    case .rightParenthesis, .rightBracket, .rightBrace: _ = brackets.popLast()
    default: break
    }
    add(kind, width: 1)
  }

  private mutating func skipUnknown(_ first: UInt8) {
    let start = position
    position += 1
    while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    report("template-syntax", "an expression cannot hold '\(text)'", at: start..<position)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  private static func doubleOperator(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): .doubleStar
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): .doubleSlash
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterEqual
    case (UInt8(ascii: "?"), UInt8(ascii: ".")): .optionalDot
    default: nil
    }
  }

  private static func singleOperator(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "="): .assign
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    default: nil
    }
  }
}
