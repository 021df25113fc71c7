import Diagnostics

extension Lowering {
  mutating func lowerLoop(_ loop: CheckedLoop) {
    let source = lower(loop.iterable)
    let state = temporary(LoopState.count)
    if loop.usesLoop {
      emit(
        .constant(
          to: state &+ Slot(truncatingIfNeeded: LoopState.depth), index: constantNumber(.int(1))))
    }
    lowerLoop(loop, source: source, state: state)
  }

  /// Lowers a loop whose depth is set already.
  private mutating func lowerLoop(_ loop: CheckedLoop, source: Slot, state: Slot) {
    let start = place
    var source = source
    let filtersFirst = loop.filter != nil && (loop.usesLoop || !loop.otherwise.isEmpty)
    if filtersFirst, let filter = loop.filter {
      source = lowerFiltered(loop.pattern, source, filter)
    }
    place = start
    emit(.beginLoop(state: state, source: source))
    if loop.usesLoop {
      emit(
        .constant(
          to: state &+ Slot(truncatingIfNeeded: LoopState.changed),
          index: constantNumber(.undefined)))
    }
    loopStates[loop.id] = state
    guard !loop.otherwise.isEmpty else {
      lowerLoopBody(loop, state: state, filter: filtersFirst ? nil : loop.filter, start)
      return
    }
    let before = context
    let length = temporary()
    emit(.loopAttribute(.length, to: length, state: state))
    let empty = jump(.jumpUnless(length, by: 0))
    lowerLoopBody(loop, state: state, filter: filtersFirst ? nil : loop.filter, start)
    let end = jump(.jump(by: 0))
    bind(empty)
    let after = context
    context = before
    lower(loop.otherwise)
    bind(end)
    place = start
    context = isUnreachable ? after : join([after, context])
    isUnreachable = false
  }

  /// Lowers the body until the context at its start is that at its end.
  private mutating func lowerLoopBody(
    _ loop: CheckedLoop, state: Slot, filter: CheckedExpression?, _ start: Place
  ) {
    let checkpoint = (drafts[current].code.count, drafts[current].barrier)
    var before = context
    for _ in 0..<Self.contextRounds {
      let (end, exits) = lowerLoopOnce(loop, state: state, filter: filter)
      place = start
      let joined = join([before] + (end ?? []) + exits.continueContexts)
      if joined == before {
        context = join([joined] + exits.breakContexts)
        return
      }
      guard joined != nil else {
        context = nil
        return
      }
      before = joined
      context = joined
      drafts[current].code.removeSubrange(checkpoint.0...)
      drafts[current].placeNumbers.removeSubrange(checkpoint.0...)
      drafts[current].barrier = checkpoint.1
    }
    report("unstable-context", "the loop's body ends in another context than it starts in")
    context = nil
  }

  /// How often contexts are joined until they must be stable.
  private static let contextRounds = 6

  /// Lowers the body; the context at its end is empty if nothing reaches it.
  private mutating func lowerLoopOnce(
    _ loop: CheckedLoop, state: Slot, filter: CheckedExpression?
  ) -> (end: [EscapeContext?]?, exits: LoopExits) {
    loopExits.append(LoopExits())
    let top = mark()
    let item = temporary()
    let exit: CodeDraft.Jump
    if case .variable(let variable) = loop.pattern {
      exit = jump(.next(state: state, item: slot(variable), by: 0))
    } else {
      exit = jump(.next(state: state, item: item, by: 0))
      lowerUnpack(item, loop.pattern)
    }
    if let filter {
      for miss in lowerCondition(filter) {
        loopExits[loopExits.count - 1].continues.append(miss)
      }
    }
    lower(loop.body)
    let end: [EscapeContext?]? = isUnreachable ? nil : [context]
    isUnreachable = false
    let exits = loopExits.removeLast()
    for jump in exits.continues { bind(jump) }
    jumpBack(to: top)
    bind(exit)
    for jump in exits.breaks { bind(jump) }
    return (end, exits)
  }

  /// Makes a list of the elements that a loop's condition lets through.
  private mutating func lowerFiltered(
    _ pattern: CheckedPattern, _ source: Slot, _ filter: CheckedExpression
  ) -> Slot {
    let result = temporary()
    let state = temporary(LoopState.count)
    emit(.beginLoop(state: state, source: source))
    emit(.beginList)
    let top = mark()
    let item = temporary()
    let exit = jump(.next(state: state, item: item, by: 0))
    if case .variable(let variable) = pattern {
      emit(.copy(to: slot(variable), from: item))
    } else {
      lowerUnpack(item, pattern)
    }
    let misses = lowerCondition(filter)
    emit(.appendToList(item))
    for miss in misses { bind(miss) }
    jumpBack(to: top)
    bind(exit)
    emit(.endList(to: result))
    return result
  }

  mutating func lowerComprehension(
    _ comprehension: CheckedExpression.Comprehension, into slot: Slot
  ) {
    let start = place
    let source = lower(comprehension.source)
    place = start
    let state = temporary(LoopState.count)
    emit(.beginLoop(state: state, source: source))
    emit(.beginList)
    let top = mark()
    let exit = jump(.next(state: state, item: self.slot(comprehension.item), by: 0))
    let misses = comprehension.condition.map { lowerCondition($0) } ?? []
    let result = lower(comprehension.result)
    emit(.appendToList(result))
    for miss in misses { bind(miss) }
    jumpBack(to: top)
    bind(exit)
    emit(.endList(to: slot))
  }

  // MARK: Recursion

  mutating func lowerRecursion(_ number: Int, from loop: Int, _ elements: CheckedExpression) {
    guard let body = checked.loops[number], let outer = loopStates[loop] else { return }
    let first = temporary(2)
    lower(elements, into: first)
    let depth = outer &+ Slot(truncatingIfNeeded: LoopState.depth)
    let one = temporary()
    emit(.constant(to: one, index: constantNumber(.int(1))))
    emit(.arithmetic(.add, to: first &+ 1, depth, one))
    let key = RoutineKey(body: .loop(number), context: context)
    if routines[key] == nil {
      let state = temporary(LoopState.count)
      lowerRoutine(key, frame: frame, name: "loop", state: state) { lowering in
        lowering.lowerLoop(body, source: state, state: state)
      }
    }
    guard let routine = routines[key] else { return }
    emit(
      .recurse(
        routine: UInt16(truncatingIfNeeded: routine.draft), first: first, target: routine.state))
    context = routine.after
  }
}
