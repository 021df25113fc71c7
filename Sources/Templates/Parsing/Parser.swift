import Diagnostics

/// Builds the tree of one template, reporting every mistake it can tell apart.
struct Parser {
  let source: TemplateSource
  private let tokens: [Token]
  private let gauge: StackGauge
  private(set) var index = 0
  private var diagnostics: [Diagnostic]
  /// The block tags that are open, innermost last.
  var open: [OpenTag] = []
  var expressionDepth = 0
  var statementDepth = 0
  /// Set when the macro being parsed names `caller`, `varargs` or `kwargs`.
  var sawCaller = false
  var sawExtraArguments = false
  /// After a wrong end tag its partner is known to be astray, and need not be reported too.
  private var toleratedStrays = 0
  private var blockNames: Set<String> = []

  struct OpenTag {
    let name: String
    let span: Range<Int>
    let closers: [String]
  }

  init(source: TemplateSource, whiteSpace: WhiteSpaceControl, gauge: StackGauge) {
    self.source = source
    self.gauge = gauge
    (tokens, diagnostics) = Lexer(source: source, whiteSpace: whiteSpace).run()
  }

  /// Returns the tree and all that is wrong with the source.
  consuming func run() -> (syntax: TemplateSyntax, diagnostics: [Diagnostic]) {
    var body: [Statement] = []
    while current.kind != .end {
      body += parseBody(until: [])
      if current.kind != .end { reportStray() }
    }
    return (TemplateSyntax(source: source, body: body), diagnostics)
  }
}

// MARK: - Depth

extension Parser {
  /// Whether expressions may nest deeper here, by `levels` and by what is left of the stack.
  func mayNest(_ depth: Int, levels: Int) -> Bool { depth <= levels && !gauge.isExhausted }
}

// MARK: - Tokens

extension Parser {
  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  var previousEnd: Int { index > 0 ? tokens[index - 1].span.upperBound : 0 }

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  func text(of token: Token) -> String {
    String(decoding: source.bytes[token.span], as: UTF8.self)
  }

  func isName(_ name: String) -> Bool { isName(name, current) }

  func isName(_ name: String, _ token: Token) -> Bool {
    token.kind == .name && token.span.count == name.utf8.count && text(of: token) == name
  }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func takeName(_ name: String) -> Bool {
    guard isName(name) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ purpose: String) throws(ParseFailure) {
    guard take(kind) else { throw unexpected("\(purpose) needs \(kind.description)") }
  }

  /// A failure at the current token that also says what was found there.
  func unexpected(_ rule: String) -> ParseFailure {
    ParseFailure(message: "\(rule), found \(described(current))", span: current.span)
  }

  func described(_ token: Token) -> String {
    switch token.kind {
    case .name, .integer, .float, .string: "'\(text(of: token).prefix(40))'"
    default: token.kind.description
    }
  }

  mutating func report(
    _ message: String, at span: Range<Int>, notes: [Diagnostic.Note] = []
  ) {
    // The first mistakes of a file explain those that follow.
    guard diagnostics.count < SyntaxLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(
        rule: "template-syntax", severity: .error, message: message,
        location: SourceLocation(file: source.name, span: span), notes: notes))
  }

  mutating func report(_ failure: ParseFailure) { report(failure.message, at: failure.span) }

  /// Goes behind the end of the current tag.
  mutating func skipTag() {
    while true {
      switch current.kind {
      case .tagEnd, .outputEnd:
        advance()
        return
      case .text, .tagBegin, .outputBegin, .end: return
      default: advance()
      }
    }
  }

  /// Remembers a block's name, and tells whether it is new in this file.
  mutating func declareBlock(_ name: String) -> Bool { blockNames.insert(name).inserted }
}

// MARK: - Bodies

extension Parser {
  /// Parses statements up to a tag that one of `closers` names, or that no statement can start.
  mutating func parseBody(until closers: [String]) -> [Statement] {
    var statements: [Statement] = []
    while true {
      switch current.kind {
      case .text:
        statements.append(Statement(kind: .text, span: current.span))
        advance()
      case .outputBegin:
        if let output = parseOutput() { statements.append(output) }
      case .tagBegin:
        if isCloser(next) { return statements }
        if let statement = parseTag() { statements.append(statement) }
      case .end: return statements
      default: skipTag()
      }
    }
  }

