extension ScriptContext {
  /// Moves over one character of a script.
  mutating func advance(over scalar: UInt32) throws(EscapeRefusalReason) {
    let isBreak = Self.isLineBreak(scalar)
    switch lexeme {
    case .doubleQuoted, .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape:
      advanceInString(over: scalar)
    case .template, .templateEscape, .templateDollar:
      try advanceInTemplate(over: scalar)
    case .regexp, .regexpEscape, .regexpClass, .regexpClassEscape:
      advanceInRegexp(over: scalar, isBreak: isBreak)
    case .lineComment, .blockComment, .blockCommentStar:
      advanceInComment(over: scalar, isBreak: isBreak)
    case .space, .word, .dot, .member, .plus, .minus, .minuses, .less, .lessBang, .lessBangDash,
      .slash:
      if try continueToken(over: scalar) { return }
      try beginToken(with: scalar, isBreak: isBreak)
    }
  }

  private mutating func advanceInString(over scalar: UInt32) {
    switch (lexeme, UInt8(exactly: scalar)) {
    case (.doubleQuoted, UInt8(ascii: "\\")): lexeme = .doubleQuotedEscape
    case (.singleQuoted, UInt8(ascii: "\\")): lexeme = .singleQuotedEscape
    case (.doubleQuoted, UInt8(ascii: "\"")), (.singleQuoted, UInt8(ascii: "'")):
      endToken(expecting: .operation)
    case (.doubleQuotedEscape, _): lexeme = .doubleQuoted
    case (.singleQuotedEscape, _): lexeme = .singleQuoted
    default: break
    }
  }

  private mutating func advanceInTemplate(over scalar: UInt32) throws(EscapeRefusalReason) {
    switch (lexeme, UInt8(exactly: scalar)) {
    case (.templateEscape, _): lexeme = .template
    case (_, UInt8(ascii: "`")):
      templateDepth -= 1
      endToken(expecting: .operation)
    case (.templateDollar, UInt8(ascii: "{")):
      braces <<= 8
      endToken(expecting: .operand)
    case (_, UInt8(ascii: "\\")): lexeme = .templateEscape
    case (_, UInt8(ascii: "$")): lexeme = .templateDollar
    default: lexeme = .template
    }
  }

  /// A line break cannot stand in a regular expression, so what seemed one was a division.
  private mutating func advanceInRegexp(over scalar: UInt32, isBreak: Bool) {
    switch (lexeme, UInt8(exactly: scalar)) {
    case _ where isBreak:
      endToken(expecting: .operand)
      startsLine = true
    case (.regexpEscape, _): lexeme = .regexp
    case (.regexpClassEscape, _): lexeme = .regexpClass
    case (.regexp, UInt8(ascii: "\\")): lexeme = .regexpEscape
    case (.regexp, UInt8(ascii: "[")): lexeme = .regexpClass
    case (.regexp, UInt8(ascii: "/")):
      endToken(expecting: .operation)
      // The flags behind it are letters, but no keyword.
      lexeme = .member
    case (.regexpClass, UInt8(ascii: "\\")): lexeme = .regexpClassEscape
    case (.regexpClass, UInt8(ascii: "]")): lexeme = .regexp
    default: break
    }
  }

  private mutating func advanceInComment(over scalar: UInt32, isBreak: Bool) {
    if isBreak {
      startsLine = true
      if lexeme == .lineComment { lexeme = .space }
    }
    switch (lexeme, UInt8(exactly: scalar)) {
    case (.blockComment, UInt8(ascii: "*")): lexeme = .blockCommentStar
    case (.blockCommentStar, UInt8(ascii: "/")): lexeme = .space
    case (.blockCommentStar, UInt8(ascii: "*")): break
    case (.blockCommentStar, _): lexeme = .blockComment
    default: break
    }
  }

  /// Leaves a token; comments and white space behind it keep what it expects.
  mutating func endToken(expecting expectation: Expectation) {
    lexeme = .space
    expects = expectation
    startsLine = false
    word = PackedName()
  }
}

extension ScriptContext {
  static func isLineBreak(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: isLineBreak(scalar)
    }
  }

  static func isWordPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23, 0x24, 0x40, 0x5C, 0x5F: true
    default: scalar >= 0x80 && !isSpace(scalar)
    }
  }
}
