import Diagnostics

extension Lowering {
  mutating func lower(_ nodes: [CheckedNode]) {
    for node in nodes where mayGoDeeper() {
      place = node.place
      lower(node)
    }
  }

  private mutating func lower(_ node: CheckedNode) {
    let mark = temporaries[frame]
    defer { temporaries[frame] = mark }
    switch node.kind {
    case .text: lowerText()
    case .output(let value, let isEscaped): lowerOutput(value, isEscaped: isEscaped)
    case .conditional(let branches, let otherwise):
      lowerBranches(
        branches.map { branch in (branch.condition, { lowering in lowering.lower(branch.body) }) },
        otherwise: { lowering in lowering.lower(otherwise) })
    case .loop(let loop): lowerLoop(loop)
    case .assign(let variable, let value): lowerAssign(variable, value)
    case .unpack(let pattern, let value):
      let slot = lower(value)
      lowerUnpack(slot, pattern)
    case .assignNamespace(let object, let position, let value):
      let target = lower(object)
      let slot = lower(value)
      emit(
        .setNamespaceField(of: target, position: UInt16(truncatingIfNeeded: position), from: slot))
    case .group(let nodes): lower(nodes)
    case .breakLoop:
      loopExits[loopExits.count - 1].breaks.append(jump(.jump(by: 0)))
      if let context { loopExits[loopExits.count - 1].breakContexts.append(context) }
      isUnreachable = true
    case .continueLoop:
      loopExits[loopExits.count - 1].continues.append(jump(.jump(by: 0)))
      if let context { loopExits[loopExits.count - 1].continueContexts.append(context) }
      isUnreachable = true
    }
  }

  private mutating func lowerAssign(_ variable: Variable, _ value: CheckedExpression) {
    guard variable.frame == frame else {
      let slot = lower(value)
      emit(.storePage(to: self.slot(variable), from: slot))
      return
    }
    if value.kind.isWrittenOnce {
      lower(value, into: slot(variable))
    } else {
      // The value may be read from the variable that it replaces.
      let temporary = temporary()
      lower(value, into: temporary)
      emit(.copy(to: slot(variable), from: temporary))
    }
  }

  mutating func lowerUnpack(_ slot: Slot, _ pattern: CheckedPattern) {
    guard case .parts(let parts) = pattern else { return }
    let first = temporary(parts.count)
    emit(.unpack(slot, first: first, count: UInt16(truncatingIfNeeded: parts.count)))
    for (index, part) in parts.enumerated() {
      let source = first &+ Slot(truncatingIfNeeded: index)
      switch part {
      case .variable(let variable): emit(.copy(to: self.slot(variable), from: source))
      case .parts: lowerUnpack(source, part)
      }
    }
  }

  // MARK: Branches

  mutating func lowerBranches(
    _ branches: [(condition: CheckedExpression, body: (inout Lowering) -> Void)],
    otherwise: (inout Lowering) -> Void
  ) {
    let start = place
    let before = context
    var ends: [CodeDraft.Jump] = []
    var contexts: [EscapeContext?] = []
    for (condition, body) in branches {
      let mark = temporaries[frame]
      let misses = lowerCondition(condition)
      temporaries[frame] = mark
      context = before
      body(&self)
      if !isUnreachable {
        contexts.append(context)
        ends.append(jump(.jump(by: 0)))
      }
      isUnreachable = false
      for miss in misses { bind(miss) }
    }
    context = before
    otherwise(&self)
    if !isUnreachable { contexts.append(context) }
    isUnreachable = contexts.isEmpty
    for end in ends { bind(end) }
    place = start
    context = contexts.isEmpty ? before : join(contexts)
  }

  /// Returns the jumps that leave when the condition is false.
  mutating func lowerCondition(_ condition: CheckedExpression) -> [CodeDraft.Jump] {
    switch condition.kind {
    case .and(let parts): return parts.flatMap { lowerCondition($0) }
    case .comparison(let left, let rest) where rest.count == 1:
      let first = lower(left)
      let second = lower(rest[0].operand)
      place = condition.place
      return [jump(.jumpUnlessCompare(rest[0].comparator, first, second, by: 0))]
    case .test(let test, let arguments, let isNegated) where arguments.count == 1:
      let slot = lower(arguments[0])
      place = condition.place
      return [jump(.jumpUnlessTest(test, slot, isNegated: isNegated, by: 0))]
    case .not(let inner):
      let slot = lower(inner)
      place = condition.place
      return [jump(.jumpIf(slot, by: 0))]
    default:
      let slot = lower(condition)
      return [jump(.jumpUnless(slot, by: 0))]
    }
  }
}

extension CheckedExpression.Kind {
  /// Whether its value is stored by one instruction, after all that it reads.
  fileprivate var isWrittenOnce: Bool {
    switch self {
    case .and, .or, .conditional, .fallback, .comparison, .captured, .comprehension, .binding,
      .concatenation:
      false
    case .constant, .variable, .field, .member, .index, .slice, .list, .map, .negate, .not, .binary,
      .filter, .test, .host, .loopAttribute, .loopCycle, .loopChanged, .namespace, .namespaceField,
      .cyclerNext, .cyclerReset, .cyclerCurrent:
      true
    }
  }
}
