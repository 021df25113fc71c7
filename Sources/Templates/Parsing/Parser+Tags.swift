import Diagnostics

extension Parser {
  /// Parses a tag with its body, or reports why it cannot and skips it.
  mutating func parseTag() -> Statement? {
    let start = current.span.lowerBound
    advance()
    guard current.kind == .name else {
      reportUnlessAtEnd(unexpected("'{%' needs the name of a statement"))
      skipTag()
      return nil
    }
    let keyword = Identifier(text: text(of: current), span: current.span)
    if !mayNest(statementDepth + 1, levels: SyntaxLimits.statementDepth) {
      report(
        "statements nest at most \(SyntaxLimits.statementDepth) levels deep", at: keyword.span)
      skipTag()
      return nil
    }
    advance()
    let before = open.count
    do throws(ParseFailure) {
      guard let kind = try parseStatement(keyword, from: start) else { return nil }
      return Statement(kind: kind, span: start..<keyword.span.upperBound)
    } catch {
      reportUnlessAtEnd(error)
      precondition(open.count == before, "a failing tag leaves no block open")
      skipTag()
      skipBody(of: keyword)
      return nil
    }
  }

  /// Parses and drops the body of a block tag whose head was wrong, so that its end tag fits.
  private mutating func skipBody(of keyword: Identifier) {
    let closers: [String]
    switch keyword.text {
    case "if": closers = ["elif", "else", "endif"]
    case "for": closers = ["else", "endfor"]
    case "with", "block", "macro", "call", "filter", "autoescape":
      closers = ["end\(keyword.text)"]
    default: return
    }
    while let closer = parseBlockBody(of: keyword.text, at: keyword.span, until: closers).closer {
      skipTag()
      if closer == closers.last { return }
    }
  }

  mutating func parseStatement(
    _ keyword: Identifier, from start: Int
  ) throws(ParseFailure) -> Statement.Kind? {
    let span = start..<keyword.span.upperBound
    switch keyword.text {
    case "if": return try parseIf(span)
    case "for": return try parseFor(span)
    case "set": return try parseSet(span)
    case "with": return try parseWith(span)
    case "block": return try parseBlock(span)
    case "extends":
      let name = try parseExpression()
      try endTag("extends")
      return .extends(name)
    case "include": return try parseInclude()
    case "import": return try parseImport()
    case "from": return try parseFrom()
    case "macro": return try parseMacro(span)
    case "call": return try parseCallBlock(span)
    case "filter": return try parseFilterBlock(span)
    case "autoescape":
      let isOn = try parseExpression()
      try endTag("autoescape")
      return .autoescape(isOn, body: parseRest(of: "autoescape", span))
    case "break":
      try endTag("break")
      return .breakLoop
    case "continue":
      try endTag("continue")
      return .continueLoop
    default:
      let hint = NearestName.hint(keyword.text, among: Self.keywords)
      throw ParseFailure(message: "unknown statement '\(keyword.text)'\(hint)", span: keyword.span)
    }
  }

  static let keywords = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "block",
    "endblock", "extends", "include", "import", "from", "macro", "endmacro", "call", "endcall",
    "filter", "endfilter", "raw", "endraw", "autoescape", "endautoescape", "break", "continue",
  ]

  mutating func endTag(_ keyword: String) throws(ParseFailure) {
    guard take(.tagEnd) else { throw unexpected("'\(keyword)' needs '%}' here") }
  }

  /// The body of a block tag up to its end tag, which may repeat a name.
  mutating func parseRest(
    of tag: String, _ span: Range<Int>, name: Identifier? = nil
  ) -> [Statement] {
    let closer = "end\(tag)"
    let (body, found) = parseBlockBody(of: tag, at: span, until: [closer])
    guard found != nil else { return body }
    if let name, current.kind == .name {
      if text(of: current) != name.text {
        report("'\(closer)' names '\(text(of: current))', not '\(name.text)'", at: current.span)
      }
      advance()
    }
    finishEndTag(closer)
    return body
  }

  mutating func finishEndTag(_ closer: String) {
    if !take(.tagEnd) {
      reportUnlessAtEnd(unexpected("'\(closer)' needs '%}' here"))
      skipTag()
    }
  }
}

// MARK: - Conditions and loops

extension Parser {
  mutating func parseIf(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let condition = try parseTuple()
    try endTag("if")
    var branches: [Statement.Branch] = []
    var (body, closer) = parseBlockBody(of: "if", at: span, until: ["elif", "else", "endif"])
    branches.append(Statement.Branch(condition: condition, body: body))
    while closer == "elif" {
      let condition = parseElifCondition()
      (body, closer) = parseBlockBody(of: "if", at: span, until: ["elif", "else", "endif"])
      if let condition { branches.append(Statement.Branch(condition: condition, body: body)) }
    }
    var otherwise: [Statement]?
    if closer == "else" {
      finishEndTag("else")
      (body, closer) = parseBlockBody(of: "if", at: span, until: ["endif"])
      otherwise = body
    }
    if closer == "endif" { finishEndTag("endif") }
    return .conditional(branches, otherwise: otherwise)
  }

