import Diagnostics

extension Checker {
  mutating func checkCallBlock(_ block: Statement.CallBlock, _ span: Range<Int>) -> [CheckedNode] {
    guard case .call(let callee, let arguments) = block.callee.kind else { return [] }
    let number = callBodies.count
    callBodies.append(
      CallBody(
        block: block, scope: scope, frame: scopes[scope].frame, template: template, trace: trace,
        flow: flow, isEscaped: isEscaped, surroundings: surroundings))
    let target = check(callee, use: .guarded)
    guard case .compileTime(.macro(let macro)) = target.type else {
      if !target.isMistaken {
        report(
          "wrong-type", "'call' needs a macro, not \(withArticle(target.type))", at: callee.span)
      }
      checkLostBody(block)
      return []
    }
    let value = callMacro(macro, arguments, callBody: number, block.callee.span)
    if value.isMistaken {
      checkLostBody(block)
      return []
    }
    return [CheckedNode(kind: .output(value, isEscaped: isEscaped), place: place(span))]
  }

  /// The body of a call that failed is checked all the same.
  private mutating func checkLostBody(_ block: Statement.CallBlock) {
    let outer = flow
    inScope(.inner) { checker in
      for parameter in block.parameters { _ = checker.declare(parameter.name.text, .any) }
      _ = checker.checkBody(block.body)
    }
    flow = outer
  }

  mutating func callCaller(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    let values = arguments.positional.map { checkData($0) }
    let named = arguments.named.map { ($0.name, checkData($0.value)) }
    if let markup = surroundings.callerMarkup {
      return CheckedExpression(kind: .variable(markup), type: .html, place: place(span))
    }
    guard let number = surroundings.callBody, let holder = surroundings.callerFrame else {
      if flow.present.contains("caller") { return mistaken(span) }
      _ = checkName("caller", at: span, use: .value)
      return mistaken(span)
    }
    let body = callBodies[number]
    guard mayGoOn(at: span) else { return mistaken(span) }
    let outer = (flow, template, trace, isEscaped, surroundings, scope)
    flow = body.flow
    traces.append(Trace(message: "called from here", place: place(span)))
    (template, trace, isEscaped) = (body.template, traces.count - 1, body.isEscaped)
    (surroundings, scope) = (body.surroundings, body.scope)
    nesting += 1
    defer {
      nesting -= 1
      (flow, template, trace, isEscaped, surroundings, scope) = outer
    }
    return inScope(.inner) { checker in
      checker.checkCallerBody(body, holder, values, named, span)
    }
  }

  private mutating func checkCallerBody(
    _ body: CallBody, _ holder: Variable, _ values: [CheckedExpression],
    _ named: [(Identifier, CheckedExpression)], _ span: Range<Int>
  ) -> CheckedExpression {
    var parameters: [Variable] = []
    var arguments: [CheckedExpression] = []
    if values.count > body.block.parameters.count {
      report(
        "wrong-arguments",
        "the call block takes \(counted(body.block.parameters.count)), found \(values.count)",
        at: body.block.callee.span)
    }
    for (index, parameter) in body.block.parameters.enumerated() {
      let given =
        index < values.count ? values[index] : named.first { $0.0.text == parameter.name.text }?.1
      let value = given ?? parameter.fallback.map { checkData($0) }
      let variable = declare(parameter.name.text, value?.type ?? .undefined)
      if let value {
        parameters.append(variable)
        arguments.append(value)
      }
    }
    let nodes = checkBody(body.block.body)
    let all = prologue(at: body.block.callee.span) + nodes
    callerCount += 1
    let caller = CheckedCaller(
      frameHolder: holder, frame: body.frame, parameters: parameters, arguments: arguments,
      body: all, identifier: callerCount)
    return CheckedExpression(
      kind: .captured(.caller(caller)), type: isEscaped ? .html : .string, place: place(span))
  }
}
