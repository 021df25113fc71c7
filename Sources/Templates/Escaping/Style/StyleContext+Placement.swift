extension StyleContext {
  /// Moves over a value and returns how it is written.
  mutating func place(
    _ kind: ValueKind?, in slot: StyleSlot
  ) throws(EscapeRefusalReason) -> OutputEscaper {
    switch lexeme {
    case .comment, .commentStar: throw .valueInStyleComment
    case .wordEscape, .doubleQuotedEscape, .singleQuotedEscape, .urlEscape,
      .doubleQuotedURLEscape, .singleQuotedURLEscape:
      throw .valueAfterBackslash
    case _ where position == .condition && kind != .style: throw .valueInStyleCondition
    case .doubleQuoted, .singleQuoted: return .styleString
    case .urlStart, .url, .doubleQuotedURL, .singleQuotedURL:
      if lexeme == .urlStart { lexeme = .url }
      return .styleURL(try url.place())
    case .space, .word, .atWord, .slash, .urlEnd:
      try placeToken(kind)
      return .styleValue(slot)
    }
  }

  private mutating func placeToken(_ kind: ValueKind?) throws(EscapeRefusalReason) {
    switch position {
    case .value: break
    case .selector where kind == .style, .property where kind == .style,
      .propertyOrValue where kind == .style, .condition where kind == .style:
      break
    case .selector: throw .valueInStyleSelector
    case .condition: throw .valueInStyleCondition
    case .property, .propertyOrValue: throw .valueInStyleProperty
    }
    word = PackedName()
    lexeme = .space
  }
}