  private func isCloser(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let name = text(of: token)
    return name == "else" || name == "elif"
      || (name.hasPrefix("end") && Self.closers.contains(name))
  }

  private mutating func parseOutput() -> Statement? {
    let start = current.span.lowerBound
    advance()
    do throws(ParseFailure) {
      if current.kind == .outputEnd {
        throw ParseFailure(
          message: "'{{ }}' needs an expression", span: start..<current.span.upperBound)
      }
      let expression = try parseTuple()
      guard current.kind == .outputEnd else {
        throw unexpected("'{{' needs '}}' after its expression")
      }
      advance()
      return Statement(kind: .output(expression), span: start..<previousEnd)
    } catch {
      reportUnlessAtEnd(error)
      skipTag()
      return nil
    }
  }

  /// An unfinished tag at the end of the file was reported by the lexer.
  func isReportedByLexer(_ failure: ParseFailure) -> Bool {
    current.kind == .end && failure.span == current.span && !diagnostics.isEmpty
  }

  mutating func reportUnlessAtEnd(_ failure: ParseFailure) {
    if !isReportedByLexer(failure) { report(failure) }
  }

  private mutating func reportStray() {
    advance()
    let name = text(of: current)
    if toleratedStrays > 0 {
      toleratedStrays -= 1
    } else if let opener = Self.opener(of: name) {
      report("'\(name)' stands without '\(opener)' before it", at: current.span)
    }
    skipTag()
  }

  /// Parses the body of a block tag and its end tag; `closers` also holds `else` and `elif`.
  ///
  /// Leaves the parser behind the closing keyword, inside its tag, and returns that keyword, or
  /// `nil` if the block was never closed.
  mutating func parseBlockBody(
    of tag: String, at span: Range<Int>, until closers: [String]
  ) -> (body: [Statement], closer: String?) {
    statementDepth += 1
    open.append(OpenTag(name: tag, span: span, closers: closers))
    defer {
      statementDepth -= 1
      open.removeLast()
    }
    var body: [Statement] = []
    while true {
      body += parseBody(until: closers)
      guard current.kind == .tagBegin else {
        if statementDepth <= SyntaxLimits.statementDepth {
          report("'\(tag)' needs '\(closers.last ?? "end")' before the file ends", at: span)
        }
        return (body, nil)
      }
      let name = text(of: next)
      if closers.contains(name) {
        advance()
        advance()
        return (body, name)
      }
      if !recoverFromWrongCloser(name, inside: tag, at: span, closers: closers) {
        return (body, nil)
      }
    }
  }

  /// Reports a closing tag that does not fit; tells whether the block goes on after it.
  private mutating func recoverFromWrongCloser(
    _ name: String, inside tag: String, at span: Range<Int>, closers: [String]
  ) -> Bool {
    if toleratedStrays > 0 {
      toleratedStrays -= 1
      skipTag()
      return true
    }
    report(
      "'\(tag)' needs '\(closers.last ?? "end")', found '\(name)'", at: next.span,
      notes: [
        Diagnostic.Note(
          message: "'\(tag)' is opened here",
          location: SourceLocation(file: source.name, span: span))
      ])
    toleratedStrays += 1
    if !open.dropLast().contains(where: { $0.closers.contains(name) }) {
      advance()
      skipTag()
    }
    return false
  }

  private static let openers: [(closer: String, opener: String)] = [
    ("else", "if"), ("elif", "if"), ("endif", "if"), ("endfor", "for"), ("endset", "set"),
    ("endwith", "with"), ("endblock", "block"), ("endmacro", "macro"), ("endcall", "call"),
    ("endfilter", "filter"), ("endautoescape", "autoescape"), ("endraw", "raw"),
  ]

  private static let closers = Set(openers.map(\.closer))

  private static func opener(of closer: String) -> String? {
    openers.first { $0.closer == closer }?.opener
  }
}
