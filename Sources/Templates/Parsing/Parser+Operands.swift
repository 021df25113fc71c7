extension Parser {
  mutating func parsePrimary() throws(ParseFailure) -> Expression {
    let token = current
    switch token.kind {
    case .name: return try parseName()
    case .integer: return try parseInteger()
    case .float:
      advance()
      let digits = text(of: token).filter { $0 != "_" }
      return Expression(.float(Double(digits) ?? 0), span: token.span)
    case .string: return parseStrings()
    case .leftParenthesis: return try parseParentheses()
    case .leftBracket:
      advance()
      let parts = try parseList(until: .rightBracket, "'['")
      return try checked(.list(parts), from: token.span.lowerBound)
    case .leftBrace: return try parseMap()
    default: throw unexpected("an expression needs a value here")
    }
  }

  private mutating func parseName() throws(ParseFailure) -> Expression {
    let token = current
    let name = text(of: token)
    if Self.operatorWords.contains(name) { throw unexpected("an expression needs a value here") }
    advance()
    switch name {
    case "true", "True": return Expression(.bool(true), span: token.span)
    case "false", "False": return Expression(.bool(false), span: token.span)
    case "none", "None": return Expression(.none, span: token.span)
    case "caller": sawCaller = true
    case "varargs", "kwargs": sawExtraArguments = true
    default: break
    }
    return Expression(.name(name), span: token.span)
  }

  private mutating func parseInteger() throws(ParseFailure) -> Expression {
    let token = current
    advance()
    let digits = text(of: token).lowercased().filter { $0 != "_" }
    if digits.first == "0", digits.contains(where: { ("1"..."9").contains($0) }),
      digits.utf8.allSatisfy(Lexer.isDigit)
    {
      throw ParseFailure(message: "a whole number does not begin with '0'", span: token.span)
    }
    let number: Int?
    switch digits.prefix(2) {
    case "0x": number = Int(digits.dropFirst(2), radix: 16)
    case "0o": number = Int(digits.dropFirst(2), radix: 8)
    case "0b": number = Int(digits.dropFirst(2), radix: 2)
    default: number = Int(digits)
    }
    guard let number else {
      throw ParseFailure(
        message: "'\(digits.prefix(40))' is no whole number between -2^63 and 2^63 - 1",
        span: token.span)
    }
    return Expression(.int(number), span: token.span)
  }

  /// A string, with those that follow it directly.
  private mutating func parseStrings() -> Expression {
    let start = current.span.lowerBound
    var text = ""
    while current.kind == .string {
      text += StringLiteral.decoded(source.bytes[current.span])
      advance()
    }
    return Expression(.string(text), span: start..<previousEnd)
  }

  private mutating func parseParentheses() throws(ParseFailure) -> Expression {
    let start = current.span.lowerBound
    advance()
    if take(.rightParenthesis) { return Expression(.tuple([]), span: start..<previousEnd) }
    let inner = try parseTuple()
    try expect(.rightParenthesis, "'('")
    if case .tuple = inner.kind { return Expression(inner.kind, span: start..<previousEnd) }
    return inner
  }

  private mutating func parseList(
    until end: Token.Kind, _ opening: String
  ) throws(ParseFailure) -> [Expression] {
    var parts: [Expression] = []
    while !take(end) {
      if !parts.isEmpty {
        guard take(.comma) else { throw unexpected("\(opening) needs \(end.description) or ','") }
        if take(end) { break }
      }
      parts.append(try parseExpression())
    }
    return parts
  }

  private mutating func parseMap() throws(ParseFailure) -> Expression {
    let start = current.span.lowerBound
    advance()
    var entries: [Expression.MapEntry] = []
    while !take(.rightBrace) {
      if !entries.isEmpty {
        guard take(.comma) else { throw unexpected("'{' needs '}' or ','") }
        if take(.rightBrace) { break }
      }
      try requireRoom(after: entries.count, "a map", "pairs")
      let key = try parseExpression()
      try expect(.colon, "a key of a map")
      entries.append(Expression.MapEntry(key: key, value: try parseExpression()))
    }
    return try checked(.map(entries), from: start)
  }
}

// MARK: - What follows an operand

extension Parser {
  mutating func parsePostfix(_ operand: Expression) throws(ParseFailure) -> Expression {
    var operand = operand
    while true {
      let start = operand.span.lowerBound
      switch current.kind {
      case .dot, .optionalDot: operand = try parseMember(of: operand)
      case .leftBracket: operand = try parseSubscript(of: operand)
      case .leftParenthesis:
        let arguments = try parseArguments()
        operand = try checked(.call(operand, arguments), from: start)
      default: return operand
      }
    }
  }

