import Diagnostics

extension Checker {
  /// Resolves an expression and works out its type; mistakes are reported and stand for anything.
  mutating func check(_ expression: Expression, use: Use = .value) -> CheckedExpression {
    let span = expression.span
    if gauge.isExhausted {
      _ = mayGoOn(at: span)
      return mistaken(span)
    }
    switch expression.kind {
    case .none: return constant(.none, .none, span)
    case .bool(let value): return constant(.bool(value), .bool, span)
    case .int(let value): return constant(.int(value), .int, span)
    case .float(let value): return constant(.float(value), .float, span)
    case .string(let value): return constant(.string(value), .string, span)
    case .list(let parts): return checkList(parts, span)
    case .tuple(let parts): return checkTuple(parts, span)
    case .map(let entries): return checkMap(entries, span)
    case .name(let name): return checkName(name, at: span, use: use)
    case .attribute(let base, let name, let isOptional):
      return checkAttribute(base, name, isOptional: isOptional, of: expression, use: use)
    case .index(let base, let index): return checkIndex(base, index, of: expression, use: use)
    case .slice(let base, let start, let stop, let step):
      return checkSlice(base, start, stop, step, span)
    case .call(let callee, let arguments): return checkCall(callee, arguments, span)
    case .filter(let value, let name, let arguments):
      return checkFilter(value, name, arguments, span)
    case .test(let value, let name, let arguments, let isNegated):
      return checkTest(value, name, arguments, isNegated: isNegated, span)
    case .negate(let inner): return checkSign(inner, isNegative: true, span)
    case .plus(let inner): return checkSign(inner, isNegative: false, span)
    case .not(let inner):
      return CheckedExpression(kind: .not(checkCondition(inner)), type: .bool, place: place(span))
    case .binary(let operation, let left, let right):
      return checkBinary(operation, left, right, span)
    case .comparison(let first, let rest): return checkComparison(first, rest, span)
    case .concatenation(let parts): return checkConcatenation(parts, span)
    case .and(let parts): return checkLogic(parts, isAnd: true, span)
    case .or(let parts): return checkLogic(parts, isAnd: false, span)
    case .conditional(let then, let condition, let otherwise):
      return checkConditional(then, condition, otherwise, span, use: use)
    }
  }

  func constant(_ value: Constant, _ type: ValueType, _ span: Range<Int>) -> CheckedExpression {
    CheckedExpression(kind: .constant(value), type: type, place: place(span))
  }

  /// An expression that must stand for data, not for a macro or the like.
  mutating func checkData(_ expression: Expression, use: Use = .value) -> CheckedExpression {
    let checked = check(expression, use: use)
    guard case .compileTime(let value) = checked.type else { return checked }
    if case .namespace = value { return checked }
    report(
      "wrong-type", "\(withArticle(checked.type)) is no value that can be used here",
      at: expression.span)
    return mistaken(expression.span)
  }
}

// MARK: - Literals

extension Checker {
  private mutating func checkList(_ parts: [Expression], _ span: Range<Int>) -> CheckedExpression {
    let checked = parts.map { checkData($0) }
    let element = checked.map(\.type).reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .undefined
    return CheckedExpression(kind: .list(checked), type: .list(element), place: place(span))
  }

  private mutating func checkTuple(_ parts: [Expression], _ span: Range<Int>) -> CheckedExpression {
    let checked = parts.map { checkData($0) }
    return CheckedExpression(
      kind: .list(checked), type: .tuple(checked.map(\.type), labels: []), place: place(span))
  }

  private mutating func checkMap(
    _ entries: [Expression.MapEntry], _ span: Range<Int>
  ) -> CheckedExpression {
    var pairs: [(key: CheckedExpression, value: CheckedExpression)] = []
    var type: ValueType?
    for entry in entries {
      let key = checkData(entry.key)
      let value = checkData(entry.value)
      pairs.append((key, value))
      type = type?.joined(with: value.type) ?? value.type
    }
    return CheckedExpression(
      kind: .map(pairs), type: .map(type ?? .undefined), place: place(span))
  }

  private mutating func checkSlice(
    _ base: Expression, _ start: Expression?, _ stop: Expression?, _ step: Expression?,
    _ span: Range<Int>
  ) -> CheckedExpression {
    let inner = check(base)
    let bounds = [start, stop, step].map { bound -> CheckedExpression? in
      guard let bound else { return nil }
      let checked = check(bound)
      switch checked.type.unwrapped {
      case .int, .any, .none, .bool, .undefined: break
      default:
        report(
          "wrong-type", "a slice takes whole numbers, not \(withArticle(checked.type))",
          at: bound.span)
      }
      return checked
    }
    let type: ValueType
    switch inner.type.unwrapped {
    case .list, .any, .string, .html: type = inner.type.unwrapped
    case .tuple: type = .list(inner.type.unwrapped.element ?? .any)
    default:
      report("wrong-type", "\(withArticle(inner.type)) cannot be sliced", at: base.span)
      return mistaken(span)
    }
    return CheckedExpression(
      kind: .slice(inner, start: bounds[0], stop: bounds[1], step: bounds[2]), type: type,
      place: place(span))
  }
}

// MARK: - Logic

extension Checker {
  /// Checks what is asked for its truth: a field that this record lacks and others have is false.
  mutating func checkCondition(_ condition: Expression) -> CheckedExpression {
    let value = check(condition)
    guard schema.isInferred, case .optional = value.type else { return value }
    return orNone(value)
  }

  /// A value with null for what is absent.
  func orNone(_ value: CheckedExpression) -> CheckedExpression {
    let none = CheckedExpression(kind: .constant(.none), type: .none, place: value.place)
    return CheckedExpression(
      kind: .fallback(value, none, replacesNull: false), type: value.type, place: value.place)
  }

  private mutating func checkLogic(
    _ parts: [Expression], isAnd: Bool, _ span: Range<Int>
  ) -> CheckedExpression {
    let known = flow.present
    var checked: [CheckedExpression] = []
    var type: ValueType?
    for (index, part) in parts.enumerated() {
      let value = checkCondition(part)
      checked.append(value)
      flow.present.formUnion(presence(part, when: isAnd))
      // An operand of `or` that is not the last one comes out only if it is true.
      let outcome = !isAnd && index + 1 < parts.count ? value.type.unwrapped : value.type
      type = type?.joined(with: outcome) ?? outcome
    }
    flow.present = known
    return CheckedExpression(
      kind: isAnd ? .and(checked) : .or(checked), type: type ?? .any, place: place(span))
  }

  private mutating func checkConditional(
    _ then: Expression, _ condition: Expression, _ otherwise: Expression?, _ span: Range<Int>,
    use: Use
  ) -> CheckedExpression {
    let test = checkCondition(condition)
    let known = flow.present
    flow.present = known.union(presence(condition, when: true))
    let first = check(then, use: use)
    flow.present = known.union(presence(condition, when: false))
    let second = otherwise.map { check($0, use: use) }
    flow.present = known
    return CheckedExpression(
      kind: .conditional(then: first, condition: test, otherwise: second),
      type: first.type.joined(with: second?.type ?? .none), place: place(span))
  }
}
