/// How the machine goes into routines and comes back.
///
/// All of it is part of the executing loop, whose position and frame it changes.
extension Machine {
  typealias Frame = UnsafeMutablePointer<Value>

  /// Enters a routine with a frame of its own, which begins with the arguments.
  @inline(__always)
  mutating func call(
    _ routine: UInt16, arguments: Slot, _ count: UInt16, _ pc: inout Int, _ frame: inout Frame
  ) throws(RenderFault) {
    let target = program.routines[Int(routine)]
    let here = frame - stack.base
    let offset = try enter(pc, here, target)
    frame = stack.base + offset
    frame.update(from: stack.base + (here + Int(arguments)), count: Int(count))
    pc = target.entry
  }

  /// Enters the body of a call block, which runs in the frame it stands in.
  @inline(__always)
  mutating func callBlock(
    _ routine: UInt16, holder: Slot, arguments: Slot, _ count: UInt16, parameters: Slot,
    _ pc: inout Int, _ frame: inout Frame
  ) throws(RenderFault) {
    let outer = frame[Int(holder)].asInt
    let here = frame - stack.base
    try push(pc, here)
    (stack.base + outer + Int(parameters)).update(
      from: stack.base + here + Int(arguments), count: Int(count))
    frame = stack.base + outer
    pc = program.routines[Int(routine)].entry
  }

  /// Enters a loop again, in a copy of the frame, with other elements at the next depth.
  @inline(__always)
  mutating func recurse(
    _ routine: UInt16, arguments: Slot, state: Slot, _ pc: inout Int, _ frame: inout Frame
  ) throws(RenderFault) {
    let target = program.routines[Int(routine)]
    let here = frame - stack.base
    let offset = try enter(pc, here, target)
    frame = stack.base + offset
    frame.update(from: stack.base + here, count: target.frameSize)
    frame[Int(state)] = frame[Int(arguments)]
    frame[Int(state) + LoopState.depth] = frame[Int(arguments) + 1]
    pc = target.entry
  }

  /// Goes back to where the routine was called; `false` at the end of the page.
  @inline(__always)
  mutating func leave(_ pc: inout Int, _ frame: inout Frame) -> Bool {
    guard let last = returns.popLast() else { return false }
    pc = last.position
    frame = stack.base + last.frame
    stack.top = last.top
    return true
  }

  /// Makes a frame for a routine and returns its offset; what pointed into the stack is stale then.
  private mutating func enter(
    _ pc: Int, _ frame: Int, _ routine: Program.Routine
  ) throws(RenderFault) -> Int {
    try push(pc, frame)
    return stack.reserve(routine.frameSize)
  }

  private mutating func push(_ pc: Int, _ frame: Int) throws(RenderFault) {
    if returns.count >= limits.nesting {
      throw RenderFault.limit("macros nest at most \(limits.nesting) levels deep")
    }
    iterations += 1
    if iterations > limits.iterations || output.count > limits.outputBytes { try refuseMore() }
    returns.append(Return(position: pc, frame: frame, top: stack.top))
  }

  func refuseMore() throws(RenderFault) {
    if output.count > limits.outputBytes {
      throw RenderFault.limit("a page may have at most \(limits.outputBytes) bytes")
    }
    throw RenderFault.limit("a page's loops may run at most \(limits.iterations) times")
  }
}
