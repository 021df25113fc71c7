import Diagnostics

extension Checker {
  mutating func callRange(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    let values = arguments.positional.map { checkData($0) }
    guard arguments.named.isEmpty, (1...3).contains(values.count) else {
      report(
        "wrong-arguments", "'range' takes 1 to 3 whole numbers: start, stop and step", at: span)
      return mistaken(span)
    }
    for value in values where ![.int, .any, .bool].contains(value.type.unwrapped) {
      report(
        "wrong-type", "'range' takes whole numbers, not \(withArticle(value.type))",
        at: value.place.span)
    }
    let zero = constant(.int(0), .int, span)
    let one = constant(.int(1), .int, span)
    let bounds =
      switch values.count {
      case 1: [zero, values[0], one]
      case 2: [values[0], values[1], one]
      default: values
      }
    return CheckedExpression(kind: .filter(.range, bounds), type: .list(.int), place: place(span))
  }

  mutating func callDict(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    guard arguments.positional.isEmpty else {
      for argument in arguments.expressions { _ = check(argument) }
      report("wrong-arguments", "'dict' takes arguments with names, such as 'dict(a=1)'", at: span)
      return mistaken(span)
    }
    var type: ValueType?
    let pairs = arguments.named.map { argument in
      let value = checkData(argument.value)
      type = type?.joined(with: value.type) ?? value.type
      return (constant(.string(argument.name.text), .string, argument.name.span), value)
    }
    return CheckedExpression(
      kind: .map(pairs), type: .map(type ?? .undefined), place: place(span))
  }

  mutating func callNamespace(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    if !arguments.positional.isEmpty {
      report(
        "wrong-arguments", "'namespace' takes arguments with names, such as 'namespace(n=0)'",
        at: span)
    }
    let values = arguments.named.map { checkData($0.value) }
    let place = place(span)
    let site = Place(template: template, span: span, trace: 0)
    var fields = knownNamespaces[site] ?? NamespaceFields()
    for (argument, value) in zip(arguments.named, values) {
      if let position = fields.names.firstIndex(of: argument.name.text) {
        fields.types[position] = fields.types[position].joined(with: value.type)
      } else {
        fields.names.append(argument.name.text)
        fields.types.append(value.type)
      }
    }
    let number = namespaces.count
    namespaces.append(fields)
    namespaceSites.append((site, number))
    return CheckedExpression(
      kind: .namespace(number, values), type: .compileTime(.namespace(number)), place: place)
  }

  mutating func callCycler(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    let values = arguments.positional.map { checkData($0) }
    if values.isEmpty || !arguments.named.isEmpty {
      report("wrong-arguments", "'cycler' takes the values to go through", at: span)
      return mistaken(span)
    }
    let list = CheckedExpression(kind: .list(values), type: .list(.any), place: place(span))
    return CheckedExpression(
      kind: .namespace(-1, [list, constant(.int(0), .int, span)]),
      type: .compileTime(.cycler(0)), place: place(span))
  }

  mutating func callCyclerMember(
    _ cycler: CheckedExpression, _ name: Identifier, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    switch name.text {
    case "next":
      return CheckedExpression(kind: .cyclerNext(cycler), type: .any, place: place(span))
    case "reset":
      return CheckedExpression(kind: .cyclerReset(cycler), type: .none, place: place(span))
    default:
      let hint = NearestName.hint(name.text, among: ["next", "reset", "current"])
      report("unknown-field", "a cycler has no '\(name.text)'\(hint)", at: name.span)
      return mistaken(span)
    }
  }

  mutating func callHost(
    _ index: Int, value: CheckedExpression?, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    let function = host[index]
    let signature = BuiltinSignature(
      name: function.name, callee: index,
      parameters: function.parameters.dropFirst(value == nil ? 0 : 1).map {
        .init(name: $0.name, aliases: [], fallback: $0.isOptional ? Constant.none : nil)
      })
    let what = "'\(function.name)'"
    guard let bound = bind(arguments, to: signature, what, span) else { return mistaken(span) }
    let all = (value.map { [$0] } ?? []) + bound
    for (argument, parameter) in zip(all, function.parameters) {
      noteWholeAccess(argument.type)
      let wanted = parameter.isOptional ? parameter.type.orNone : parameter.type
      if !isAssignable(argument.type, to: wanted) {
        report(
          "wrong-type",
          "\(what) takes \(withArticle(parameter.type)) as '\(parameter.name)', not \(withArticle(argument.type))",
          at: argument.place.span)
      }
    }
    return CheckedExpression(kind: .host(index, all), type: function.result, place: place(span))
  }

