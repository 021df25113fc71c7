import Diagnostics

extension Lowering {
  /// Returns a slot that holds the expression's value: a variable's own, or a temporary one.
  mutating func lower(_ expression: CheckedExpression) -> Slot {
    if case .variable(let variable) = expression.kind, variable.frame == frame {
      return slot(variable)
    }
    let target = temporary()
    lower(expression, into: target)
    return target
  }

  /// Emits what puts the expression's value into a slot.
  mutating func lower(_ expression: CheckedExpression, into target: Slot) {
    guard mayGoDeeper() else { return }
    let outer = (place, temporaries[frame])
    place = expression.place
    lowerKind(expression, into: target)
    (place, temporaries[frame]) = outer
  }

  /// Puts values into slots next to each other and returns the first of them.
  private mutating func lowerRow(_ expressions: [CheckedExpression]) -> Slot {
    let first = temporary(max(expressions.count, 1))
    for (index, expression) in expressions.enumerated() {
      lower(expression, into: first &+ Slot(truncatingIfNeeded: index))
    }
    return first
  }

  private mutating func lowerKind(_ expression: CheckedExpression, into target: Slot) {
    switch expression.kind {
    case .constant(let constant): emit(.constant(to: target, index: constantNumber(constant)))
    case .variable(let variable): lowerVariable(variable, into: target)
    case .field(let base, let position):
      emit(.field(to: target, of: lower(base), position: UInt16(truncatingIfNeeded: position)))
    case .member(let base, let name):
      emit(.member(to: target, of: lower(base), name: constantNumber(.string(name))))
    case .index(let base, let index): emit(.index(to: target, of: lower(base), at: lower(index)))
    case .slice(let base, let start, let stop, let step):
      lowerSlice(base, [start, stop, step], into: target)
    case .list(let parts):
      emit(.list(to: target, first: lowerRow(parts), count: Self.count(parts)))
    case .map(let pairs):
      let row = pairs.flatMap { [$0.key, $0.value] }
      emit(.map(to: target, first: lowerRow(row), pairs: Self.count(pairs)))
    case .negate(let inner): emit(.negate(to: target, lower(inner)))
    case .not(let inner): emit(.not(to: target, lower(inner)))
    case .binary(let operation, let left, let right):
      emit(.arithmetic(operation, to: target, lower(left), lower(right)))
    case .comparison(let left, let rest): lowerComparison(left, rest, into: target)
    case .concatenation(let parts): lowerConcatenation(parts, into: target)
    case .and(let parts): lowerLogic(parts, isAnd: true, into: target)
    case .or(let parts): lowerLogic(parts, isAnd: false, into: target)
    case .conditional(let then, let condition, let otherwise):
      lowerConditional(then, condition, otherwise, into: target)
    case .fallback(let value, let replacement, let replacesNull):
      lowerFallback(value, replacement, replacesNull: replacesNull, into: target)
    case .filter(let filter, let arguments):
      let (first, count) = lowerArguments(arguments, at: expression.place)
      emit(.filter(filter, to: target, first: first, count: count))
    case .test(let test, let arguments, let isNegated):
      let (first, _) = lowerArguments(arguments, at: expression.place)
      emit(.test(test, to: target, first: first, isNegated: isNegated))
    case .host(let number, let arguments):
      let (first, count) = lowerArguments(arguments, at: expression.place)
      emit(.host(UInt16(truncatingIfNeeded: number), to: target, first: first, count: count))
    case .loopAttribute(let loop, let attribute):
      guard let state = loopStates[loop] else { return }
      emit(.loopAttribute(attribute, to: target, state: state))
    case .loopCycle(let loop, let values):
      guard let state = loopStates[loop] else { return }
      let (first, count) = lowerArguments(values, at: expression.place)
      emit(.loopCycle(to: target, state: state, first: first, count: count))
    case .loopChanged(let loop, let values):
      guard let state = loopStates[loop] else { return }
      let (first, count) = lowerArguments(values, at: expression.place)
      emit(.loopChanged(to: target, state: state, first: first, count: count))
    case .namespace(let number, let values): lowerNamespace(number, values, into: target)
    case .namespaceField(let base, let position):
      let position = UInt16(truncatingIfNeeded: position)
      emit(.namespaceField(to: target, of: lower(base), position: position))
    case .cyclerNext(let base): emit(.cyclerNext(to: target, of: lower(base)))
    case .cyclerCurrent(let base): lowerCyclerCurrent(base, into: target)
    case .cyclerReset(let base): lowerCyclerReset(base, into: target)
    case .captured(let output):
      lowerCaptured(output, isMarkup: expression.type == .html, to: target)
    case .comprehension(let comprehension): lowerComprehension(comprehension, into: target)
    case .binding(let variable, let value, let body):
      lower(value, into: slot(variable))
      lower(body, into: target)
    }
  }

