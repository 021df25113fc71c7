import Diagnostics

/// Runs the instructions of a program over its values.
///
/// It holds addresses into the program and the stores, which `Renderer` keeps alive meanwhile. The
/// inner loop copies values of 16 bytes, and touches no reference count.
struct Machine: ~Copyable {
  let memory: Memory
  let texts: UnsafePointer<UInt8>
  let limits: RenderLimits
  let program: Program
  var output: OutputBuffer
  var arena: ScratchArena
  /// Where filters write text before it becomes a value.
  var workspace: OutputBuffer
  var stack: ValueStack
  var warnings: [Diagnostic] = []
  var iterations = 0
  /// Where captures that are open began in the output.
  var captures: [Int] = []
  /// The elements of lists that are being made, and where each list began.
  var pending: [Value] = []
  var pendingStarts: [Int] = []
  /// The position of the instruction that runs, when something is reported about it.
  var position = 0
  private var returns: [Return] = []

  private struct Return {
    let position: Int
    let frame: Int
    let top: Int
  }

  /// Makes a machine without room for output and values, which `Renderer` lends it.
  init(
    program: Program, memory: Memory, texts: UnsafePointer<UInt8>, limits: RenderLimits
  ) {
    self.program = program
    self.memory = memory
    self.texts = texts
    self.limits = limits
    self.output = OutputBuffer(capacity: 0)
    self.arena = ScratchArena(limit: 0)
    self.workspace = OutputBuffer(capacity: 0)
    self.stack = ValueStack(capacity: 1)
  }
}

extension Machine {
  /// Runs the program from its beginning.
  mutating func run(_ code: UnsafeBufferPointer<Instruction>) throws(RenderError) {
    do throws(RenderFault) {
      try execute(code)
    } catch {
      throw located(error)
    }
  }

  private func located(_ fault: RenderFault) -> RenderError {
    var (location, notes) = program.location(ofInstruction: position)
    for entry in returns.suffix(4).reversed() {
      let caller = program.location(ofInstruction: entry.position - 1).location
      let isKnown = notes.contains { note in
        note.location.map { $0.file == caller.file && $0.span.overlaps(caller.span) } ?? false
      }
      if !isKnown { notes.append(Diagnostic.Note(message: "called from here", location: caller)) }
    }
    return RenderError(
      diagnostic: Diagnostic(
        rule: fault.rule, severity: .error, message: fault.message, location: location,
        notes: notes))
  }

