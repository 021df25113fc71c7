import Diagnostics

extension Checker {
  /// Checks statements in order; those that print nothing and change nothing are left out.
  mutating func checkBody(_ statements: [Statement]) -> [CheckedNode] {
    var nodes: [CheckedNode] = []
    let outer = statementStart
    nesting += 1
    defer {
      nesting -= 1
      statementStart = outer
    }
    for statement in statements {
      statementStart = statement.span.lowerBound
      let work = 1 + (statement.branches ? flow.count / CheckLimits.variablesPerStatement : 0)
      guard mayGoOn(at: statement.span, work: work) else { return nodes }
      nodes += check(statement)
    }
    return nodes
  }

  private mutating func check(_ statement: Statement) -> [CheckedNode] {
    let span = statement.span
    switch statement.kind {
    case .text:
      warnAboutLostText(span)
      return muted([CheckedNode(kind: .text, place: place(span))])
    case .output(let expression): return checkOutput(expression, span)
    case .conditional(let branches, let otherwise):
      return [checkConditional(branches, otherwise, span)]
    case .loop(let loop): return checkLoop(loop, span)
    case .assign(let targets, let value): return checkAssign(targets, value, span)
    case .capture(let target, let filters, let body):
      return checkCapture(target, filters, body, span)
    case .with(let bindings, let body): return checkWith(bindings, body, span)
    case .block(let block): return checkBlock(block, span)
    case .extends(let name):
      checkExtends(name, span)
      return []
    case .include(let name, let ignoresMissing, let withContext):
      return checkInclude(name, ignoresMissing: ignoresMissing, withContext: withContext, span)
    case .importModule(let name, let alias, let withContext):
      return checkImport(name, alias, withContext: withContext)
    case .importNames(let file, let names, let withContext):
      return checkImport(file, names, withContext: withContext)
    case .macro(let macro):
      defineMacro(macro)
      return []
    case .call(let block): return muted(checkCallBlock(block, span))
    case .filter(let filters, let body): return muted(checkFilterBlock(filters, body, span))
    case .autoescape(let isOn, let body): return checkAutoescape(isOn, body)
    case .breakLoop, .continueLoop: return checkJump(statement)
    }
  }

  /// Text outside the blocks of a template that extends another is never printed.
  private mutating func warnAboutLostText(_ span: Range<Int>) {
    guard surroundings.isMuted, extendsChoice != nil else { return }
    let bytes = set.templates[template].source.bytes[span]
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 }),
      templatesWithLostText.insert(template).inserted
    else { return }
    statementStart = start
    report(
      "text-outside-blocks",
      "a template that extends another prints only its blocks, so this text is lost",
      at: start..<end + 1, severity: .warning)
  }

  private func muted(_ nodes: [CheckedNode]) -> [CheckedNode] { surroundings.isMuted ? [] : nodes }

  private mutating func checkOutput(_ expression: Expression, _ span: Range<Int>) -> [CheckedNode] {
    let value = check(expression)
    switch value.type.unwrapped {
    case .list, .tuple, .map, .record: noteWholeAccess(value.type)
    case .compileTime:
      report("wrong-type", "\(withArticle(value.type)) cannot be printed", at: expression.span)
      return []
    case .undefined:
      if case .cyclerReset = value.kind { break }
      if case .constant(.undefined) = value.kind {
        report("undefined-name", "there is nothing to print here", at: expression.span)
      }
    default: break
    }
    return muted([CheckedNode(kind: .output(value, isEscaped: isEscaped), place: place(span))])
  }

  private mutating func checkJump(_ statement: Statement) -> [CheckedNode] {
    let isBreak = if case .breakLoop = statement.kind { true } else { false }
    var current: Int? = scope
    while let index = current {
      if case .loop = scopes[index].kind {
        flow.isDead = true
        return [
          CheckedNode(kind: isBreak ? .breakLoop : .continueLoop, place: place(statement.span))
        ]
      }
      if case .macro = scopes[index].kind { break }
      current = scopes[index].parent
    }
    report(
      "template-syntax", "'\(isBreak ? "break" : "continue")' stands outside a loop",
      at: statement.span)
    return []
  }

  private mutating func checkAutoescape(
    _ isOn: Expression, _ body: [Statement]
  ) -> [CheckedNode] {
    let outer = isEscaped
    defer { isEscaped = outer }
    switch isOn.kind {
    case .bool(let value): isEscaped = value
    case .string, .int: isEscaped = true
    default:
      report("template-syntax", "'autoescape' takes 'true' or 'false'", at: isOn.span)
    }
    return checkBody(body)
  }

  private mutating func checkConditional(
    _ branches: [Statement.Branch], _ otherwise: [Statement]?, _ span: Range<Int>
  ) -> CheckedNode {
    var checked: [(condition: CheckedExpression, body: [CheckedNode])] = []
    var end: Flow?
    let initial = { (checker: Checker) in checker.initialTypes }
    branchDepth += 1
    for branch in branches {
      let condition = checkCondition(branch.condition)
      let before = flow
      flow.present.formUnion(presence(branch.condition, when: true))
      if isAboutCaller(branch.condition) { flow.present.insert("caller") }
      let body = checkBody(branch.body)
      checked.append((condition, body))
      end = end?.joined(with: flow, initial: initial(self)) ?? flow
      flow = before
      flow.present.formUnion(presence(branch.condition, when: false))
      let work = flow.count / CheckLimits.variablesPerStatement
      guard mayGoOn(at: branch.condition.span, work: work) else { break }
    }
    let last = otherwise.map { checkBody($0) } ?? []
    branchDepth -= 1
    flow = end?.joined(with: flow, initial: initial(self)) ?? flow
    return CheckedNode(kind: .conditional(checked, otherwise: last), place: place(span))
  }

  /// `{% if caller is defined %}` in a macro that is used without a call block.
  private func isAboutCaller(_ condition: Expression) -> Bool {
    switch condition.kind {
    case .test(let value, let name, _, false):
      value.kind == .name("caller") && name.text == "defined"
    case .name(let name): name == "caller"
    case .and(let parts): parts.contains { isAboutCaller($0) }
    default: false
    }
  }
}

extension Statement {
  /// Whether what is known before the statement is kept while its parts are checked.
  fileprivate var branches: Bool {
    switch kind {
    case .conditional, .loop, .capture, .with, .block, .include, .call, .filter: true
    case .text, .output, .assign, .extends, .importModule, .importNames, .macro, .autoescape,
      .breakLoop, .continueLoop:
      false
    }
  }
}
