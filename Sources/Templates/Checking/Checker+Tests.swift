import Diagnostics

extension Checker {
  mutating func checkTest(
    _ value: Expression, _ name: Identifier, _ arguments: Arguments, isNegated: Bool,
    _ span: Range<Int>
  ) -> CheckedExpression {
    let use: Use =
      switch name.text {
      case "defined", "undefined": .lenient
      case "none", "sameas": .guarded
      default: .value
      }
    if name.text == "callable", case .name(let function) = value.kind,
      variable(named: function) == nil, isFunction(function)
    {
      return constant(.bool(!isNegated), .bool, span)
    }
    let subject = check(value, use: use)
    return test(subject, name, arguments, isNegated: isNegated, span)
  }

  private func isFunction(_ name: String) -> Bool {
    Self.functionNames.contains(name) || host.contains { $0.name == name && !$0.isFilter }
  }

  /// Applies a test to a value that was checked already.
  mutating func test(
    _ subject: CheckedExpression, _ name: Identifier, _ arguments: Arguments, isNegated: Bool,
    _ span: Range<Int>
  ) -> CheckedExpression {
    guard let signature = Test.byName[name.text] else {
      for argument in arguments.expressions { _ = check(argument) }
      let hint = NearestName.hint(name.text, among: Test.byName.keys.sorted())
      report("unknown-test", "unknown test '\(name.text)'\(hint)", at: name.span)
      return mistaken(span)
    }
    guard let bound = bind(arguments, to: signature, "the test '\(name.text)'", span) else {
      return mistaken(span)
    }
    checkSubject(subject, of: signature.callee, name)
    if case .compileTime(let kind) = subject.type {
      return constant(.bool(answer(signature.callee, about: kind) != isNegated), .bool, span)
    }
    if signature.callee == .filter || signature.callee == .test {
      return constant(.bool(knows(subject, signature.callee) != isNegated), .bool, span)
    }
    if !schema.isInferred, subject.type.mayBeAbsent,
      [.defined, .undefined].contains(signature.callee)
    {
      // Null is how the model says that there is no value.
      let isUndefined = signature.callee == .undefined
      return CheckedExpression(
        kind: .test(.present, [subject], isNegated: isNegated != isUndefined), type: .bool,
        place: place(span))
    }
    return CheckedExpression(
      kind: .test(signature.callee, [subject] + bound, isNegated: isNegated), type: .bool,
      place: place(span))
  }

  private func knows(_ subject: CheckedExpression, _ test: Test) -> Bool {
    guard case .constant(.string(let name)) = subject.kind else { return false }
    return test == .filter ? Filter.byName[name] != nil : Test.byName[name] != nil
  }

  private func answer(_ test: Test, about kind: CompileTimeValue) -> Bool {
    switch test {
    case .defined: true
    case .callable:
      switch kind {
      case .macro, .caller: true
      case .module, .loop, .namespace, .cycler, .selfBlocks: false
      }
    default: false
    }
  }

  private mutating func checkSubject(
    _ subject: CheckedExpression, of test: Test, _ name: Identifier
  ) {
    let type = subject.type.unwrapped
    let fits: Bool
    switch test {
    case .even, .odd, .divisibleBy: fits = type.isNumber
    case .startingWith, .endingWith: fits = type.isText
    default: return
    }
    if fits || type == .any { return }
    report(
      "wrong-type", "the test '\(name.text)' cannot be asked of \(withArticle(subject.type))",
      at: subject.place.span)
  }
}
