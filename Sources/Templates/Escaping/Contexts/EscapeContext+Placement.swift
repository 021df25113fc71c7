extension EscapeContext {
  /// Says how a value is written here, or why it cannot stand here.
  ///
  /// Pass the kind of the value where its type tells it, and `nil` otherwise: attributes with their
  /// names and whole style declarations can only stand in places of their own. The refusal's offset
  /// is 0.
  public func placement(of kind: ValueKind? = nil) throws(EscapeRefusal) -> OutputPlacement {
    var after = self
    do {
      let escaper = try after.place(kind)
      return OutputPlacement(escaper: escaper, after: after)
    } catch {
      throw EscapeRefusal(reason: error, offset: 0)
    }
  }

  /// The context behind a value that was refused, as if a letter stood there, so that the rest of
  /// the template can still be checked.
  public var behindRefusedValue: EscapeContext {
    var after = self
    do {
      try after.advance(over: UInt8(ascii: "x"))
      return after
    } catch {
      return self
    }
  }

  /// Moves over a value and returns how it is written.
  private mutating func place(_ kind: ValueKind?) throws(EscapeRefusalReason) -> OutputEscaper {
    switch position {
    case .text: return .text
    case .tagOpen: throw .valueAfterLessThan
    case .endTagOpen, .endTagName: throw .valueAsTagName
    case .tagName, .beforeAttribute, .afterAttributeName, .afterValue, .afterSlash, .endOfName,
      .attributeName, .endOfAttributeName:
      return try placeInTag(kind)
    case .beforeValue: throw .valueUnquoted
    case .attributeValue: return try placeInAttribute(kind)
    case .elementText: return try placeInElementText(kind)
    case .declarationOpen, .declarationDash, .sectionName, .declaration, .instruction,
      .instructionQuestion:
      throw .valueInDeclaration
    case .commentStart, .commentStartDash, .comment, .commentDash, .commentDashes, .commentBang:
      return .dropped
    case .section, .sectionBracket, .sectionBrackets:
      position = .section
      return .characterSection
    }
  }

  private mutating func placeInTag(_ kind: ValueKind?) throws(EscapeRefusalReason) -> OutputEscaper
  {
    guard kind == .attributes, position != .attributeName, position != .endOfAttributeName else {
      throw position == .tagName ? .valueAsTagName : .valueAsAttributeName
    }
    if position == .tagName { resolveElement() }
    position = .endOfName
    return .attributeList
  }

  private mutating func placeInAttribute(
    _ kind: ValueKind?
  ) throws(EscapeRefusalReason) -> OutputEscaper {
    guard delimiter != .unquoted else { throw .valueUnquoted }
    if attribute == .scriptType {
      // Whatever the type turns out to be, it is treated as one that runs.
      name.insert(.mentionsScript)
      return .attribute
    }
    if attribute == .animationValues, kind != .literal { throw .valueInAnimation }
    try endReference()
    switch content {
    case .none: return .attribute
    case .script(var context):
      let escaper = try context.place(inAttribute: true)
      content = .script(context)
      return escaper
    case .style(var context):
      let escaper = try context.place(kind, in: .attribute)
      content = .style(context)
      return escaper
    case .url(var context):
      let slot = try context.place()
      content = .url(context)
      return .url(slot)
    case .sourceSet(var context):
      let escaper = try context.placeInSourceSet()
      content = .sourceSet(context)
      return escaper
    case .refresh(var context):
      let escaper = context.place()
      content = .refresh(context)
      return escaper
    case .document(let context):
      return try context.place()
    }
  }

  private mutating func placeInElementText(
    _ kind: ValueKind?
  ) throws(EscapeRefusalReason) -> OutputEscaper {
    let isBehindLessThan = closing.part != .none && closing.part != .dashes
    pending = .none
    switch content {
    case .script(var context):
      // A bare value comes after a space, so it cannot complete a tag that `<` begins.
      guard !isBehindLessThan || context.lexeme == .less else { throw .valueAfterLessThan }
      closing.part = .none
      let escaper = try context.place(inAttribute: false)
      content = .script(context)
      return escaper
    case .style(var context):
      guard !isBehindLessThan else { throw .valueAfterLessThan }
      let escaper = try context.place(kind, in: .element)
      content = .style(context)
      return escaper
    case .none, .url, .sourceSet, .refresh, .document:
      guard !isBehindLessThan else { throw .valueAfterLessThan }
      return .characters
    }
  }

  /// Ends a character reference at a value.
  ///
  /// A lone `&` may stay one where the value cannot complete a reference that does harm.
  private mutating func endReference() throws(EscapeRefusalReason) {
    switch (pending, content) {
    case (.none, _), (.sequence, _): pending = .none
    case (.ampersand, .url(var context)):
      try context.advance(over: UInt32(UInt8(ascii: "&")))
      content = .url(context)
      pending = .none
    case (.ampersand, .script(var context)) where !context.isInString:
      try context.advance(over: UInt32(UInt8(ascii: "&")))
      content = .script(context)
      pending = .none
    case (.ampersand, _), (.named, _), (.number, _), (.hexadecimal, _), (.decimalDigits, _),
      (.hexadecimalDigits, _):
      throw .valueInCharacterReference
    }
  }
}