  private mutating func parseMember(of operand: Expression) throws(ParseFailure) -> Expression {
    let start = operand.span.lowerBound
    let isOptional = current.kind == .optionalDot
    advance()
    let token = current
    if token.kind == .integer, let number = Int(text(of: token)) {
      advance()
      return try checked(
        .index(operand, Expression(.int(number), span: token.span)), from: start)
    }
    let name = try parseIdentifier("'.'", allowsWords: true)
    return try checked(.attribute(operand, name, isOptional: isOptional), from: start)
  }

  private mutating func parseSubscript(of operand: Expression) throws(ParseFailure) -> Expression {
    advance()
    let start = operand.span.lowerBound
    let first: Expression? = current.kind == .colon ? nil : try parseTuple()
    guard take(.colon) else {
      guard let first else { throw unexpected("'[' needs an index") }
      try expect(.rightBracket, "'['")
      return try checked(.index(operand, first), from: start)
    }
    let ends: Set<Token.Kind> = [.colon, .rightBracket]
    let stop: Expression? = ends.contains(current.kind) ? nil : try parseExpression()
    var step: Expression?
    if take(.colon), current.kind != .rightBracket { step = try parseExpression() }
    try expect(.rightBracket, "'['")
    return try checked(.slice(operand, start: first, stop: stop, step: step), from: start)
  }

  mutating func parseFiltersAndTests(_ operand: Expression) throws(ParseFailure) -> Expression {
    var operand = operand
    while true {
      let start = operand.span.lowerBound
      if take(.pipe) {
        let use = try parseFilterUse()
        operand = try checked(.filter(operand, use.name, use.arguments), from: start)
      } else if isName("is") {
        operand = try parseTest(operand)
      } else if current.kind == .leftParenthesis {
        let arguments = try parseArguments()
        operand = try checked(.call(operand, arguments), from: start)
      } else {
        return operand
      }
    }
  }

  /// A filter's name and arguments, after the `|`.
  mutating func parseFilterUse() throws(ParseFailure) -> Statement.FilterUse {
    let name = try parseIdentifier("'|'", allowsWords: false)
    let arguments = current.kind == .leftParenthesis ? try parseArguments() : Arguments()
    return Statement.FilterUse(name: name, arguments: arguments)
  }

  private mutating func parseTest(_ operand: Expression) throws(ParseFailure) -> Expression {
    let start = operand.span.lowerBound
    advance()
    let isNegated = takeName("not")
    let name = try parseIdentifier("'is'", allowsWords: true)
    var arguments = Arguments()
    if current.kind == .leftParenthesis {
      arguments = try parseArguments()
    } else if startsTestArgument {
      arguments.positional = [try parsePostfix(parsePrimary())]
    }
    return try checked(.test(operand, name, arguments, isNegated: isNegated), from: start)
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .name: !Self.operatorWords.contains(text(of: current))
    case .integer, .float, .string, .leftBracket, .leftBrace: true
    default: false
    }
  }

  mutating func parseArguments() throws(ParseFailure) -> Arguments {
    advance()
    var arguments = Arguments()
    var isFirst = true
    while !take(.rightParenthesis) {
      if !isFirst {
        guard take(.comma) else { throw unexpected("'(' needs ')' or ','") }
        if take(.rightParenthesis) { break }
      }
      isFirst = false
      try requireRoom(after: arguments.named.count, "a call", "arguments with names")
      if current.kind == .name, next.kind == .assign {
        let name = try parseIdentifier("an argument", allowsWords: false)
        advance()
        arguments.named.append(Arguments.Named(name: name, value: try parseExpression()))
      } else {
        if !arguments.named.isEmpty {
          throw unexpected("arguments without a name stand before those with one")
        }
        arguments.positional.append(try parseExpression())
      }
    }
    return arguments
  }

  /// Refuses to read more than a limited number of things whose names are compared.
  func requireRoom(after count: Int, _ owner: String, _ parts: String) throws(ParseFailure) {
    if count >= SyntaxLimits.names {
      throw ParseFailure(
        message: "\(owner) has at most \(SyntaxLimits.names) \(parts)", span: current.span)
    }
  }

  /// A name; `allowsWords` lets words such as `in` and `not` be names too, as after a dot.
  mutating func parseIdentifier(
    _ purpose: String, allowsWords: Bool
  ) throws(ParseFailure) -> Identifier {
    let token = current
    guard token.kind == .name else { throw unexpected("\(purpose) needs a name") }
    let name = text(of: token)
    if !allowsWords, Self.operatorWords.contains(name) {
      throw unexpected("\(purpose) needs a name")
    }
    advance()
    return Identifier(text: name, span: token.span)
  }
}