  private mutating func execute(
    _ code: UnsafeBufferPointer<Instruction>
  ) throws(RenderFault) {
    var pc = 0
    var frame = stack.base
    while true {
      let instruction = code[pc]
      position = pc
      pc &+= 1
      switch instruction {
      case .text(let offset, let count):
        output.appendPadded(texts + Int(offset), count: Int(count))
      case .writeText(let slot): try write(frame[Int(slot)], .text)
      case .writeAttribute(let slot): try write(frame[Int(slot)], .attribute)
      case .write(let slot, let escaper): try write(frame[Int(slot)], escaper)
      case .writeFieldText(let slot, let position):
        try write(field(frame[Int(slot)], Int(position)), .text)
      case .writeFieldAttribute(let slot, let position):
        try write(field(frame[Int(slot)], Int(position)), .attribute)
      case .beginCapture: captures.append(output.count)
      case .endCapture(let to, let kind): frame[Int(to)] = try endCapture(kind)

      case .copy(let to, let from): frame[Int(to)] = frame[Int(from)]
      case .constant(let to, let index): frame[Int(to)] = program.constantValues[Int(index)]
      case .loadPage(let to, let from): frame[Int(to)] = stack.base[Int(from)]
      case .storePage(let to, let from): stack.base[Int(to)] = frame[Int(from)]
      case .field(let to, let of, let position):
        frame[Int(to)] = try field(frame[Int(of)], Int(position))
      case .member(let to, let of, let name):
        frame[Int(to)] = try member(frame[Int(of)], program.constantValues[Int(name)])
      case .index(let to, let of, let at):
        frame[Int(to)] = try element(of: frame[Int(of)], at: frame[Int(at)])
      case .slice(let to, let first):
        frame[Int(to)] = try slice(frame + Int(first))
      case .list(let to, let first, let count):
        frame[Int(to)] = try makeList(frame + Int(first), Int(count))
      case .map(let to, let first, let pairs):
        frame[Int(to)] = try makeMap(frame + Int(first), Int(pairs))
      case .negate(let to, let of): frame[Int(to)] = try negated(frame[Int(of)])
      case .not(let to, let of): frame[Int(to)] = .bool(try !isTrue(frame[Int(of)]))
      case .arithmetic(let operation, let to, let left, let right):
        frame[Int(to)] = try arithmetic(operation, frame[Int(left)], frame[Int(right)])
      case .compare(let comparator, let to, let left, let right):
        frame[Int(to)] = .bool(try compare(comparator, frame[Int(left)], frame[Int(right)]))
      case .concatenate(let to, let first, let count, let escapes):
        frame[Int(to)] = try concatenated(frame + Int(first), Int(count), escapes: escapes)
      case .filter(let filter, let to, let first, let count):
        frame[Int(to)] = try apply(filter, frame + Int(first), Int(count))
      case .test(let test, let to, let first, let isNegated):
        frame[Int(to)] = .bool(try answer(test, frame + Int(first)) != isNegated)
      case .host(let number, let to, let first, let count):
        frame[Int(to)] = try callHost(Int(number), frame + Int(first), Int(count))

      case .jump(let distance): pc &+= Int(distance)
      case .jumpUnless(let slot, let distance):
        if try !isTrue(frame[Int(slot)]) { pc &+= Int(distance) }
      case .jumpIf(let slot, let distance):
        if try isTrue(frame[Int(slot)]) { pc &+= Int(distance) }
      case .jumpUnlessCompare(let comparator, let left, let right, let distance):
        if try !compare(comparator, frame[Int(left)], frame[Int(right)]) { pc &+= Int(distance) }
      case .jumpUnlessTest(let test, let slot, let isNegated, let distance):
        if try answer(test, frame + Int(slot)) == isNegated { pc &+= Int(distance) }
      case .jumpIfDefined(let slot, let distance):
        if frame[Int(slot)].kind != .undefined { pc &+= Int(distance) }
      case .jumpIfPresent(let slot, let distance):
        if !frame[Int(slot)].isAbsent { pc &+= Int(distance) }

      case .call(let routine, let first, let count):
        let target = program.routines[Int(routine)]
        let offset = try enter(pc, frame - stack.base, target)
        frame = stack.base + offset
        let source = stack.base + (returns[returns.count - 1].frame + Int(first))
        frame.update(from: source, count: Int(count))
        pc = target.entry
      case .callBlock(let routine, let holder, let first, let parameters, let count):
        let target = program.routines[Int(routine)]
        let outer = frame[Int(holder)].asInt
        let here = frame - stack.base
        try push(pc, here)
        (stack.base + outer + Int(parameters)).update(
          from: stack.base + here + Int(first), count: Int(count))
        frame = stack.base + outer
        pc = target.entry
      case .recurse(let routine, let first, let state):
        let target = program.routines[Int(routine)]
        let here = frame - stack.base
        let offset = try enter(pc, here, target)
        frame = stack.base + offset
        frame.update(from: stack.base + here, count: target.frameSize)
        frame[Int(state)] = frame[Int(first)]
        frame[Int(state) + LoopState.depth] = frame[Int(first) + 1]
        pc = target.entry
      case .storeFrame(let to): frame[Int(to)] = .int(frame - stack.base)
      case .leave:
        guard let last = returns.popLast() else { return }
        pc = last.position
        frame = stack.base + last.frame
        stack.top = last.top

      case .beginLoop(let state, let source):
        let list = try iterable(frame[Int(source)])
        frame[Int(state) &+ LoopState.list] = list
        frame[Int(state) &+ LoopState.position] = .int(0)
      case .next(let state, let item, let distance):
        let list = frame[Int(state)]
        let index = frame[Int(state) &+ LoopState.position].asInt
        if index < list.length {
          pc &+= Int(distance)
          frame[Int(state) &+ LoopState.position] = .int(index &+ 1)
          frame[Int(item)] = memory.cells(of: list)[index]
          iterations &+= 1
          if iterations > limits.iterations || output.count > limits.outputBytes {
            try refuseMore()
          }
        }
      case .loopAttribute(let attribute, let to, let state):
        frame[Int(to)] = loopAttribute(attribute, frame + Int(state))
      case .loopCycle(let to, let state, let first, let count):
        let index = frame[Int(state) + LoopState.position].asInt - 1
        frame[Int(to)] = frame[Int(first) + index % max(1, Int(count))]
      case .loopChanged(let to, let state, let first, let count):
        frame[Int(to)] = try loopChanged(frame + Int(state), frame + Int(first), Int(count))
      case .unpack(let slot, let first, let count):
        try unpack(frame[Int(slot)], into: frame + Int(first), Int(count))
      case .beginList: pendingStarts.append(pending.count)
      case .appendToList(let slot): pending.append(frame[Int(slot)])
      case .endList(let to): frame[Int(to)] = try endList()

      case .namespace(let to, let first, let given, let total):
        frame[Int(to)] = try makeNamespace(frame + Int(first), Int(given), Int(total))
      case .namespaceField(let to, let of, let position):
        frame[Int(to)] = namespaceCells(frame[Int(of)])[Int(position)]
      case .setNamespaceField(let of, let position, let from):
        namespaceCells(frame[Int(of)])[Int(position)] = frame[Int(from)]
      case .cyclerNext(let to, let of): frame[Int(to)] = try cyclerNext(frame[Int(of)])
      }
    }
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

  private func refuseMore() throws(RenderFault) {
    if output.count > limits.outputBytes {
      throw RenderFault.limit("a page may have at most \(limits.outputBytes) bytes")
    }
    throw RenderFault.limit("a page's loops may run at most \(limits.iterations) times")
  }
}
