import Diagnostics

extension Lowering {
  /// Lowers a body as code that is called, and remembers the context after it.
  mutating func lowerRoutine(
    _ key: RoutineKey, frame: Int, name: String, state: Slot = 0,
    _ body: (inout Lowering) -> Void
  ) {
    let before = context
    let outer = (current, place, loopExits, isUnreachable)
    let number = drafts.count
    guard number < Int(UInt16.max) else {
      isTooLarge = true
      report("template-too-large", "a page's templates make too many macros")
      return
    }
    drafts.append(CodeDraft(frame: frame, name: name))
    routines[key] = RoutineDraft(draft: number, after: before, state: state)
    current = number
    loopExits = []
    isUnreachable = false
    body(&self)
    emit(.leave)
    (current, place, loopExits, isUnreachable) = outer
    routines[key]?.after = context
    routines[key]?.isFinished = true
    if usedWhileOpen.contains(key), context != before {
      report(
        "unstable-context",
        "what calls itself must end in the context it starts in, as '\(name)' does not")
    }
    context = before
  }

  mutating func lowerCall(_ call: CheckedCall) {
    guard let instance = checked.instances[call.instance] else { return }
    let layout = arguments(of: call, instance)
    let key = RoutineKey(body: .macro(call.instance), context: context)
    if routines[key] == nil {
      lowerRoutine(key, frame: instance.frame, name: instance.name) { lowering in
        lowering.lower(instance.body)
      }
    }
    guard let routine = routines[key] else { return }
    if !routine.isFinished { usedWhileOpen.insert(key) }
    emit(
      .call(
        routine: UInt16(truncatingIfNeeded: routine.draft), first: layout.first, count: layout.count
      ))
    context = routine.after
  }

  /// Puts arguments where the macro's frame has its parameters.
  private mutating func arguments(
    of call: CheckedCall, _ instance: MacroInstance
  ) -> (first: Slot, count: UInt16) {
    let last = (instance.parameters + (instance.callerFrame.map { [$0] } ?? [])).map(\.position)
    let count = (last.max() ?? -1) + 1
    let indices = Dictionary(
      zip(instance.parameters.map(\.position), call.arguments.indices),
      uniquingKeysWith: { first, _ in first })
    let first = temporary(count)
    let start = place
    for position in 0..<count {
      let target = first &+ Slot(truncatingIfNeeded: position)
      if let index = indices[position] {
        lower(call.arguments[index], into: target)
      } else if instance.callerFrame?.position == position {
        emit(.storeFrame(to: target))
      } else {
        emit(.constant(to: target, index: constantNumber(.undefined)))
      }
    }
    place = start
    return (first, UInt16(truncatingIfNeeded: count))
  }

  mutating func lowerCaller(_ caller: CheckedCaller) {
    let base = caller.parameters.map(\.position).min() ?? 0
    let count = (caller.parameters.map(\.position).max() ?? -1) + 1 - base
    let first = temporary(max(count, 0))
    for position in 0..<max(count, 0) {
      let target = first &+ Slot(truncatingIfNeeded: position)
      if let index = caller.parameters.firstIndex(where: { $0.position == base + position }) {
        lower(caller.arguments[index], into: target)
      } else {
        emit(.constant(to: target, index: constantNumber(.undefined)))
      }
    }
    let key = RoutineKey(body: .caller(caller.identifier), context: context)
    if routines[key] == nil {
      lowerRoutine(key, frame: caller.frame, name: "caller") { lowering in
        lowering.lower(caller.body)
      }
    }
    guard let routine = routines[key] else { return }
    emit(
      .callBlock(
        routine: UInt16(truncatingIfNeeded: routine.draft), frame: slot(caller.frameHolder),
        first: first,
        target: Slot(truncatingIfNeeded: base), count: UInt16(truncatingIfNeeded: max(count, 0))))
    context = routine.after
  }

  /// Calls a component with the values that its caller puts behind the globals.
  mutating func lowerComponent(_ component: CheckedProgram.Component) {
    guard let instance = checked.instances[component.instance] else { return }
    let count = (instance.parameters.map(\.position).max() ?? -1) + 1
    let first = temporary(count)
    componentSlots = instance.parameters.map { first &+ Slot(truncatingIfNeeded: $0.position) }
    let key = RoutineKey(body: .macro(component.instance), context: context)
    lowerRoutine(key, frame: instance.frame, name: instance.name) { lowering in
      lowering.lower(instance.body)
    }
    guard let routine = routines[key] else { return }
    emit(
      .call(
        routine: UInt16(truncatingIfNeeded: routine.draft), first: first,
        count: UInt16(truncatingIfNeeded: count)))
    context = routine.after
  }
}
