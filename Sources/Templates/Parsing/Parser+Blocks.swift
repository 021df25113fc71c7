extension Parser {
  mutating func parseBlock(_ span: Range<Int>) throws(ParseFailure) -> Statement.Kind {
    let name = try parseIdentifier("'block'", allowsWords: false)
    if current.kind == .minus {
      throw ParseFailure(
        message: "a block's name holds letters, digits and '_', not '-'", span: current.span)
    }
    var isScoped = false
    var isRequired = false
    while current.kind == .name {
      if takeName("scoped") {
        isScoped = true
      } else if takeName("required") {
        isRequired = true
      } else {
        throw unexpected("'block' takes 'scoped' or 'required' after its name")
      }
    }
    try endTag("block")
    if !declareBlock(name.text) {
      report("a template has one block of a name, found a second '\(name.text)'", at: name.span)
    }
    let body = parseRest(of: "block", span, name: name)
    return .block(
      Statement.Block(name: name, isScoped: isScoped, isRequired: isRequired, body: body))
  }

  mutating func parseInclude() throws(ParseFailure) -> Statement.Kind {
    let name = try parseExpression()
    var ignoresMissing = false
    if isName("ignore"), isName("missing", next) {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = parseContextWords() ?? true
    try endTag("include")
    return .include(name, ignoresMissing: ignoresMissing, withContext: withContext)
  }

  /// `with context` or `without context`, if either stands here.
  mutating func parseContextWords() -> Bool? {
    guard isName("with") || isName("without"), isName("context", next) else { return nil }
    let isWith = isName("with")
    advance()
    advance()
    return isWith
  }

  mutating func parseImport() throws(ParseFailure) -> Statement.Kind {
    let name = try parseExpression()
    guard takeName("as") else { throw unexpected("'import' needs 'as' and a name") }
    let alias = try parseAssignable("'import'")
    let withContext = parseContextWords() ?? false
    try endTag("import")
    return .importModule(name, alias: alias, withContext: withContext)
  }

  mutating func parseFrom() throws(ParseFailure) -> Statement.Kind {
    let file = try parseExpression()
    guard takeName("import") else { throw unexpected("'from' needs 'import' and names") }
    var names: [Statement.ImportedName] = []
    var withContext: Bool?
    while current.kind != .tagEnd {
      withContext = parseContextWords()
      if withContext != nil { break }
      if !names.isEmpty {
        try expect(.comma, "'from'")
        if current.kind == .tagEnd { break }
        withContext = parseContextWords()
        if withContext != nil { break }
      }
      let name = try parseAssignable("'import'")
      let alias = takeName("as") ? try parseAssignable("'as'") : name
      names.append(Statement.ImportedName(name: name, alias: alias))
    }
    if names.isEmpty { throw unexpected("'from' needs 'import' and names") }
    try endTag("from")
    return .importNames(file, names: names, withContext: withContext ?? false)
  }
}
