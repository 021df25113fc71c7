/// Moves a context over the static text of a template, which stays as it is.
public enum ContextScanner {
  /// Returns the context after `bytes`, which may begin and end anywhere, also within a character.
  ///
  /// Takes time in proportion to the bytes. Scanning a text whole or in pieces gives the same.
  public static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: EscapeContext
  ) throws(EscapeRefusal) -> EscapeContext {
    var context = start
    for (offset, byte) in bytes.enumerated() {
      do {
        try context.advance(over: byte)
      } catch {
        throw EscapeRefusal(reason: error, offset: offset)
      }
    }
    return context
  }
}

extension EscapeContext {
  /// Moves over one byte of static text.
  mutating func advance(over byte: UInt8) throws(EscapeRefusalReason) {
    switch position {
    case .text:
      if byte == UInt8(ascii: "<") { position = .tagOpen }
    case .elementText:
      try advanceInElementText(over: byte)
    case .attributeValue:
      try advanceInValue(over: byte)
    case .tagOpen, .endTagOpen, .tagName, .endTagName:
      advanceInTagName(over: byte)
    case .beforeAttribute, .attributeName, .afterAttributeName, .endOfAttributeName, .beforeValue,
      .afterValue, .afterSlash, .endOfName:
      try advanceInTag(over: byte)
    case .declarationOpen, .declarationDash, .sectionName, .declaration, .instruction,
      .instructionQuestion:
      advanceInDeclaration(over: byte)
    case .commentStart, .commentStartDash, .comment, .commentDash, .commentDashes, .commentBang:
      advanceInComment(over: byte)
    case .section, .sectionBracket, .sectionBrackets:
      advanceInSection(over: byte)
    }
  }
}