  mutating func parseElifCondition() -> Expression? {
    do throws(ParseFailure) {
      let condition = try parseTuple()
      try endTag("elif")
      return condition
    } catch {
      reportUnlessAtEnd(error)
      skipTag()
      return nil
    }
  }

  mutating func parseFor(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let target = try parsePattern()
    guard takeName("in") else { throw unexpected("'for' needs 'in' after its variable") }
    let iterable = try parseTuple(allowsCondition: false)
    let filter: Expression? = takeName("if") ? try parseExpression() : nil
    let isRecursive = takeName("recursive")
    try endTag("for")
    let (body, closer) = parseBlockBody(of: "for", at: span, until: ["else", "endfor"])
    var otherwise: [Statement]?
    var last = closer
    if closer == "else" {
      finishEndTag("else")
      (otherwise, last) = parseBlockBody(of: "for", at: span, until: ["endfor"])
    }
    if last == "endfor" { finishEndTag("endfor") }
    return .loop(
      Statement.Loop(
        target: target, iterable: iterable, filter: filter, isRecursive: isRecursive, body: body,
        otherwise: otherwise))
  }

  /// One name, or several with commas between them, perhaps in parentheses.
  mutating func parsePattern() throws(ParseFailure) -> Statement.Pattern {
    let first = try parseSinglePattern()
    guard current.kind == .comma else { return first }
    let start = previousEnd
    var parts = [first]
    while take(.comma), current.kind == .name || current.kind == .leftParenthesis, !isName("in") {
      parts.append(try parseSinglePattern())
    }
    return .parts(parts, span: start..<previousEnd)
  }

  mutating func parseSinglePattern() throws(ParseFailure) -> Statement.Pattern {
    expressionDepth += 1
    defer { expressionDepth -= 1 }
    if !mayNest(expressionDepth, levels: SyntaxLimits.expressionDepth) {
      throw unexpected("a loop's variables nest too deep")
    }
    if take(.leftParenthesis) {
      let inner = try parsePattern()
      try expect(.rightParenthesis, "'('")
      return inner
    }
    return .name(try parseAssignable("'for'"))
  }

  /// A name that may be assigned to.
  mutating func parseAssignable(_ purpose: String) throws(ParseFailure) -> Identifier {
    if current.kind == .name, Self.constants.contains(text(of: current)) {
      throw ParseFailure(
        message: "\(purpose) cannot assign to the constant '\(text(of: current))'",
        span: current.span)
    }
    return try parseIdentifier(purpose, allowsWords: false)
  }

  private static let constants: Set<String> = ["true", "True", "false", "False", "none", "None"]
}

// MARK: - Assignments

extension Parser {
  mutating func parseSet(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let targets = try parseTargets()
    if take(.assign) {
      let value = try parseTuple()
      try endTag("set")
      return .assign(targets: targets, value: value)
    }
    var filters: [Statement.FilterUse] = []
    while take(.pipe) { filters.append(try parseFilterUse()) }
    guard current.kind == .tagEnd, targets.count == 1 else {
      throw unexpected("'set' needs '=' and a value, or '%}' and a block")
    }
    advance()
    return .capture(targets[0], filters: filters, body: parseRest(of: "set", span))
  }

  /// One target, or several with commas between them, perhaps in parentheses.
  private mutating func parseTargets() throws(ParseFailure) -> [Statement.Target] {
    let isEnclosed = take(.leftParenthesis)
    var targets = [try parseTarget()]
    while take(.comma), current.kind == .name { targets.append(try parseTarget()) }
    if isEnclosed { try expect(.rightParenthesis, "'('") }
    return targets
  }

  mutating func parseTarget() throws(ParseFailure) -> Statement.Target {
    let name = try parseAssignable("'set'")
    guard take(.dot) else { return Statement.Target(name: name, field: nil) }
    return Statement.Target(name: name, field: try parseIdentifier("'.'", allowsWords: true))
  }

  mutating func parseWith(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    var bindings: [Statement.Binding] = []
    while current.kind != .tagEnd {
      if !bindings.isEmpty { try expect(.comma, "'with'") }
      let name = try parseAssignable("'with'")
      try expect(.assign, "a variable of 'with'")
      bindings.append(Statement.Binding(name: name, value: try parseExpression()))
    }
    advance()
    return .with(bindings, body: parseRest(of: "with", span))
  }
}
