extension EmbeddedContext {
  /// Returns the state after branches that end here and in `other`, or `nil` if they cannot meet.
  func united(with other: EmbeddedContext) -> EmbeddedContext? {
    switch (self, other) {
    case _ where self == other: self
    case (.script(let first), .script(let second)): first.united(with: second).map { .script($0) }
    case (.style(let first), .style(let second)): first.united(with: second).map { .style($0) }
    case (.url(let first), .url(let second)): .url(first.united(with: second))
    case (.sourceSet(let first), .sourceSet(let second)): .sourceSet(first.united(with: second))
    case (.refresh(let first), .refresh(let second)): .refresh(first.united(with: second))
    // Behind `url=` on one branch only, the rest is taken for a URL on both.
    case (.refresh, .url(let url)), (.url(let url), .refresh):
      .url(url.united(with: URLContext(part: .open, allowsImages: false)))
    case (.none, _), (.script, _), (.style, _), (.url, _), (.sourceSet, _), (.refresh, _),
      (.document, _):
      nil
    }
  }
}

extension ScriptContext {
  fileprivate func united(with other: ScriptContext) -> ScriptContext? {
    guard templateDepth == other.templateDepth, braces == other.braces else { return nil }
    var (first, second) = (self, other)
    if first.lexeme != second.lexeme || first.word != second.word {
      // What cannot be told without its branch is refused, as `/` before a joint.
      guard first.lexeme.isCode, second.lexeme.isCode else { return nil }
      do {
        try first.finishToken()
        try second.finishToken()
      } catch { return nil }
    }
    if first.expects != second.expects { first.expects = .either }
    if first.parentheses != second.parentheses { first.parentheses = 0 }
    if first.word != second.word { first.word = PackedName() }
    first.startsLine = first.startsLine || second.startsLine
    return first
  }
}

extension ScriptContext.Lexeme {
  /// Whether this is outside strings, comments and regular expressions.
  fileprivate var isCode: Bool {
    switch self {
    case .space, .word, .dot, .member, .plus, .minus, .minuses, .less, .lessBang, .lessBangDash:
      true
    case .slash, .lineComment, .blockComment, .blockCommentStar, .doubleQuoted,
      .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape, .template, .templateEscape,
      .templateDollar, .regexp, .regexpEscape, .regexpClass, .regexpClassEscape:
      false
    }
  }
}

extension StyleContext {
  fileprivate func united(with other: StyleContext) -> StyleContext? {
    guard blocks == other.blocks, depth == other.depth else { return nil }
    var joined = self
    if lexeme != other.lexeme || word != other.word {
      guard isBetweenTokens, other.isBetweenTokens else { return nil }
      joined.word = PackedName()
      joined.lexeme = .space
    }
    if position != other.position {
      let positions = [Position.property, .value, .propertyOrValue]
      guard positions.contains(position), positions.contains(other.position) else { return nil }
      joined.position = .propertyOrValue
    }
    if position == .condition, conditionHoldsRules != other.conditionHoldsRules { return nil }
    joined.conditionHoldsRules = conditionHoldsRules && other.conditionHoldsRules
    joined.isInImageFunction = isInImageFunction || other.isInImageFunction
    joined.url = url.united(with: other.url)
    return joined
  }

  private var isBetweenTokens: Bool { lexeme == .space || lexeme == .word }
}

extension URLContext {
  fileprivate func united(with other: URLContext) -> URLContext {
    if self == other { return self }
    var joined = self
    joined.name = PackedName()
    switch (part, other.part) {
    case (.code, _), (_, .code), (.mediaType, _), (_, .mediaType): joined.part = .code
    case (.query, .query): joined.part = .query
    case (.query, _), (_, .query), (.ambiguous, _), (_, .ambiguous): joined.part = .ambiguous
    case (.path, .path): joined.part = .path
    case (.start, _), (.scheme, _), (.open, _), (.path, _): joined.part = .open
    }
    return joined
  }
}

extension RefreshContext {
  fileprivate func united(with other: RefreshContext) -> RefreshContext {
    self == other ? self : .open
  }
}
