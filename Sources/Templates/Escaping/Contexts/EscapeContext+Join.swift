extension EscapeContext {
  /// Returns the context after branches of which one ends here and another in `other`.
  ///
  /// For a loop, join the context before its body with the one after it, and scan the body again
  /// from the result until it does not change; that takes at most a few rounds. The refusal's
  /// offset is 0.
  public func join(_ other: EscapeContext) throws(EscapeRefusal) -> EscapeContext {
    if self == other { return self }
    guard let joined = united(with: other) else {
      throw EscapeRefusal(
        reason: .branchesDiffer(first: place, second: other.place), offset: 0)
    }
    return joined
  }

  /// Refuses the end of a file within a tag, an attribute, a script, a style or a comment.
  public func checkEnd() throws(EscapeRefusal) {
    switch position {
    case .text, .tagOpen: return
    case .elementText where element == .plaintext: return
    default: throw EscapeRefusal(reason: .unfinished(place), offset: 0)
    }
  }

  private func united(with other: EscapeContext) -> EscapeContext? {
    guard syntax == other.syntax else { return nil }
    switch (position, other.position) {
    case (.attributeValue, .attributeValue): return unitedInValue(with: other)
    case (.elementText, .elementText): return unitedInElementText(with: other)
    case (.comment, .commentStart), (.commentStart, .comment):
      var joined = self
      joined.position = .comment
      return joined
    default: return unitedInTag(with: other)
    }
  }

  private func unitedInValue(with other: EscapeContext) -> EscapeContext? {
    guard element == other.element, attribute == other.attribute, delimiter == other.delimiter,
      pending == other.pending, let content = content.united(with: other.content)
    else { return nil }
    var joined = self
    joined.content = content
    if name != other.name {
      // Only a script's type has a name here: it may be one that runs.
      joined.name = .ambiguous
      joined.name.insert(.mentionsScript)
    }
    return joined
  }

  private func unitedInElementText(with other: EscapeContext) -> EscapeContext? {
    guard element == other.element, closing.cover == other.closing.cover,
      pending == other.pending, let content = content.united(with: other.content)
    else { return nil }
    var joined = self
    joined.content = content
    if closing != other.closing {
      guard closing.isSettled, other.closing.isSettled else { return nil }
      joined.closing.part = .none
      joined.closing.length = 0
    }
    return joined
  }

  /// In a tag, branches may end at different places as long as a name ends with them.
  private func unitedInTag(with other: EscapeContext) -> EscapeContext? {
    guard isInTag, other.isInTag else { return nil }
    if position == .tagName, other.position == .tagName { return unitedInTagName(with: other) }
    var (first, second) = (self, other)
    let endsNames = [MarkupPosition.attributeName, .endOfAttributeName]
    if element == other.element, endsNames.contains(position), endsNames.contains(other.position),
      namedAttribute == other.namedAttribute
    {
      // Either name says the same; a fixed choice keeps equal contexts equal.
      first.name = min(name, other.name)
      first.position = .endOfAttributeName
      return first
    }
    first.resolveElement()
    second.resolveElement()
    guard first.element == second.element else { return nil }
    let isBehindSpace = position.isBehindSpace && other.position.isBehindSpace
    first.position = isBehindSpace ? .beforeAttribute : .endOfName
    return first
  }

  /// Different tag names may be joined if neither can become one that matters.
  private func unitedInTagName(with other: EscapeContext) -> EscapeContext? {
    guard !ElementKind.couldBegin(with: name), !ElementKind.couldBegin(with: other.name) else {
      return nil
    }
    var joined = self
    joined.name = .ambiguous
    return joined
  }

  private var isInTag: Bool {
    switch position {
    case .tagName, .endTagName, .beforeAttribute, .attributeName, .afterAttributeName,
      .endOfAttributeName, .afterValue, .afterSlash, .endOfName:
      true
    case .text, .elementText, .tagOpen, .endTagOpen, .beforeValue, .attributeValue,
      .declarationOpen, .declarationDash, .sectionName, .declaration, .instruction,
      .instructionQuestion, .commentStart, .commentStartDash, .comment, .commentDash,
      .commentDashes, .commentBang, .section, .sectionBracket, .sectionBrackets:
      false
    }
  }
}

extension MarkupPosition {
  fileprivate var isBehindSpace: Bool { self == .beforeAttribute || self == .afterAttributeName }
}

extension ClosingTagProgress {
  /// Whether what has been seen cannot be part of a tag.
  fileprivate var isSettled: Bool { part == .none || part == .dashes }
}
