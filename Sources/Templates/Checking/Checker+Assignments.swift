import Diagnostics

extension Checker {
  mutating func checkAssign(
    _ targets: [Statement.Target], _ value: Expression, _ span: Range<Int>
  ) -> [CheckedNode] {
    if targets.count == 1 {
      let checked = check(value)
      return assign(targets[0], checked, constant: textChoices(value), span)
    }
    if case .tuple(let parts) = value.kind, parts.count == targets.count {
      let values = parts.map { check($0) }
      let kept = values.map { value in (declareHidden(value.type), value) }
      var nodes = kept.map { CheckedNode(kind: .assign($0, $1), place: place(span)) }
      for (target, (variable, value)) in zip(targets, kept) {
        let read = CheckedExpression(
          kind: .variable(variable), type: value.type, place: value.place)
        nodes += assign(target, read, constant: nil, span)
      }
      return nodes
    }
    let checked = checkData(value)
    guard let types = partTypes(of: checked.type, count: targets.count, at: value.span) else {
      return []
    }
    let variables = zip(targets, types).map { target, type in assignable(target.name, type) }
    return [
      CheckedNode(
        kind: .unpack(.parts(variables.map { .variable($0) }), checked), place: place(span))
    ]
  }

  private mutating func assign(
    _ target: Statement.Target, _ value: CheckedExpression, constant: [String]?, _ span: Range<Int>
  ) -> [CheckedNode] {
    guard let field = target.field else {
      let variable = assignable(target.name, value.type)
      flow.choices[variable.id] = constant
      if case .compileTime(let kind) = value.type, !kind.hasStorage { return [] }
      return [CheckedNode(kind: .assign(variable, value), place: place(span))]
    }
    let object = checkName(target.name.text, at: target.name.span, use: .guarded)
    guard case .compileTime(.namespace(let number)) = object.type else {
      if !object.isMistaken {
        report(
          "wrong-type",
          "only the fields of a namespace can be set, and '\(target.name.text)' is \(withArticle(object.type))",
          at: target.name.span)
      }
      return []
    }
    if let position = namespaces[number].names.firstIndex(of: field.text) {
      let joined = namespaces[number].types[position].joined(with: value.type)
      namespaces[number].types[position] = joined
    } else {
      namespaces[number].names.append(field.text)
      namespaces[number].types.append(value.type)
    }
    let position = namespaces[number].names.firstIndex(of: field.text) ?? 0
    return [
      CheckedNode(kind: .assignNamespace(object, position: position, value), place: place(span))
    ]
  }

  /// The types of the parts of a value that is taken apart.
  mutating func partTypes(
    of type: ValueType, count: Int, at span: Range<Int>
  ) -> [ValueType]? {
    switch type.unwrapped {
    case .tuple(let parts, _):
      if parts.count == count { return parts }
      report("wrong-type", "\(count) names take \(count) values, found \(parts.count)", at: span)
      return nil
    case .list(let element):
      return Array(repeating: element == .undefined ? .any : element, count: count)
    case .any: return Array(repeating: .any, count: count)
    case .string, .html: return Array(repeating: .string, count: count)
    case .map, .record: return Array(repeating: .string, count: count)
    default:
      report(
        "wrong-type", "\(withArticle(type)) cannot be taken apart into \(count) names", at: span)
      return nil
    }
  }

  /// The value of what statements print, in a scope of their own.
  mutating func captured(_ body: [Statement], _ span: Range<Int>) -> CheckedExpression {
    let outer = (flow.present, surroundings.isMuted)
    surroundings.isMuted = false
    let nodes = inScope(.inner) { checker in
      let nodes = checker.checkBody(body)
      return checker.prologue(at: span) + nodes
    }
    (flow.present, surroundings.isMuted) = outer
    return CheckedExpression(
      kind: .captured(.nodes(nodes)), type: isEscaped ? .html : .string, place: place(span))
  }

  /// Applies filters to markup; what they only change the look of stays markup.
  private mutating func filtered(
    _ markup: CheckedExpression, _ filters: [Statement.FilterUse]
  ) -> CheckedExpression {
    var value = markup
    for use in filters {
      let before = value.type
      value = apply(use.name, to: value, use.arguments, use.name.span)
      if before == .html, value.type == .string, ["title", "wordwrap"].contains(use.name.text) {
        value = CheckedExpression(kind: .filter(.safe, [value]), type: .html, place: value.place)
      }
    }
    return value
  }

  mutating func checkCapture(
    _ target: Statement.Target, _ filters: [Statement.FilterUse], _ body: [Statement],
    _ span: Range<Int>
  ) -> [CheckedNode] {
    let value = filtered(captured(body, span), filters)
    return assign(target, value, constant: nil, span)
  }

  mutating func checkFilterBlock(
    _ filters: [Statement.FilterUse], _ body: [Statement], _ span: Range<Int>
  ) -> [CheckedNode] {
    let value = filtered(captured(body, span), filters)
    return [CheckedNode(kind: .output(value, isEscaped: isEscaped), place: place(span))]
  }

  mutating func checkWith(
    _ bindings: [Statement.Binding], _ body: [Statement], _ span: Range<Int>
  ) -> [CheckedNode] {
    // All values see the variables outside, not each other.
    let values = bindings.map { check($0.value) }
    let outer = flow
    let nodes = inScope(.inner) { checker in
      var nodes: [CheckedNode] = []
      for (binding, value) in zip(bindings, values) {
        let variable = checker.declare(binding.name.text, value.type)
        checker.flow.choices[variable.id] = checker.textChoices(binding.value)
        if case .compileTime(let kind) = value.type, !kind.hasStorage { continue }
        nodes.append(
          CheckedNode(kind: .assign(variable, value), place: checker.place(binding.name.span)))
      }
      let body = checker.checkBody(body)
      return nodes + checker.prologue(at: span) + body
    }
    let isDead = flow.isDead
    flow = outer
    flow.isDead = isDead
    return nodes
  }
}