  private static func count<Part>(_ parts: [Part]) -> UInt16 {
    UInt16(truncatingIfNeeded: parts.count)
  }

  private mutating func lowerVariable(_ variable: Variable, into target: Slot) {
    emit(
      variable.frame == frame
        ? .copy(to: target, from: slot(variable)) : .loadPage(to: target, from: slot(variable)))
  }

  private mutating func lowerConcatenation(_ parts: [CheckedExpression], into target: Slot) {
    emit(
      .concatenate(
        to: target, first: lowerRow(parts), count: Self.count(parts), escapes: context != nil))
  }

  private mutating func lowerFallback(
    _ value: CheckedExpression, _ replacement: CheckedExpression, replacesNull: Bool,
    into target: Slot
  ) {
    lower(value, into: target)
    let present = jump(
      replacesNull ? .jumpIfPresent(target, by: 0) : .jumpIfDefined(target, by: 0))
    lower(replacement, into: target)
    bind(present)
  }

  private mutating func lowerSlice(
    _ base: CheckedExpression, _ bounds: [CheckedExpression?], into target: Slot
  ) {
    let none = CheckedExpression(kind: .constant(.none), type: .none, place: place)
    let first = lowerRow([base] + bounds.map { $0 ?? none })
    emit(.slice(to: target, arguments: first))
  }

  private mutating func lowerComparison(
    _ left: CheckedExpression, _ rest: [(comparator: Comparator, operand: CheckedExpression)],
    into target: Slot
  ) {
    var first = lower(left)
    var misses: [CodeDraft.Jump] = []
    for (index, comparison) in rest.enumerated() {
      let second = lower(comparison.operand)
      emit(.compare(comparison.comparator, to: target, first, second))
      if index + 1 < rest.count { misses.append(jump(.jumpUnless(target, by: 0))) }
      first = second
    }
    for miss in misses { bind(miss) }
  }

  private mutating func lowerLogic(
    _ parts: [CheckedExpression], isAnd: Bool, into target: Slot
  ) {
    var exits: [CodeDraft.Jump] = []
    for (index, part) in parts.enumerated() {
      lower(part, into: target)
      if index + 1 < parts.count {
        exits.append(jump(isAnd ? .jumpUnless(target, by: 0) : .jumpIf(target, by: 0)))
      }
    }
    for exit in exits { bind(exit) }
  }

  private mutating func lowerConditional(
    _ then: CheckedExpression, _ condition: CheckedExpression, _ otherwise: CheckedExpression?,
    into target: Slot
  ) {
    let misses = lowerCondition(condition)
    lower(then, into: target)
    let end = jump(.jump(by: 0))
    for miss in misses { bind(miss) }
    if let otherwise {
      lower(otherwise, into: target)
    } else {
      emit(.constant(to: target, index: constantNumber(.none)))
    }
    bind(end)
  }

  /// Puts the arguments of a call next to each other, and comes back to the call's own place.
  private mutating func lowerArguments(
    _ arguments: [CheckedExpression], at call: Place
  ) -> (first: Slot, count: UInt16) {
    let first = lowerRow(arguments)
    place = call
    return (first, Self.count(arguments))
  }

  private mutating func lowerNamespace(
    _ number: Int, _ values: [CheckedExpression], into target: Slot
  ) {
    let first = lowerRow(values)
    let total = number >= 0 ? checked.namespaces[number].names.count : values.count
    emit(
      .namespace(
        to: target, first: first, given: UInt16(truncatingIfNeeded: values.count),
        total: UInt16(truncatingIfNeeded: total)))
  }

  private mutating func lowerCyclerCurrent(_ base: CheckedExpression, into target: Slot) {
    let object = lower(base)
    let row = temporary(2)
    emit(.namespaceField(to: row, of: object, position: 0))
    emit(.namespaceField(to: row &+ 1, of: object, position: 1))
    emit(.index(to: target, of: row, at: row &+ 1))
  }

  private mutating func lowerCyclerReset(_ base: CheckedExpression, into target: Slot) {
    let object = lower(base)
    emit(.constant(to: target, index: constantNumber(.int(0))))
    emit(.setNamespaceField(of: object, position: 1, from: target))
    emit(.constant(to: target, index: constantNumber(.none)))
  }
}
