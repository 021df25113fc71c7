import Diagnostics

extension Checker {
  mutating func defineMacro(_ macro: Statement.Macro) {
    let number = macros.count
    macros.append(
      MacroDefinition(
        syntax: macro, template: template, trace: trace, scope: scope, isEscaped: isEscaped))
    let variable = assignable(macro.name, .compileTime(.macro(number)))
    flow.types[variable.id] = .compileTime(.macro(number))
    for parameter in macro.parameters {
      if let type = parameter.type { _ = declaredType(type) }
    }
    pendingMacros.append((number, flow))
  }

  /// Checks the bodies of macros that nothing called, for arguments of any type.
  ///
  /// The program does not hold them, so what they would read does not count.
  mutating func checkUncalledMacros() {
    warnAboutUnusedMacros()
    let read = accesses
    defer { accesses = accesses.withReads(of: read) }
    for (number, flowThere) in pendingMacros where !macros[number].wasChecked {
      let outer = (flow, template, trace, scope)
      flow = flowThere
      (template, trace) = (macros[number].template, macros[number].trace)
      scope = macros[number].scope
      let types = macros[number].syntax.parameters.map { parameter -> ValueType? in
        parameter.fallback == nil ? parameter.type.map { declaredType($0) } ?? .any : nil
      }
      _ = instance(
        of: number, types, captured: captured(by: number), callBody: nil,
        at: macros[number].syntax.name.span, hasMarkup: true)
      (flow, template, trace, scope) = outer
    }
    pendingMacros = []
  }

  /// A macro of the page itself that nothing names; those of other files may serve other pages.
  private mutating func warnAboutUnusedMacros() {
    guard let page = includeStack.first, !allowsUnknownNames else { return }
    // A block that is checked once more defines its macros once more, so places count.
    let named = Set(namedMacros.filter { macros[$0].template == page }.map { macros[$0].place })
    template = page
    for macro in macros where macro.template == page && macro.trace == 0 {
      if named.contains(macro.place) { continue }
      let name = macro.syntax.name
      report(
        "unused-macro", "nothing calls the macro '\(name.text)'", at: name.span, severity: .warning)
    }
  }

  /// Resolves a type as a macro's parameter names it.
  mutating func declaredType(_ type: TypeExpression) -> ValueType {
    let inner = type.arguments.map { declaredType($0) }
    switch (type.name.text, inner.count) {
    case ("any", 0): return .any
    case ("string", 0), ("str", 0): return .string
    case ("int", 0): return .int
    case ("float", 0): return .float
    case ("bool", 0): return .bool
    case ("html", 0): return .html
    case ("url", 0): return .string
    case ("date", 0): return .date
    case ("month", 0): return .month
    case ("period", 0): return .period
    case ("list", 0): return .list(.any)
    case ("list", 1): return .list(inner[0])
    case ("map", 0), ("dict", 0): return .map(.any)
    case ("map", 1): return .map(inner[0])
    case ("optional", 1): return inner[0].orNone
    default:
      if inner.isEmpty, let id = schema.record(named: type.name.text) { return .record(id) }
      let known = Self.typeNames + schema.recordNames
      let hint = NearestName.hint(type.name.text, among: known)
      report("unknown-type", "unknown type '\(type.name.text)'\(hint)", at: type.name.span)
      return .any
    }
  }

  private static let typeNames = [
    "any", "string", "int", "float", "bool", "html", "date", "month", "period", "list", "map",
    "optional",
  ]

  mutating func callMacro(
    _ number: Int, _ arguments: Arguments, callBody: Int?, _ span: Range<Int>
  ) -> CheckedExpression {
    guard let bound = bindMacro(number, arguments, span) else { return mistaken(span) }
    let macro = macros[number]
    if callBody != nil, !macro.syntax.usesCaller {
      report(
        "wrong-arguments",
        "'\(macro.syntax.name.text)' never uses caller(), so the call block would be lost", at: span
      )
    }
    let types = bound.fixed.map { $0?.type }
    // Collected first, as the body of a call block may declare more while the macro is checked.
    let captured = captured(by: number)
    let work =
      1 + captured.count + surroundingsCount(of: number) / CheckLimits.variablesPerStatement
    guard mayGoOn(at: span, work: work) else { return mistaken(span) }
    let instance = instance(
      of: number, types, captured: captured, callBody: callBody, at: span)
    var values = bound.fixed.compactMap { argument -> CheckedExpression? in
      guard let argument else { return nil }
      if case .compileTime(let value) = argument.type, !value.hasStorage { return nil }
      return argument
    }
    values += bound.extra + captured.map { argument(for: $0, at: span) }
    return CheckedExpression(
      kind: .captured(.macro(CheckedCall(instance: instance, arguments: values))),
      type: macro.isEscaped ? .html : .string, place: place(span))
  }

