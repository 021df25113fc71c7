extension ScriptContext {
  /// Moves over a value and returns how it is written.
  mutating func place(inAttribute: Bool) throws(EscapeRefusalReason) -> OutputEscaper {
    guard templateDepth == 0 else { throw .valueInTemplateLiteral }
    switch lexeme {
    case .doubleQuoted, .singleQuoted: return .scriptString
    case .doubleQuotedEscape, .singleQuotedEscape: throw .valueAfterBackslash
    case .template, .templateEscape, .templateDollar: throw .valueInTemplateLiteral
    case .lineComment, .blockComment, .blockCommentStar: throw .valueInScriptComment
    case .regexp, .regexpEscape, .regexpClass, .regexpClassEscape: throw .valueInRegularExpression
    case .member: throw .valueInScriptName
    case .dot where expects != .operand: throw .valueInScriptName
    case .word where !ScriptKeyword.isOperator(word): throw .valueInScriptName
    case .slash where expects == .operand: throw .valueInRegularExpression
    case .slash where expects == .either: throw .ambiguousSlash
    case .space, .dot, .plus: return placeExpression(inAttribute ? .attribute : .element)
    case .word, .minus, .minuses, .less, .lessBang, .lessBangDash, .slash:
      return placeExpression(inAttribute ? .attributeSpaced : .elementSpaced)
    }
  }

  /// Whether this is between the quotes of a string.
  var isInString: Bool {
    switch lexeme {
    case .doubleQuoted, .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape: true
    case .space, .word, .dot, .member, .plus, .minus, .minuses, .less, .lessBang, .lessBangDash,
      .slash, .lineComment, .blockComment, .blockCommentStar, .template, .templateEscape,
      .templateDollar, .regexp, .regexpEscape, .regexpClass, .regexpClassEscape:
      false
    }
  }

  private mutating func placeExpression(_ slot: ScriptSlot) -> OutputEscaper {
    endToken(expecting: .operation)
    return .scriptValue(slot)
  }
}
