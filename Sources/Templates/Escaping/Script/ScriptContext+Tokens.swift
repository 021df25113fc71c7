extension ScriptContext {
  /// Moves over a character that may continue a token; returns whether it does.
  mutating func continueToken(over scalar: UInt32) throws(EscapeRefusalReason) -> Bool {
    switch (lexeme, UInt8(exactly: scalar)) {
    case (.word, _) where Self.isWordPart(scalar):
      word.append(UInt8(exactly: scalar) ?? 0xFF)
      return true
    case (.member, _) where Self.isWordPart(scalar): return true
    case (.dot, _) where Self.isWordPart(scalar):
      endToken(expecting: .operation)
      lexeme = .member
      return true
    case (.dot, UInt8(ascii: ".")):
      // Behind `...` comes an expression.
      expects = .operand
      return true
    case (.plus, UInt8(ascii: "+")):
      endToken(expecting: expects)
      return true
    case (.minus, UInt8(ascii: "-")):
      lexeme = .minuses
      return true
    case (.minuses, UInt8(ascii: ">")) where startsLine, (.lessBangDash, UInt8(ascii: "-")):
      lexeme = .lineComment
      return true
    case (.less, UInt8(ascii: "!")):
      lexeme = .lessBang
      return true
    case (.lessBang, UInt8(ascii: "-")):
      lexeme = .lessBangDash
      return true
    case (.slash, UInt8(ascii: "/")):
      lexeme = .lineComment
      return true
    case (.slash, UInt8(ascii: "*")):
      lexeme = .blockComment
      return true
    case (.slash, _) where expects == .operand:
      endToken(expecting: .operand)
      lexeme = .regexp
      try advance(over: scalar)
      return true
    default:
      try finishToken()
      return false
    }
  }

  /// Draws the conclusion from a token that nothing more can continue.
  mutating func finishToken() throws(EscapeRefusalReason) {
    switch lexeme {
    case .word:
      expects = ScriptKeyword.expectation(after: word)
      // `(` asks whether it belongs to `if` and its like.
      if !ScriptKeyword.takesParentheses(word) { word = PackedName() }
      lexeme = .space
      startsLine = false
    case .dot, .minuses, .member: endToken(expecting: expects)
    case .plus, .minus, .less, .lessBang, .lessBangDash: endToken(expecting: .operand)
    case .slash:
      if expects == .either { throw .ambiguousSlash }
      endToken(expecting: .operand)
    case .space, .lineComment, .blockComment, .blockCommentStar, .doubleQuoted,
      .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape, .template, .templateEscape,
      .templateDollar, .regexp, .regexpEscape, .regexpClass, .regexpClassEscape:
      break
    }
  }

  /// Begins a token where none is open.
  mutating func beginToken(
    with scalar: UInt32, isBreak: Bool
  ) throws(EscapeRefusalReason) {
    guard !Self.isSpace(scalar) else {
      if isBreak { startsLine = true }
      return
    }
    switch UInt8(exactly: scalar) ?? 0xFF {
    case UInt8(ascii: "/"): lexeme = .slash
    case UInt8(ascii: "-"): lexeme = .minus
    case UInt8(ascii: "+"): lexeme = .plus
    case UInt8(ascii: "<"): lexeme = .less
    case UInt8(ascii: "."): lexeme = .dot
    case UInt8(ascii: "\""): lexeme = .doubleQuoted
    case UInt8(ascii: "'"): lexeme = .singleQuoted
    case UInt8(ascii: "`"): try beginTemplate()
    case UInt8(ascii: "("), UInt8(ascii: ")"): advanceOverParenthesis(scalar)
    case UInt8(ascii: "{"), UInt8(ascii: "}"): try advanceOverBrace(scalar)
    case UInt8(ascii: "]"): endToken(expecting: .operation)
    case let byte where Self.isWordPart(scalar):
      endToken(expecting: expects)
      lexeme = .word
      word.append(byte)
    default: endToken(expecting: .operand)
    }
  }

  private mutating func beginTemplate() throws(EscapeRefusalReason) {
    guard templateDepth < 4 else { throw .nestingTooDeep }
    templateDepth += 1
    lexeme = .template
  }

  private mutating func advanceOverParenthesis(_ scalar: UInt32) {
    if scalar == UInt32(UInt8(ascii: "(")) {
      parentheses = parentheses << 1 | (ScriptKeyword.takesParentheses(word) ? 1 : 0)
      endToken(expecting: .operand)
    } else {
      let belongsToKeyword = parentheses & 1 != 0
      parentheses >>= 1
      endToken(expecting: belongsToKeyword ? .operand : .operation)
    }
  }

  private mutating func advanceOverBrace(_ scalar: UInt32) throws(EscapeRefusalReason) {
    endToken(expecting: .operand)
    guard templateDepth > 0 else { return }
    if scalar == UInt32(UInt8(ascii: "{")) {
      guard braces & 0xFF < 0xFF else { throw .nestingTooDeep }
      braces += 1
    } else if braces & 0xFF > 0 {
      braces -= 1
    } else {
      braces >>= 8
      lexeme = .template
    }
  }
}
