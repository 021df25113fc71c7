import Diagnostics

extension Checker {
  mutating func checkLoop(_ loop: Statement.Loop, _ span: Range<Int>) -> [CheckedNode] {
    let iterable = checkData(loop.iterable)
    let element = elementType(of: iterable) ?? .any
    let before = flow
    var recursive: Int?
    if loop.isRecursive {
      recursive = recursiveLoops.count
      recursiveLoops.append(
        RecursiveLoop(syntax: loop, span: span, scope: scope, instances: []))
    }
    let number = checkLoopBody(
      loop, iterable: iterable, element: element, recursive: recursive, span)
    flow = before
    guard let checked = checkedLoops[number] else { return [] }
    return [CheckedNode(kind: .loop(checked), place: place(span))]
  }

  /// Checks a loop's body for elements of one type, and returns the loop's number.
  mutating func checkLoopBody(
    _ loop: Statement.Loop, iterable: CheckedExpression?, element: ValueType, recursive: Int?,
    _ span: Range<Int>
  ) -> Int {
    let number = loops.count
    loops.append(
      LoopFacts(
        element: element, iterable: .list(element), isRecursive: loop.isRecursive,
        frame: scopes[scope].frame))
    if let recursive { recursiveLoops[recursive].instances.append((element, number)) }
    let source =
      iterable
      ?? CheckedExpression(kind: .constant(.none), type: .list(element), place: place(span))
    let before = flow
    let parts = inScope(.loop(number)) { checker in
      checker.checkLoopParts(loop, number: number, element: element, span)
    }
    flow = before
    let otherwise = inScope(.inner) { checker -> [CheckedNode] in
      guard let otherwise = loop.otherwise else { return [] }
      let nodes = checker.checkBody(otherwise)
      return checker.prologue(at: span) + nodes
    }
    flow = before
    let checked = CheckedLoop(
      id: number, pattern: parts.pattern, iterable: source, filter: parts.filter,
      isRecursive: loop.isRecursive, usesLoop: loops[number].isUsed, body: parts.body,
      otherwise: otherwise)
    checkedLoops[number] = checked
    return number
  }

  private mutating func checkLoopParts(
    _ loop: Statement.Loop, number: Int, element: ValueType, _ span: Range<Int>
  ) -> (pattern: CheckedPattern, filter: CheckedExpression?, body: [CheckedNode]) {
    let pattern = bindPattern(loop.target, element, at: loop.iterable.span)
    if case .variable(let variable) = pattern {
      flow.choices[variable.id] = textListChoices(loop.iterable)
    }
    if case .variable(let variable) = pattern {
      flow.present.formUnion(selectedPaths(loop.iterable).map { "\(variable.id).\($0)" })
    }
    let filter = loop.filter.map { checkCondition($0) }
    if let condition = loop.filter { flow.present.formUnion(presence(condition, when: true)) }
    _ = declare("loop", .compileTime(.loop(number)))
    let body = checkBody(loop.body)
    return (pattern, filter, prologue(at: span) + body)
  }

  /// The attributes that `selectattr` has shown every element to have.
  private func selectedPaths(_ iterable: Expression) -> [String] {
    switch iterable.kind {
    case .slice(let inner, _, _, _): return selectedPaths(inner)
    case .filter(let inner, let name, let arguments):
      let words = arguments.positional.map { argument -> String in
        if case .string(let word) = argument.kind { word } else { "" }
      }
      switch name.text {
      case "selectattr":
        let showsNothing = words.count > 1 && ["none", "undefined", "defined"].contains(words[1])
        return selectedPaths(inner) + (showsNothing ? [] : words.prefix(1))
      case "rejectattr":
        return selectedPaths(inner) + (words.dropFirst().first == "none" ? words.prefix(1) : [])
      case "sort", "list", "reverse", "unique", "select", "reject": return selectedPaths(inner)
      default: return []
      }
    default: return []
    }
  }

  private mutating func bindPattern(
    _ pattern: Statement.Pattern, _ type: ValueType, at span: Range<Int>
  ) -> CheckedPattern {
    switch pattern {
    case .name(let name): return .variable(declare(name.text, type))
    case .parts(let parts, _):
      let types =
        partTypes(of: type, count: parts.count, at: span)
        ?? Array(repeating: .any, count: parts.count)
      return .parts(zip(parts, types).map { bindPattern($0, $1, at: span) })
    }
  }

  /// What a loop over a value goes through, or `nil` after reporting that none is possible.
  mutating func elementType(of value: CheckedExpression) -> ValueType? {
    switch value.type.unwrapped {
    case .list(let element): return element == .undefined ? .any : element
    case .tuple: return value.type.unwrapped.element ?? .any
    case .map, .record: return .string
    case .string, .html: return .string
    case .any: return .any
    case .none, .undefined, .bool, .int, .float, .trusted, .json, .date, .month, .period, .optional,
      .compileTime:
      report(
        "wrong-type", "a loop goes through a list, a map or a text, not \(withArticle(value.type))",
        at: value.place.span)
      return nil
    }
  }

  /// All texts that an expression may give, if they are known.
  func textChoices(_ expression: Expression) -> [String]? {
    switch expression.kind {
    case .string(let text): return [text]
    case .name(let name): return variable(named: name).flatMap { flow.choices[$0.id] }
    case .conditional(let then, _, let otherwise?):
      guard let first = textChoices(then), let second = textChoices(otherwise) else { return nil }
      return first + second.filter { !first.contains($0) }
    case .concatenation(let parts):
      var texts = [""]
      for part in parts {
        guard let choices = textChoices(part), choices.count * texts.count <= 64 else { return nil }
        texts = texts.flatMap { text in choices.map { text + $0 } }
      }
      return texts
    default: return nil
    }
  }

  private func textListChoices(_ expression: Expression) -> [String]? {
    guard case .list(let parts) = expression.kind else {
      guard case .tuple(let parts) = expression.kind else { return nil }
      return textListChoices(Expression(.list(parts), span: expression.span))
    }
    var texts: [String] = []
    for part in parts {
      guard let choices = textChoices(part), texts.count < 64 else { return nil }
      texts += choices.filter { !texts.contains($0) }
    }
    return texts
  }
}
