extension Lexer {
  mutating func lexTag(
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