  /// Whether a value of one type may be given where another is declared.
  func isAssignable(_ type: ValueType, to wanted: ValueType) -> Bool {
    if type == wanted || wanted == .any || type == .any { return true }
    switch (type, wanted) {
    case (.none, .optional), (.undefined, .optional): return true
    case (.optional(let inner), .optional(let outer)): return isAssignable(inner, to: outer)
    case (_, .optional(let outer)): return isAssignable(type, to: outer)
    case (.int, .float), (.html, .string), (.json, .string), (.trusted, .string): return true
    case (.list(let inner), .list(let outer)), (.map(let inner), .map(let outer)):
      return inner == .undefined || isAssignable(inner, to: outer)
    case (.tuple, .list(let outer)): return isAssignable(type.element ?? .any, to: outer)
    case (.record, .map): return schema.isInferred
    default: return false
    }
  }
}

// MARK: - Loops

extension Checker {
  func loopMemberType(_ attribute: LoopAttribute, of loop: LoopFacts) -> ValueType {
    switch attribute {
    case .index, .index0, .revindex, .revindex0, .length, .depth, .depth0: .int
    case .first, .last: .bool
    case .previtem, .nextitem: loop.element.orNone
    }
  }

  mutating func loopMember(_ loop: Int, _ name: Identifier, _ span: Range<Int>) -> CheckedExpression
  {
    guard useLoop(loop, span) else { return mistaken(span) }
    guard let attribute = LoopAttribute.allCases.first(where: { $0.name == name.text }) else {
      let known = LoopAttribute.allCases.map(\.name) + ["cycle", "changed"]
      let hint = NearestName.hint(name.text, among: known)
      report("unknown-field", "loop has no '\(name.text)'\(hint)", at: name.span)
      return mistaken(span)
    }
    let type = loopMemberType(attribute, of: loops[loop])
    return CheckedExpression(
      kind: .loopAttribute(loop: loop, attribute), type: type, place: place(span))
  }

  private mutating func useLoop(_ loop: Int, _ span: Range<Int>) -> Bool {
    guard loops[loop].frame == scopes[scope].frame else {
      report(
        "undefined-name", "a macro cannot use the loop around it; pass what it needs", at: span)
      return false
    }
    loops[loop].isUsed = true
    return true
  }

  mutating func callLoopMember(
    _ loop: Int, _ name: Identifier, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    let values = arguments.positional.map { checkData($0) }
    guard useLoop(loop, span) else { return mistaken(span) }
    guard arguments.named.isEmpty, !values.isEmpty else {
      report("wrong-arguments", "'loop.\(name.text)' takes values without names", at: span)
      return mistaken(span)
    }
    switch name.text {
    case "cycle":
      let type = values.map(\.type).reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .any
      return CheckedExpression(
        kind: .loopCycle(loop: loop, values), type: type, place: place(span))
    case "changed":
      for value in values { noteComparison(value.type, value.type) }
      return CheckedExpression(
        kind: .loopChanged(loop: loop, values), type: .bool, place: place(span))
    default:
      let hint = NearestName.hint(name.text, among: ["cycle", "changed"])
      report("unknown-field", "loop has no '\(name.text)()'\(hint)", at: name.span)
      return mistaken(span)
    }
  }

  /// `loop(children)`: the body of a recursive loop once more, for other elements.
  mutating func recurse(
    into loop: Int, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    let values = arguments.positional.map { checkData($0) }
    guard useLoop(loop, span) else { return mistaken(span) }
    guard loops[loop].isRecursive,
      let recursive = recursiveLoops.lastIndex(where: { $0.instances.contains { $0.loop == loop } })
    else {
      report("wrong-type", "'loop()' needs a loop that says 'recursive'", at: span)
      return mistaken(span)
    }
    guard values.count == 1, arguments.named.isEmpty else {
      report("wrong-arguments", "'loop()' takes the list to go through", at: span)
      return mistaken(span)
    }
    guard let element = elementType(of: values[0]) else { return mistaken(span) }
    let number = instance(of: recursive, element: element)
    return CheckedExpression(
      kind: .captured(.recursion(loop: number, from: loop, values[0])),
      type: isEscaped ? .html : .string,
      place: place(span))
  }

  /// The loop's body as checked for an element type; types beyond a few are handled as unknown.
  private mutating func instance(of recursive: Int, element: ValueType) -> Int {
    let known = recursiveLoops[recursive].instances
    if let found = known.first(where: { $0.element == element }) { return found.loop }
    if known.count >= CheckLimits.recursionTypes, element != .any {
      return instance(of: recursive, element: .any)
    }
    let outer = (scope, branchDepth, flow)
    scope = recursiveLoops[recursive].scope
    defer { (scope, branchDepth, flow) = outer }
    let syntax = recursiveLoops[recursive].syntax
    return checkLoopBody(
      syntax, iterable: nil, element: element, recursive: recursive,
      recursiveLoops[recursive].span)
  }
}
