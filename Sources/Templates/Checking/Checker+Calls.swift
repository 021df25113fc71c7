import Diagnostics

extension Checker {
  static let functionNames = ["range", "dict", "namespace", "cycler", "super"]

  mutating func checkCall(
    _ callee: Expression, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    switch callee.kind {
    case .name(let name):
      if let variable = variable(named: name) {
        return call(checkName(name, at: callee.span, use: .guarded), variable, arguments, span)
      }
      return callFunction(name, callee.span, arguments, span)
    case .attribute(let base, let name, _):
      if name.text == "super", let steps = superSteps(base) {
        return callSuper(steps: steps + 1, arguments, span)
      }
      return callMember(base, name, arguments, span)
    default:
      return refuseCall(callee, arguments)
    }
  }

  /// How many parents up `super`, `super.super` and so on lead; `nil` for all else.
  private func superSteps(_ expression: Expression) -> Int? {
    var steps = 1
    var expression = expression
    while case .attribute(let base, let name, _) = expression.kind, name.text == "super" {
      steps += 1
      expression = base
    }
    guard case .name("super") = expression.kind, variable(named: "super") == nil else { return nil }
    return steps
  }

  private mutating func refuseCall(
    _ callee: Expression, _ arguments: Arguments
  ) -> CheckedExpression {
    report("wrong-type", "only macros and functions can be called", at: callee.span)
    for argument in arguments.expressions { _ = check(argument) }
    return mistaken(callee.span)
  }

  private mutating func call(
    _ callee: CheckedExpression, _ variable: Variable?, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    switch callee.type {
    case .compileTime(.macro(let macro)): return callMacro(macro, arguments, callBody: nil, span)
    case .compileTime(.loop(let loop)): return recurse(into: loop, arguments, span)
    case .compileTime(.caller): return callCaller(arguments, span)
    case .any where callee.isMistaken: return mistaken(span)
    default:
      report("wrong-type", "\(withArticle(callee.type)) cannot be called", at: callee.place.span)
      for argument in arguments.expressions { _ = check(argument) }
      return mistaken(span)
    }
  }

  private mutating func callFunction(
    _ name: String, _ nameSpan: Range<Int>, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    switch name {
    case "range": return callRange(arguments, span)
    case "dict": return callDict(arguments, span)
    case "namespace": return callNamespace(arguments, span)
    case "cycler": return callCycler(arguments, span)
    case "super": return callSuper(steps: 1, arguments, span)
    case "caller": return callCaller(arguments, span)
    default: break
    }
    if let index = host.firstIndex(where: { $0.name == name && !$0.isFilter }) {
      return callHost(index, value: nil, arguments, span)
    }
    for argument in arguments.expressions { _ = check(argument) }
    let hint = NearestName.hint(name, among: visibleNames)
    report("undefined-name", "unknown function '\(name)'\(hint)", at: nameSpan)
    return mistaken(span)
  }

  private mutating func callMember(
    _ base: Expression, _ name: Identifier, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    let object = check(base, use: .guarded)
    switch object.type {
    case .compileTime(.module):
      let whole = Expression(.none, span: base.span.lowerBound..<name.span.upperBound)
      let found = field(name, of: object, in: whole, isOptional: false, use: .value)
      return found.isMistaken ? found : call(found, nil, arguments, span)
    case .compileTime(.loop(let loop)):
      return callLoopMember(loop, name, arguments, span)
    case .compileTime(.selfBlocks): return callBlock(name, arguments, span)
    case .compileTime(.cycler): return callCyclerMember(object, name, arguments, span)
    case .any where object.isMistaken: return object
    default:
      for argument in arguments.expressions { _ = check(argument) }
      let hint = Filter.byName[name.text] != nil ? "; write '|\(name.text)'" : ""
      report(
        "wrong-type", "\(withArticle(object.type)) has no methods, found '.\(name.text)()'\(hint)",
        at: name.span)
      return mistaken(span)
    }
  }

  /// Finds what a compile-time value offers under a name.
  mutating func member(
    _ name: Identifier, of value: CompileTimeValue, base: CheckedExpression, span: Range<Int>,
    use: Use
  ) -> CheckedExpression {
    switch value {
    case .loop(let loop): return loopMember(loop, name, span)
    case .module(let number): return moduleMember(number, name, span, use: use)
    case .namespace(let number):
      let fields = namespaces[number]
      if let position = fields.names.firstIndex(of: name.text) {
        return CheckedExpression(
          kind: .namespaceField(base, position: position), type: fields.types[position],
          place: place(span))
      }
      return unknownMember(name, "the namespace", fields.names, span, use: use)
    case .cycler:
      if name.text == "current" {
        return CheckedExpression(kind: .cyclerCurrent(base), type: .any, place: place(span))
      }
      return unknownMember(name, "a cycler", ["current", "next", "reset"], span, use: use)
    case .macro(let number):
      if name.text == "name" {
        return constant(.string(macros[number].syntax.name.text), .string, span)
      }
      return unknownMember(name, "a macro", ["name"], span, use: use)
    case .caller: return unknownMember(name, "caller", [], span, use: use)
    case .selfBlocks: return unknownMember(name, "self", blocks.keys.sorted(), span, use: use)
    }
  }

