/// Finds what a program may read, by following where the values of its globals go.
///
/// Instructions are gone through in order with the set of model values that each slot may hold;
/// sets are joined where jumps meet, until nothing changes. Macros are gone through once with what
/// all their calls may give them.
struct ReadAnalysis {
  typealias SetNumber = ReferenceSets.Number
  /// What each slot of a frame may hold.
  typealias State = [SetNumber]

  let program: Program
  var graph: ReadGraph
  var sets = ReferenceSets()
  /// What the slots of the routine in hand hold; `nil` where nothing gets to.
  var state: State?
  /// What routines may be entered with.
  private var entries: [State?]
  /// What may be held where jumps meet.
  private var joins: [Int: State] = [:]
  /// What page-wide variables, fields of namespaces and lists in the making may hold.
  var pageSlots: [Slot: SetNumber] = [:]
  var namespaceFields: [Int: SetNumber] = [:]
  var lists: [Int: SetNumber] = [:]
  /// What bodies of call blocks may leave behind in the frame they share, by frame.
  private var blockResults: [Int: State] = [:]
  var isChanged = false

  private let targets: Set<Int>
  /// The routines that are bodies of call blocks, by the frame they share.
  private let blocks: [Int: Set<Int>]
  /// The page's slots that other frames write to or read.
  private let sharedSlots: Set<Slot>
  private let frameSize: Int

  /// Returns what a program may read of values of these types: its globals, then its arguments.
  static func graph(of program: Program, roots: [ValueType], schema: Schema) -> ReadGraph {
    var analysis = ReadAnalysis(program, ReadGraph(roots: roots, schema: schema))
    analysis.run()
    return analysis.graph
  }

  private init(_ program: Program, _ graph: ReadGraph) {
    self.program = program
    self.graph = graph
    var targets: Set<Int> = []
    var blocks: [Int: Set<Int>] = [:]
    var shared: Set<Slot> = []
    for (position, instruction) in program.code.enumerated() {
      if let distance = instruction.jumpDistance { targets.insert(position + 1 + distance) }
      switch instruction {
      case .callBlock(let routine, _, _, _, _):
        blocks[program.routines[Int(routine)].frame, default: []].insert(Int(routine))
      case .loadPage(_, let slot), .storePage(let slot, _): shared.insert(slot)
      default: break
      }
    }
    self.targets = targets
    self.blocks = blocks
    self.sharedSlots = shared
    self.frameSize = program.routines.map(\.frameSize).max() ?? 0
    self.entries = Array(repeating: nil, count: program.routines.count)
  }

  private mutating func run() {
    var start = State(repeating: ReferenceSets.empty, count: frameSize)
    for (root, slot) in zip(graph.roots, program.globalSlots + program.componentSlots) {
      start[Int(slot)] = sets.number(of: [.init(root)])
    }
    entries[0] = start
    repeat {
      isChanged = false
      for routine in program.routines.indices { follow(routine) }
    } while isChanged
  }

  private mutating func follow(_ routine: Int) {
    guard let entry = entries[routine] else { return }
    let start = program.routines[routine].entry
    let end =
      routine + 1 < program.routines.count
      ? program.routines[routine + 1].entry : program.code.count
    let frame = program.routines[routine].frame
    state = entry
    for position in start..<end {
      if targets.contains(position) { meet(at: position) }
      guard state != nil else { continue }
      let instruction = program.code[position]
      apply(instruction, at: position, frame: frame)
      if frame == 0 { sharePageSlots() }
      if let distance = instruction.jumpDistance { leave(for: position + 1 + distance) }
      if instruction.endsFlow {
        if case .leave = instruction, blocks[frame]?.contains(routine) == true { keepResult(frame) }
        state = nil
      }
    }
  }

  // MARK: Where ways meet

  private mutating func meet(at position: Int) {
    guard let known = joins[position] else { return }
    state = state.map { joined($0, known) } ?? known
  }

  private mutating func leave(for target: Int) {
    guard let state else { return }
    let known = joins[target]
    let new = known.map { joined($0, state) } ?? state
    if new != known {
      joins[target] = new
      isChanged = true
    }
  }

