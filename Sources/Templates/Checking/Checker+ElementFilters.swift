import Diagnostics

extension Checker {
  mutating func applyVariadic(
    _ filter: Filter, _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    switch filter {
    case .format:
      var values = arguments.positional.map { checkData($0) }
      if !arguments.named.isEmpty {
        let pairs = arguments.named.map { argument in
          (constant(.string(argument.name.text), .string, span), checkData(argument.value))
        }
        values.append(CheckedExpression(kind: .map(pairs), type: .map(.any), place: place(span)))
      }
      guard subject.type.unwrapped.isText || subject.type == .any else {
        return refuse(subject, name, span)
      }
      return CheckedExpression(
        kind: .filter(.format, [subject] + values), type: subject.type.unwrapped, place: place(span)
      )
    case .map: return checkMapFilter(subject, arguments, name, span)
    default: return checkSelection(filter, subject, arguments, name, span)
    }
  }

  private mutating func checkMapFilter(
    _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    guard let item = item(of: subject) else { return mistaken(span) }
    if let attribute = arguments.named.first(where: { $0.name.text == "attribute" }) {
      let fallback = arguments.named.first { $0.name.text == "default" }.map { checkData($0.value) }
      for argument in arguments.named where !["attribute", "default"].contains(argument.name.text) {
        report(
          "wrong-arguments", "the filter 'map' has no argument '\(argument.name.text)'",
          at: argument.name.span)
      }
      let path = check(attribute.value)
      guard var value = follow(path, from: item, use: fallback == nil ? .unguarded : .lenient)
      else {
        return mistaken(span)
      }
      if let fallback {
        value = CheckedExpression(
          kind: .fallback(value, fallback, replacesNull: !schema.isInferred),
          type: value.type == .undefined
            ? fallback.type : value.type.unwrapped.joined(with: fallback.type),
          place: value.place)
      }
      return comprehension(subject, item, condition: nil, result: value, span)
    }
    guard let inner = innerName(arguments, "map", "a filter", span) else { return mistaken(span) }
    let rest = Arguments(
      positional: Array(arguments.positional.dropFirst()), named: arguments.named)
    let value = apply(inner, to: item, rest, span)
    return comprehension(subject, item, condition: nil, result: value, span)
  }

  private mutating func innerName(
    _ arguments: Arguments, _ filter: String, _ what: String, _ span: Range<Int>
  ) -> Identifier? {
    guard let first = arguments.positional.first, case .string(let text) = first.kind else {
      report(
        "wrong-arguments", "the filter '\(filter)' needs the name of \(what) as a text", at: span)
      return nil
    }
    return Identifier(text: text, span: first.span)
  }

  /// `select`, `reject`, `selectattr` and `rejectattr`.
  private mutating func checkSelection(
    _ filter: Filter, _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    guard let item = item(of: subject) else { return mistaken(span) }
    var positional = arguments.positional[...]
    var value = item
    if filter == .selectattr || filter == .rejectattr {
      guard let first = positional.popFirst() else {
        report(
          "wrong-arguments", "the filter '\(name.text)' needs the argument 'attribute'", at: span)
        return mistaken(span)
      }
      let path = check(first)
      let asksPresence = positional.first.map { isPresenceTest($0) } ?? false
      guard let followed = follow(path, from: item, use: asksPresence ? .lenient : .unguarded)
      else {
        return mistaken(span)
      }
      value = followed
    }
    let isNegated = filter == .reject || filter == .rejectattr
    var condition = CheckedExpression(
      kind: .test(.truthy, [value], isNegated: isNegated), type: .bool, place: place(span))
    if !positional.isEmpty {
      let rest = Arguments(positional: Array(positional.dropFirst()), named: arguments.named)
      let whole = Arguments(positional: Array(positional), named: [])
      guard let inner = innerName(whole, name.text, "a test", span) else { return mistaken(span) }
      condition = test(value, inner, rest, isNegated: isNegated, span)
    }
    return comprehension(subject, item, condition: condition, result: item, span)
  }

  private func isPresenceTest(_ expression: Expression) -> Bool {
    guard case .string(let name) = expression.kind else { return false }
    return name == "defined" || name == "undefined"
  }
}