  private mutating func unknownMember(
    _ name: Identifier, _ owner: String, _ known: [String], _ span: Range<Int>, use: Use
  ) -> CheckedExpression {
    if use == .lenient {
      return CheckedExpression(kind: .constant(.undefined), type: .undefined, place: place(span))
    }
    let hint = NearestName.hint(name.text, among: known)
    report("unknown-field", "\(owner) has no '\(name.text)'\(hint)", at: name.span)
    return mistaken(span)
  }

  private mutating func moduleMember(
    _ number: Int, _ name: Identifier, _ span: Range<Int>, use: Use
  ) -> CheckedExpression {
    let module = modules[number]
    if let variable = exports(of: number)[name.text].flatMap({ reachable($0) }) {
      return CheckedExpression(
        kind: .variable(variable), type: type(of: variable), place: place(span))
    }
    let file = set.templates[module.template].source.name
    return unknownMember(
      name, "'\(file)'", exports(of: number).keys.sorted(), span, use: use)
  }

  /// Binds the arguments of a built-in filter, test or function to its parameters.
  mutating func bind<Callee>(
    _ arguments: Arguments, to signature: BuiltinSignature<Callee>, _ what: String,
    _ span: Range<Int>
  ) -> [CheckedExpression]? {
    var bound = [CheckedExpression?](repeating: nil, count: signature.parameters.count)
    var isFine = true
    for (index, argument) in arguments.positional.enumerated() {
      let value = checkData(argument)
      if index < bound.count {
        bound[index] = value
      } else if isFine {
        isFine = false
        report(
          "wrong-arguments",
          "\(what) takes \(counted(bound.count)), found \(arguments.positional.count)",
          at: argument.span)
      }
    }
    for argument in arguments.named {
      let value = checkData(argument.value)
      let name = argument.name.text
      let index = signature.parameters.firstIndex { $0.name == name || $0.aliases.contains(name) }
      if let index, bound[index] == nil {
        bound[index] = value
      } else {
        isFine = false
        reportBadName(argument.name, isKnown: index != nil, signature, what)
      }
    }
    guard isFine else { return nil }
    return fill(bound, signature, what, span)
  }

  private mutating func reportBadName<Callee>(
    _ name: Identifier, isKnown: Bool, _ signature: BuiltinSignature<Callee>, _ what: String
  ) {
    if isKnown {
      report("wrong-arguments", "\(what) is given '\(name.text)' twice", at: name.span)
    } else {
      let hint = NearestName.hint(name.text, among: signature.parameters.map(\.name))
      report("wrong-arguments", "\(what) has no argument '\(name.text)'\(hint)", at: name.span)
    }
  }

  private mutating func fill<Callee>(
    _ bound: [CheckedExpression?], _ signature: BuiltinSignature<Callee>, _ what: String,
    _ span: Range<Int>
  ) -> [CheckedExpression]? {
    var filled: [CheckedExpression] = []
    for (value, parameter) in zip(bound, signature.parameters) {
      if let value {
        filled.append(value)
      } else if let fallback = parameter.fallback {
        filled.append(constant(fallback, fallback.type, span))
      } else {
        report("wrong-arguments", "\(what) needs the argument '\(parameter.name)'", at: span)
        return nil
      }
    }
    return filled
  }

  func counted(_ count: Int) -> String {
    switch count {
    case 0: "no arguments"
    case 1: "at most 1 argument"
    default: "at most \(count) arguments"
    }
  }
}

extension CheckedExpression {
  /// Whether it is a field that `set` may have filled where the checker cannot see it.
  var isNamespaceField: Bool {
    if case .namespaceField = kind { true } else { false }
  }

  /// Whether it stands for something that was reported already.
  var isMistaken: Bool {
    if case .constant(.undefined) = kind, type == .any { true } else { false }
  }
}

extension Constant {
  var type: ValueType {
    switch self {
    case .undefined: .undefined
    case .none: .none
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .string: .string
    case .html: .html
    }
  }
}
