extension Parser {
  mutating func parseMacro(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let name = try parseAssignable("'macro'")
    let parameters = try parseParameters(of: "macro")
    try endTag("macro")
    let outer = (sawCaller, sawExtraArguments)
    (sawCaller, sawExtraArguments) = (false, false)
    let body = parseRest(of: "macro", span, name: name)
    let macro = Statement.Macro(
      name: name, parameters: parameters, body: body, usesCaller: sawCaller,
      usesExtraArguments: sawExtraArguments)
    (sawCaller, sawExtraArguments) = outer
    return .macro(macro)
  }

  mutating func parseParameters(
    of tag: String
  ) throws(ParseFailure) -> [Statement.Parameter] {
    try expect(.leftParenthesis, "'\(tag)'")
    var parameters: [Statement.Parameter] = []
    while !take(.rightParenthesis) {
      if !parameters.isEmpty {
        guard take(.comma) else { throw unexpected("parameters need ')' or ','") }
        if take(.rightParenthesis) { break }
      }
      try requireRoom(after: parameters.count, "a macro", "parameters")
      parameters.append(try parseParameter(after: parameters))
    }
    return parameters
  }

  mutating func parseParameter(
    after earlier: [Statement.Parameter]
  ) throws(ParseFailure) -> Statement.Parameter {
    let name = try parseAssignable("a parameter")
    if earlier.contains(where: { $0.name.text == name.text }) {
      throw ParseFailure(message: "a second parameter is named '\(name.text)'", span: name.span)
    }
    let type: TypeExpression? = take(.colon) ? try parseType() : nil
    let fallback: Expression? = take(.assign) ? try parseExpression() : nil
    if fallback == nil, earlier.last?.fallback != nil {
      throw ParseFailure(
        message: "parameters with a default come last, '\(name.text)' has none", span: name.span)
    }
    return Statement.Parameter(name: name, type: type, fallback: fallback)
  }

  mutating func parseType() throws(ParseFailure) -> TypeExpression {
    expressionDepth += 1
    defer { expressionDepth -= 1 }
    if !mayNest(expressionDepth, levels: SyntaxLimits.expressionDepth) {
      throw unexpected("a type nests too deep")
    }
    let name = try parseIdentifier("':'", allowsWords: false)
    var arguments: [TypeExpression] = []
    if take(.leftBracket) {
      repeat { arguments.append(try parseType()) } while take(.comma)
      try expect(.rightBracket, "'['")
    }
    return TypeExpression(name: name, arguments: arguments)
  }

  mutating func parseCallBlock(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let parameters =
      current.kind == .leftParenthesis ? try parseParameters(of: "call") : []
    let callee = try parseUnary(withFilters: false)
    guard case .call = callee.kind else {
      throw ParseFailure(message: "'call' needs the call of a macro", span: callee.span)
    }
    try endTag("call")
    let body = parseRest(of: "call", span)
    return .call(Statement.CallBlock(parameters: parameters, callee: callee, body: body))
  }

  mutating func parseFilterBlock(
    _ span: Range<Int>
  ) throws(ParseFailure) -> Statement.Kind {
    var filters = [try parseFilterUse()]
    while take(.pipe) { filters.append(try parseFilterUse()) }
    try endTag("filter")
    return .filter(filters, body: parseRest(of: "filter", span))
  }
}
