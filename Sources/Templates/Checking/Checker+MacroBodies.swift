extension Checker {
  /// Returns the number of a macro's body as checked for these types of arguments.
  mutating func instance(
    of number: Int, _ types: [ValueType?], captured: [CapturedVariable] = [], callBody: Int?,
    at span: Range<Int>, hasMarkup: Bool = false
  ) -> Int {
    var types = types
    let inProgress = openInstances.filter { $0.macro == number }.count
    if inProgress >= CheckLimits.instancesInProgress {
      types = types.map { $0 == nil ? nil : .any }
    }
    let key = InstanceKey(
      macro: number, arguments: types,
      surroundings: surroundingTypes(from: macros[number].scope, captured),
      captured: captured.map(\.outer.id), callBlock: callBody)
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
      checker.checkInstance(key, captured, at: span, hasMarkup: hasMarkup)
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

  /// How many variables a macro's body may see from outside.
  func surroundingsCount(of macro: Int) -> Int {
    var count = 0
    var current = macros[macro].scope
    while let parent = scopes[current].parent {
      count += scopes[current].variables.count
      current = parent
    }
    return count
  }

  private func surroundingTypes(
    from start: Int, _ captured: [CapturedVariable]
  ) -> [Int: ValueType] {
    var types: [Int: ValueType] = [:]
    var current = start
    while let parent = scopes[current].parent {
      for variable in scopes[current].variables.values { types[variable.id] = type(of: variable) }
      current = parent
    }
    for variable in captured { types[variable.outer.id] = type(of: variable.outer) }
    return types
  }

  private mutating func checkInstance(
    _ key: InstanceKey, _ captured: [CapturedVariable], at span: Range<Int>, hasMarkup: Bool
  ) -> MacroInstance {
    let definition = macros[key.macro]
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
    return inScope(.inner, parent: definition.scope, frame: frame) { checker in
      let captured = checker.declare(captured, of: key.macro)
      return checker.inScope(kind) { checker in
        checker.checkMacroBody(definition, key, captured: captured, hasMarkup: hasMarkup)
      }
    }
  }

  private mutating func checkMacroBody(
    _ definition: MacroDefinition, _ key: InstanceKey, captured: [Variable], hasMarkup: Bool
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
    parameters += captured
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
      name: definition.syntax.name.text, frame: scopes[scope].frame, parameters: parameters,
      callerFrame: callerFrame, body: body, isEscaped: definition.isEscaped)
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
        } else if checkDefault(
          value.type, of: parameter.name.text, declared: declared, at: fallback.span)
        {
          known = declared
        }
      }
      flow.types[variable.id] = known
      nodes.append(CheckedNode(kind: .assign(variable, value), place: place(fallback.span)))
    }
    return nodes
  }
}