  /// The arguments of a call by parameter, and what no parameter takes.
  private struct Binding {
    let macro: Statement.Macro
    var fixed: [CheckedExpression?]
    var surplus: [CheckedExpression] = []
    var surplusNamed: [(key: CheckedExpression, value: CheckedExpression)] = []
    var isFine = true

    init(_ macro: Statement.Macro) {
      self.macro = macro
      self.fixed = Array(repeating: nil, count: macro.parameters.count)
    }

    var what: String { "macro '\(macro.name.text)'" }
  }

  private mutating func bindMacro(
    _ number: Int, _ arguments: Arguments, _ span: Range<Int>
  ) -> (fixed: [CheckedExpression?], extra: [CheckedExpression])? {
    var binding = Binding(macros[number].syntax)
    bindPositional(arguments.positional, &binding)
    for argument in arguments.named {
      bindNamed(argument.name, check(argument.value), &binding)
    }
    guard binding.isFine, checkDeclaredTypes(number, &binding.fixed, binding.what, span) else {
      return nil
    }
    guard binding.macro.usesExtraArguments else { return (binding.fixed, []) }
    return (
      binding.fixed,
      [
        CheckedExpression(
          kind: .list(binding.surplus), type: .list(.any), place: place(span)),
        CheckedExpression(
          kind: .map(binding.surplusNamed), type: .map(.any), place: place(span)),
      ]
    )
  }

  private mutating func bindPositional(_ arguments: [Expression], _ binding: inout Binding) {
    let count = binding.fixed.count
    for (index, argument) in arguments.enumerated() {
      let value = check(argument)
      if index < count {
        binding.fixed[index] = value
      } else {
        binding.surplus.append(value)
        if !binding.macro.usesExtraArguments, binding.isFine {
          binding.isFine = false
          report(
            "wrong-arguments",
            "\(binding.what) takes \(counted(count)), found \(arguments.count)", at: argument.span)
        }
      }
    }
  }

  private mutating func bindNamed(
    _ name: Identifier, _ value: CheckedExpression, _ binding: inout Binding
  ) {
    let parameters = binding.macro.parameters.map(\.name.text)
    let index = parameters.firstIndex(of: name.text)
    if let index, binding.fixed[index] == nil {
      binding.fixed[index] = value
    } else if index == nil, binding.macro.usesExtraArguments {
      binding.surplusNamed.append((constant(.string(name.text), .string, name.span), value))
    } else {
      binding.isFine = false
      let hint = NearestName.hint(name.text, among: parameters)
      report(
        "wrong-arguments",
        index != nil
          ? "\(binding.what) is given '\(name.text)' twice"
          : "\(binding.what) has no parameter '\(name.text)'\(hint)", at: name.span)
    }
  }

  private mutating func checkDeclaredTypes(
    _ number: Int, _ bound: inout [CheckedExpression?], _ what: String, _ span: Range<Int>
  ) -> Bool {
    var isFine = true
    for (index, parameter) in macros[number].syntax.parameters.enumerated() {
      guard let declared = parameter.type else { continue }
      var type = declaredTypeThere(declared, of: number)
      if case .none? = parameter.fallback?.kind { type = type.orNone }
      guard let value = bound[index] else {
        if parameter.fallback == nil {
          report(
            "wrong-arguments", "\(what) needs the argument '\(parameter.name.text)'", at: span)
          isFine = false
        }
        continue
      }
      if !isAssignable(value.type, to: type) {
        report(
          "wrong-type",
          "\(what) takes \(withArticle(type)) as '\(parameter.name.text)', not \(withArticle(value.type))",
          at: value.place.span)
        isFine = false
      } else if value.type != .any || !containsRecord(type) {
        bound[index] = CheckedExpression(kind: value.kind, type: type, place: value.place)
      }
    }
    return isFine
  }

  /// Mistakes in the declaration are reported where it stands, once.
  private mutating func declaredTypeThere(_ type: TypeExpression, of number: Int) -> ValueType {
    let outer = (template, trace)
    (template, trace) = (macros[number].template, macros[number].trace)
    defer { (template, trace) = outer }
    return declaredType(type)
  }

  /// A value of unknown type must not be read by the positions of a record's fields.
  private func containsRecord(_ type: ValueType) -> Bool {
    switch type {
    case .record: true
    case .list(let inner), .map(let inner), .optional(let inner): containsRecord(inner)
    default: false
    }
  }
}

extension CompileTimeValue {
  /// Whether there is something at run time that a variable must hold.
  var hasStorage: Bool {
    switch self {
    case .namespace, .cycler: true
    case .macro, .module, .loop, .caller, .selfBlocks: false
    }
  }
}
