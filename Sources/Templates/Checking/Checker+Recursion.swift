/// What makes two uses of a template that includes itself the same.
struct IncludeKey: Hashable {
  let template: Int
  /// The types of the variables it may see, by name.
  let variables: [String: ValueType]
}

extension Checker {
  /// Makes a call of a template that includes itself, as a macro of all the variables it sees.
  ///
  /// Returns `nil` where it is seen for the first time with these types, and is checked in place.
  mutating func recursiveInclude(
    _ index: Int, _ withContext: Bool, at span: Range<Int>
  ) -> CheckedNode? {
    let visible = withContext ? visibleVariables() : []
    _ = mayGoOn(at: span, work: visible.count)
    let key = IncludeKey(
      template: index,
      variables: Dictionary(
        visible.map { ($0.name, type(of: $0.variable)) }, uniquingKeysWith: { first, _ in first }))
    let number: Int
    if let known = includeInstances[key] {
      number = known
      noteCall(of: known)
    } else {
      guard nesting < CheckLimits.nesting, includeInstances.count < CheckLimits.recursionTypes
      else {
        _ = refuseRecursion(index, at: span)
        return nil
      }
      number = instances.count
      instances.append(nil)
      includeInstances[key] = number
      instances[number] = readingApart(number) { checker in
        checker.includeInstance(index, visible, withContext, at: span)
      }
    }
    let arguments = visible.compactMap { name, variable -> CheckedExpression? in
      let type = type(of: variable)
      if case .compileTime(let kind) = type, !kind.hasStorage { return nil }
      return CheckedExpression(kind: .variable(variable), type: type, place: place(span))
    }
    let call = CheckedCall(instance: number, arguments: arguments)
    let value = CheckedExpression(
      kind: .captured(.macro(call)), type: isEscaped ? .html : .string, place: place(span))
    return CheckedNode(kind: .output(value, isEscaped: isEscaped), place: place(span))
  }

  private mutating func refuseRecursion(_ index: Int, at span: Range<Int>) -> Bool {
    let name = set.templates[index].source.name
    report("template-recursion", "'\(name)' includes itself for ever new types of values", at: span)
    return false
  }

  /// The variables that an included template sees, without the globals.
  func visibleVariables() -> [(name: String, variable: Variable)] {
    var visible: [String: Variable] = [:]
    var current: Int? = scope
    let frame = scopes[scope].frame
    while let index = current, scopes[index].parent != nil {
      for (name, variable) in scopes[index].variables
      where visible[name] == nil && (variable.frame == frame || variable.frame == 0) {
        visible[name] = variable
      }
      current = scopes[index].parent
    }
    return visible.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      .filter { name, variable in
        if case .compileTime(.loop) = type(of: variable) { return false }
        return true
      }
  }

  private mutating func includeInstance(
    _ index: Int, _ visible: [(name: String, variable: Variable)], _ withContext: Bool,
    at span: Range<Int>
  ) -> MacroInstance {
    let outer = (trace, flow, blocks, placedBlocks, pageScope, surroundings, isEscaped)
    let types = visible.map { type(of: $0.variable) }
    traces.append(Trace(message: "included from here", place: place(span)))
    trace = traces.count - 1
    (blocks, placedBlocks, surroundings) = ([:], [], BodySurroundings())
    let frame = frames.count
    frames.append(0)
    let firstBlock = outerBlocks.count
    nesting += 1
    defer {
      nesting -= 1
      (trace, flow, blocks, placedBlocks, pageScope, surroundings, isEscaped) = outer
    }
    return inScope(.template, parent: withContext ? 0 : 1, frame: frame) { checker in
      checker.flow.present = []
      var parameters: [Variable] = []
      for ((name, _), type) in zip(visible, types) {
        let variable = checker.declare(name, type)
        if case .compileTime(let kind) = type, !kind.hasStorage { continue }
        parameters.append(variable)
      }
      // Names that the template sets are its own; the parameters lie outside.
      let body = checker.inScope(.template) { checker in
        checker.pageScope = checker.scope
        let nodes = checker.checkPage(index)
        checker.checkUnplacedBlocks(from: firstBlock)
        return checker.prologue(at: 0..<0) + nodes
      }
      let name = checker.set.templates[index].source.name
      return MacroInstance(
        name: name, frame: frame, parameters: parameters, callerFrame: nil, body: body,
        isEscaped: Checker.isEscaped(name))
    }
  }
}
