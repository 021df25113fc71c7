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
        of: number, types, callBody: nil, at: macros[number].syntax.name.span, hasMarkup: true)
      (flow, template, trace, scope) = outer
    }
    pendingMacros = []
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
    guard mayGoOn(at: span) else { return mistaken(span) }
    let instance = instance(of: number, types, callBody: callBody, at: span)
    var values = bound.fixed.compactMap { argument -> CheckedExpression? in
      guard let argument else { return nil }
      if case .compileTime(let value) = argument.type, !value.hasStorage { return nil }
      return argument
    }
    values += bound.extra
    return CheckedExpression(
      kind: .captured(.macro(CheckedCall(instance: instance, arguments: values))),
      type: macro.isEscaped ? .html : .string, place: place(span))
  }

  private mutating func bindMacro(
    _ number: Int, _ arguments: Arguments, _ span: Range<Int>
  ) -> (fixed: [CheckedExpression?], extra: [CheckedExpression])? {
    let macro = macros[number].syntax
    let what = "macro '\(macro.name.text)'"
    var bound = [CheckedExpression?](repeating: nil, count: macro.parameters.count)
    var surplus: [CheckedExpression] = []
    var surplusNamed: [(key: CheckedExpression, value: CheckedExpression)] = []
    var isFine = true
    for (index, argument) in arguments.positional.enumerated() {
      let value = check(argument)
      if index < bound.count {
        bound[index] = value
      } else {
        surplus.append(value)
        if !macro.usesExtraArguments, isFine {
          isFine = false
          report(
            "wrong-arguments",
            "\(what) takes \(counted(bound.count)), found \(arguments.positional.count)",
            at: argument.span)
        }
      }
    }
    for argument in arguments.named {
      let value = check(argument.value)
      let index = macro.parameters.firstIndex { $0.name.text == argument.name.text }
      if let index, bound[index] == nil {
        bound[index] = value
      } else if index == nil, macro.usesExtraArguments {
        let key = constant(.string(argument.name.text), .string, argument.name.span)
        surplusNamed.append((key, value))
      } else {
        isFine = false
        let hint = NearestName.hint(argument.name.text, among: macro.parameters.map(\.name.text))
        report(
          "wrong-arguments",
          index != nil
            ? "\(what) is given '\(argument.name.text)' twice"
            : "\(what) has no parameter '\(argument.name.text)'\(hint)", at: argument.name.span)
      }
    }
    guard isFine, checkDeclaredTypes(number, &bound, what, span) else { return nil }
    guard macro.usesExtraArguments else { return (bound, []) }
    return (
      bound,
      [
        CheckedExpression(kind: .list(surplus), type: .list(.any), place: place(span)),
        CheckedExpression(kind: .map(surplusNamed), type: .map(.any), place: place(span)),
      ]
    )
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

// MARK: - Bodies

extension Checker {
  /// Returns the number of a macro's body as checked for these types of arguments.
  mutating func instance(
    of number: Int, _ types: [ValueType?], callBody: Int?, at span: Range<Int>,
    hasMarkup: Bool = false
  ) -> Int {
    var types = types
    let inProgress = openInstances.filter { $0.macro == number }.count
    if inProgress >= CheckLimits.instancesInProgress {
      types = types.map { $0 == nil ? nil : .any }
    }
    let key = InstanceKey(
      macro: number, arguments: types, surroundings: surroundingTypes(from: macros[number].scope),
      callBlock: callBody)
    if let known = instanceNumbers[key] {
      noteCall(of: known)
      return known
    }
    let index = instances.count
    instances.append(nil)
    instanceNumbers[key] = index
    guard inProgress < 2 * CheckLimits.instancesInProgress, mayGoOn(at: span) else {
      if !isExhausted {
        report(
          "template-too-deep", "a macro's call blocks nest too deep in its own calls", at: span)
      }
      return index
    }
    macros[number].wasChecked = true
    openInstances.append(key)
    nesting += 1
    instances[index] = readingApart(index) { checker in
      checker.checkInstance(key, at: span, hasMarkup: hasMarkup)
    }
    nesting -= 1
    openInstances.removeLast()
    return index
  }

  /// Checks a body and keeps what it reads, for those that use the same body later.
  mutating func readingApart(
    _ index: Int, _ body: (inout Checker) -> MacroInstance
  ) -> MacroInstance {
    if let caller = instancesInCheck.last {
      instanceReads[caller, default: .init()].callees.insert(index)
    }
    let outer = accesses
    accesses = AccessSet()
    instancesInCheck.append(index)
    let instance = body(&self)
    instancesInCheck.removeLast()
    instanceReads[index, default: .init()].own = accesses
    accesses.formUnion(outer)
    return instance
  }

  /// Counts what a body that was checked before reads, with all that it calls.
  mutating func noteCall(of index: Int) {
    if let caller = instancesInCheck.last {
      instanceReads[caller, default: .init()].callees.insert(index)
    }
    var seen: Set<Int> = []
    var open = [index]
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let reads = instanceReads[next] else { continue }
      accesses.formUnion(reads.own)
      open += reads.callees
    }
  }

  private func surroundingTypes(from start: Int) -> [Int: ValueType] {
    var types: [Int: ValueType] = [:]
    var current = start
    while let parent = scopes[current].parent {
      for variable in scopes[current].variables.values { types[variable.id] = type(of: variable) }
      current = parent
    }
    return types
  }

  private mutating func checkInstance(
    _ key: InstanceKey, at span: Range<Int>, hasMarkup: Bool
  ) -> MacroInstance {
    let definition = macros[key.macro]
    let name = definition.syntax.name.text
    let outer = (flow, template, trace, isEscaped, surroundings)
    let step = Trace(message: "called from here", place: place(span))
    flow.present = []
    if span != definition.syntax.name.span || template != definition.template {
      traces.append(step)
      trace = traces.count - 1
    }
    template = definition.template
    isEscaped = definition.isEscaped
    let frame = frames.count
    frames.append(0)
    defer { (flow, template, trace, isEscaped, surroundings) = outer }
    let kind = Scope.Kind.macro(usesCaller: definition.syntax.usesCaller)
    return inScope(kind, parent: definition.scope, frame: frame) { checker in
      checker.checkMacroBody(definition, key, frame: frame, name: name, hasMarkup: hasMarkup)
    }
  }

  private mutating func checkMacroBody(
    _ definition: MacroDefinition, _ key: InstanceKey, frame: Int, name: String, hasMarkup: Bool
  ) -> MacroInstance {
    surroundings = BodySurroundings()
    var parameters: [Variable] = []
    var callerFrame: Variable?
    for (parameter, type) in zip(definition.syntax.parameters, key.arguments) {
      let variable = declare(parameter.name.text, type ?? .undefined)
      if case .compileTime(let value) = type ?? .undefined, !value.hasStorage { continue }
      if type != nil { parameters.append(variable) }
    }
    if definition.syntax.usesExtraArguments {
      parameters.append(declare("varargs", .list(.any)))
      parameters.append(declare("kwargs", .map(.any)))
    }
    if key.callBlock != nil {
      callerFrame = declareHidden(.int)
      surroundings.callBody = key.callBlock
      surroundings.callerFrame = callerFrame
    } else if hasMarkup, definition.syntax.usesCaller {
      let markup = declareHidden(.html)
      surroundings.callerMarkup = markup
      parameters.append(markup)
    }
    var body = checkDefaults(definition, key)
    body += checkBody(definition.syntax.body)
    body = prologue(at: definition.syntax.name.span) + body
    return MacroInstance(
      name: name, frame: frame, parameters: parameters, callerFrame: callerFrame, body: body,
      isEscaped: definition.isEscaped)
  }

  private mutating func checkDefaults(
    _ definition: MacroDefinition, _ key: InstanceKey
  ) -> [CheckedNode] {
    var nodes: [CheckedNode] = []
    for (parameter, type) in zip(definition.syntax.parameters, key.arguments) where type == nil {
      guard let fallback = parameter.fallback,
        let variable = scopes[scope].variables[parameter.name.text]
      else { continue }
      let value = checkData(fallback)
      var known = value.type
      if let declared = parameter.type.map({ declaredType($0) }) {
        if value.type == .none {
          known = declared.orNone
        } else if !isAssignable(value.type, to: declared) {
          report(
            "wrong-type",
            "'\(parameter.name.text)' is \(withArticle(declared)), its default is \(withArticle(value.type))",
            at: fallback.span)
        } else {
          known = declared
        }
      }
      flow.types[variable.id] = known
      nodes.append(CheckedNode(kind: .assign(variable, value), place: place(fallback.span)))
    }
    return nodes
  }
}
