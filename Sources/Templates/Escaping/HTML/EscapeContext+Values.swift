extension EscapeContext {
  /// Begins an attribute's value with the byte behind `=`.
  mutating func beginValue(with byte: UInt8) throws(EscapeRefusalReason) {
    position = .attributeValue
    content = EmbeddedContext(for: attribute)
    switch byte {
    case UInt8(ascii: "\""): delimiter = .doubleQuote
    case UInt8(ascii: "'"): delimiter = .singleQuote
    default:
      delimiter = .unquoted
      try advanceInValue(over: byte)
    }
  }

  /// Moves over a byte of an attribute's value, or out of it.
  mutating func advanceInValue(over byte: UInt8) throws(EscapeRefusalReason) {
    switch delimiter {
    case .doubleQuote where byte == UInt8(ascii: "\""),
      .singleQuote where byte == UInt8(ascii: "'"):
      resolveScriptType()
      leaveName(at: byte)
      position = .afterValue
    case .unquoted where byte.isHTMLSpace || byte == UInt8(ascii: ">"):
      resolveScriptType()
      leaveName(at: byte)
    case .doubleQuote, .singleQuote, .unquoted:
      if attribute == .scriptType {
        name.appendScriptType(byte)
      } else if content != .none {
        try decode(byte, withReferences: true)
      }
    }
  }

  /// Moves over a byte of an element's text that is no markup, or out of it.
  mutating func advanceInElementText(over byte: UInt8) throws(EscapeRefusalReason) {
    if try closing.advance(over: byte, in: element) {
      let after = byte
      self = outermost
      leaveName(at: after)
    } else if content != .none {
      try decode(byte, withReferences: false)
    }
  }

  private mutating func resolveScriptType() {
    guard attribute == .scriptType else { return }
    element = name.isScriptType ? .script : .inertScript
  }

  /// Hands the character that `byte` ends, if any, to the embedded language.
  private mutating func decode(
    _ byte: UInt8, withReferences: Bool
  ) throws(EscapeRefusalReason) {
    while true {
      switch pending.advance(over: byte, withReferences: withReferences) {
      case .incomplete: return
      case .scalar(let scalar):
        try content.advance(over: scalar)
        return
      case .scalarBefore(let scalar):
        try content.advance(over: scalar)
      case .textBefore(let text, let length):
        try content.advance(over: UInt32(UInt8(ascii: "&")))
        for index in 0..<length { try content.advance(over: UInt32(text.utf8Start[index])) }
      }
    }
  }
}
