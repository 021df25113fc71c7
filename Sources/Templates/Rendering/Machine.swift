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
  var returns: [Return] = []

  struct Return {
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
        try call(routine, arguments: first, count, &pc, &frame)
      case .callBlock(let routine, let holder, let first, let parameters, let count):
        try callBlock(
          routine, holder: holder, arguments: first, count, parameters: parameters, &pc, &frame)
      case .recurse(let routine, let first, let state):
        try recurse(routine, arguments: first, state: state, &pc, &frame)
      case .storeFrame(let to): frame[Int(to)] = .int(frame - stack.base)
      case .leave:
        if !leave(&pc, &frame) { return }

      case .beginLoop(let state, let source):
        try beginLoop(frame + Int(state), over: frame[Int(source)])
      case .next(let state, let item, let distance):
        if try next(frame + Int(state), into: frame + Int(item)) { pc &+= Int(distance) }
      case .loopAttribute(let attribute, let to, let state):
        frame[Int(to)] = loopAttribute(attribute, frame + Int(state))
      case .loopCycle(let to, let state, let first, let count):
        frame[Int(to)] = loopCycle(frame + Int(state), frame + Int(first), Int(count))
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
}