  private mutating func joined(_ left: State, _ right: State) -> State {
    if left == right { return left }
    var result = left
    for slot in result.indices { result[slot] = sets.union(left[slot], right[slot]) }
    return result
  }
}

// MARK: - Calls

extension ReadAnalysis {
  /// Lets a routine be entered with a frame of this content.
  mutating func enter(_ routine: Int, with state: State) {
    let known = entries[routine]
    let new = known.map { joined($0, state) } ?? state
    if new != known {
      entries[routine] = new
      isChanged = true
    }
  }

  /// The frame of a macro that gets what these slots hold.
  mutating func call(_ routine: Int, first: Slot, count: Int, frame: Int) {
    guard let state else { return }
    var callee = State(repeating: ReferenceSets.empty, count: frameSize)
    for index in 0..<count { callee[index] = state[Int(first) + index] }
    enter(routine, with: callee)
    runBlocks(of: frame)
  }

  /// While a macro runs, it may run the call blocks of the frame that called it.
  mutating func runBlocks(of frame: Int) {
    guard let blocks = blocks[frame], let state else { return }
    for block in blocks { enter(block, with: state) }
    if let results = blockResults[frame] { self.state = joined(state, results) }
  }

  /// The body of a call block runs in the frame it was written in, with what the macro gives it.
  mutating func callBlock(_ routine: Int, first: Slot, target: Slot, count: Int) {
    guard let state else { return }
    var arguments = State(repeating: ReferenceSets.empty, count: frameSize)
    for index in 0..<count { arguments[Int(target) + index] = state[Int(first) + index] }
    enter(routine, with: arguments)
  }

  private mutating func keepResult(_ frame: Int) {
    guard let state else { return }
    let known = blockResults[frame]
    let new = known.map { joined($0, state) } ?? state
    if new != known {
      blockResults[frame] = new
      isChanged = true
    }
  }

  /// The page's own variables may be read and written from other frames, in any order.
  private mutating func sharePageSlots() {
    guard var state else { return }
    for slot in sharedSlots {
      addToPage(slot, state[Int(slot)])
      state[Int(slot)] = sets.union(
        state[Int(slot)], pageSlots[slot] ?? ReferenceSets.empty)
    }
    self.state = state
  }

  mutating func addToPage(_ slot: Slot, _ set: SetNumber) {
    let known = pageSlots[slot] ?? ReferenceSets.empty
    let new = sets.union(known, set)
    guard new != known else { return }
    pageSlots[slot] = new
    isChanged = true
  }
}

extension Instruction {
  /// How far a jump leads, counted from the instruction after it.
  fileprivate var jumpDistance: Int? {
    switch self {
    case .jump(let distance), .jumpUnless(_, let distance), .jumpIf(_, let distance),
      .jumpUnlessCompare(_, _, _, let distance), .jumpUnlessTest(_, _, _, let distance),
      .jumpIfDefined(_, let distance), .jumpIfPresent(_, let distance),
      .next(_, _, let distance):
      Int(distance)
    case .text, .write, .writeText, .writeAttribute, .writeFieldText, .writeFieldAttribute,
      .beginCapture, .endCapture, .copy, .constant, .loadPage, .storePage, .field, .member, .index,
      .slice, .list, .map, .negate, .not, .arithmetic, .compare, .concatenate, .filter, .test,
      .host, .call, .callBlock, .recurse, .storeFrame, .leave, .beginLoop, .loopAttribute,
      .loopCycle, .loopChanged, .unpack, .beginList, .appendToList, .endList, .namespace,
      .namespaceField, .setNamespaceField, .cyclerNext:
      nil
    }
  }

  /// Whether the instruction after it is reached only by jumps.
  fileprivate var endsFlow: Bool {
    switch self {
    case .jump, .leave: true
    default: false
    }
  }
}

extension Program {
  /// Returns what the program may read of its globals, and of a component's arguments.
  public func reads(
    of globals: [GlobalVariable], arguments: [ValueType] = [], in schema: Schema
  ) -> ReadGraph {
    ReadAnalysis.graph(of: self, roots: globals.map(\.type) + arguments, schema: schema)
  }
}
