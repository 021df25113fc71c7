import Diagnostics

extension Checker {
  mutating func checkSign(
    _ inner: Expression, isNegative: Bool, _ span: Range<Int>
  ) -> CheckedExpression {
    let operand = checkData(inner)
    let type = operand.type.unwrapped
    switch type {
    case .int, .float, .any: break
    case .bool: break
    default:
      report(
        "wrong-type", "'\(isNegative ? "-" : "+")' takes a number, not \(withArticle(type))",
        at: span)
      return mistaken(span)
    }
    if !isNegative { return operand }
    return CheckedExpression(
      kind: .negate(operand), type: type == .bool ? .int : type, place: place(span))
  }

  mutating func checkBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ span: Range<Int>
  ) -> CheckedExpression {
    let first = checkData(left)
    let second = checkData(right)
    guard
      let type = resultType(operation, first.type.unwrapped, second.type.unwrapped)
    else {
      report(
        "wrong-type",
        "'\(operation.symbol)' cannot join \(withArticle(first.type)) and \(withArticle(second.type))"
          + hint(operation, first.type, second.type), at: span)
      return mistaken(span)
    }
    return CheckedExpression(
      kind: .binary(operation, first, second), type: type, place: place(span))
  }

  private func hint(_ operation: BinaryOperator, _ left: ValueType, _ right: ValueType) -> String {
    operation == .add && (left.isText || right.isText) ? "; '~' joins values as text" : ""
  }

  /// The type of the result, or `nil` if the operator does not take such operands.
  private func resultType(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    if left == .any || right == .any { return resultOfUnknown(operation, left, right) }
    if left.isNumber, right.isNumber {
      switch operation {
      case .divide: return .float
      case .add, .subtract, .multiply, .floorDivide, .remainder:
        return left == .float || right == .float ? .float : .int
      case .power: return left == .float || right == .float ? .float : .any
      }
    }
    switch (operation, left, right) {
    case (.add, .list(let first), .list(let second)):
      return first == second
        ? left : .list(ValueType.list(first).joined(with: .list(second)).element ?? .any)
    case (.add, .tuple, .tuple), (.add, .list, .tuple), (.add, .tuple, .list):
      return .list((left.element ?? .any).joined(with: right.element ?? .any))
    case (.add, .html, .html), (.add, .html, .string), (.add, .string, .html): return .html
    case (.add, .string, .string): return .string
    case (.multiply, .string, .int), (.multiply, .html, .int): return left
    case (.multiply, .int, .string), (.multiply, .int, .html): return right
    case (.multiply, .list, .int): return left
    case (.multiply, .int, .list): return right
    case (.subtract, .date, .date): return .int
    case (.add, .date, .int), (.subtract, .date, .int), (.add, .month, .int),
      (.subtract, .month, .int):
      return left
    default: return nil
    }
  }

  private func resultOfUnknown(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    for side in [left, right] {
      switch side {
      case .none, .undefined, .map, .record, .compileTime, .period: return nil
      default: break
      }
    }
    return .any
  }

  mutating func checkConcatenation(
    _ parts: [Expression], _ span: Range<Int>
  ) -> CheckedExpression {
    var isMarkup = false
    var isUncertain = false
    let checked = parts.map { part -> CheckedExpression in
      let value = checkData(part)
      switch value.type.unwrapped {
      case .html: isMarkup = true
      case .any: isUncertain = true
      case .list, .tuple, .map, .record:
        report(
          "wrong-type", "'~' joins text, not \(withArticle(value.type)); use join or tojson",
          at: part.span)
      default: break
      }
      return value
    }
    return CheckedExpression(
      kind: .concatenation(checked), type: isMarkup ? .html : isUncertain ? .any : .string,
      place: place(span))
  }

  mutating func checkComparison(
    _ first: Expression, _ rest: [Expression.Comparison], _ span: Range<Int>
  ) -> CheckedExpression {
    var left = checkData(first)
    let start = left
    var checked: [(comparator: Comparator, operand: CheckedExpression)] = []
    for comparison in rest {
      let right = checkData(comparison.operand)
      checkOperands(left, comparison.comparator, right, span)
      checked.append((comparison.comparator, right))
      left = right
    }
    return CheckedExpression(
      kind: .comparison(start, checked), type: .bool, place: place(span))
  }

  private mutating func checkOperands(
    _ left: CheckedExpression, _ comparator: Comparator, _ right: CheckedExpression,
    _ span: Range<Int>
  ) {
    noteComparison(left.type, right.type)
    switch comparator {
    case .equal, .notEqual: return
    case .less, .lessEqual, .greater, .greaterEqual:
      if isOrdered(left.type.unwrapped, right.type.unwrapped) { return }
      report(
        "wrong-type",
        "'\(comparator.symbol)' cannot compare \(withArticle(left.type)) with \(withArticle(right.type))",
        at: span)
    case .contained, .notContained:
      switch right.type.unwrapped {
      case .list, .tuple, .map, .record, .any: return
      case .string, .html:
        if left.type.unwrapped.isText || left.type == .any { return }
        report(
          "wrong-type", "a text holds only text, not \(withArticle(left.type))",
          at: span)
      default:
        report(
          "wrong-type",
          "'\(comparator.symbol)' looks in a list, a map or a text, not in \(withArticle(right.type))",
          at: span)
      }
    }
  }

  /// Records are compared field by field, unless the other side is surely none.
  mutating func noteComparison(_ left: ValueType, _ right: ValueType) {
    guard mayHoldRecord(left), mayHoldRecord(right) else { return }
    noteWholeAccess(left)
    noteWholeAccess(right)
  }

  private func mayHoldRecord(_ type: ValueType) -> Bool {
    switch type {
    case .record, .any: true
    case .list(let inner), .map(let inner), .optional(let inner): mayHoldRecord(inner)
    case .tuple(let parts, _): parts.contains { mayHoldRecord($0) }
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date, .month,
      .period, .compileTime:
      false
    }
  }

  private func isOrdered(_ left: ValueType, _ right: ValueType) -> Bool {
    if left == .any || right == .any { return true }
    if left.isNumber, right.isNumber { return true }
    switch (left, right) {
    case (.string, .string), (.html, .string), (.string, .html), (.html, .html), (.date, .date),
      (.month, .month), (.period, .period), (.list, .list), (.tuple, .tuple), (.list, .tuple),
      (.tuple, .list):
      return true
    default: return false
    }
  }
}
