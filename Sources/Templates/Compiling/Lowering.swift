import Diagnostics

/// Turns checked templates into instructions, and decides by HTML context how values are escaped.
///
/// The context is carried along the text that is printed. A macro or block that is used in two
/// contexts becomes two routines, each with its own escapers.
struct Lowering {
  let set: TemplateSet
  let schema: Schema
  let checked: CheckedProgram
  let host: [HostFunction]

  var drafts: [CodeDraft] = []
  var current = 0
  /// The temporary slots in use and the most ever used, of each frame.
  var temporaries: [Int]
  var mostTemporaries: [Int]
  var texts: [UInt8] = []
  var constants: DataBuilder
  var constantValues: [Value] = []
  var constantNumbers: [Constant: UInt32] = [:]
  var places: [Place] = []
  var place = Place(template: 0, span: 0..<0, trace: 0)
  private var placeNumbers: [Place: UInt32] = [:]

  /// Where in the page the output stands; `nil` while what is printed is no markup.
  var context: EscapeContext?
  var routines: [RoutineKey: RoutineDraft] = [:]
  var loopStates: [Int: Slot] = [:]
  var loopExits: [LoopExits] = []
  /// Routines that called themselves before the context after them was known.
  var usedWhileOpen: Set<RoutineKey> = []
  /// The slots that a component's arguments are put into.
  var componentSlots: [Slot] = []
  var isTooLarge = false
  /// Whether the code after `break` or `continue` is being lowered, which nothing reaches.
  var isUnreachable = false

  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []

  /// What makes two uses of a body the same code.
  struct RoutineKey: Hashable {
    enum Body: Hashable {
      case macro(Int)
      case caller(Int)
      case loop(Int)
    }

    let body: Body
    let context: EscapeContext?
  }

  struct RoutineDraft {
    let draft: Int
    /// The context after the body; the one before it as long as the body is being lowered.
    var after: EscapeContext?
    var isFinished = false
    /// Where a recursive loop keeps its state.
    var state: Slot = 0
  }

  /// What `break` and `continue` need: the jumps to patch, and the contexts they left in.
  struct LoopExits {
    var breaks: [CodeDraft.Jump] = []
    var continues: [CodeDraft.Jump] = []
    var breakContexts: [EscapeContext] = []
    var continueContexts: [EscapeContext] = []
  }

  private let gauge: StackGauge

  init(
    set: TemplateSet, schema: Schema, host: [HostFunction], checked: CheckedProgram,
    stackBytes: Int?
  ) {
    self.gauge = StackGauge(stackBytes: stackBytes)
    self.set = set
    self.schema = schema
    self.host = host
    self.checked = checked
    self.temporaries = [Int](repeating: 0, count: checked.frames.count)
    self.mostTemporaries = temporaries
    self.constants = DataBuilder(schema: schema, region: .program)
  }

  /// Lowers the page, or the component, that was checked.
  mutating func run(name: String, entry: Int) -> Program? {
    drafts.append(CodeDraft(frame: 0, name: name))
    let start = Self.startContext(of: name)
    context = start
    lower(checked.nodes)
    if let component = checked.component {
      context = start
      lowerComponent(component)
    }
    checkEnd(entry)
    emit(.leave)
    if diagnostics.contains(where: { $0.severity == .error }) || isTooLarge { return nil }
    return link(name: name)
  }

  static func startContext(of name: String) -> EscapeContext? {
    if name.hasSuffix(".xml") { return .xml }
    return name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : nil
  }

  private mutating func checkEnd(_ entry: Int) {
    do throws(EscapeRefusal) {
      try context?.checkEnd()
    } catch {
      let end = set.templates[place.template].source.bytes.count
      let span = place.span.isEmpty ? max(0, end - 1)..<end : place.span
      place = Place(
        template: place.template, span: span.upperBound - 1..<span.upperBound, trace: place.trace)
      report(error.rule, error.message)
    }
  }
}

// MARK: - Reports

extension Lowering {
  mutating func report(_ rule: String, _ message: String, at span: Range<Int>? = nil) {
    let location = SourceLocation(
      file: set.templates[place.template].source.name, span: span ?? place.span)
    var diagnostic = Diagnostic(
      rule: rule, severity: .error, message: message, location: location)
    guard diagnostics.count < CheckLimits.diagnostics, reported.insert(diagnostic).inserted else {
      return
    }
    diagnostic.notes = TraceNotes.notes(of: place.trace, traces: checked.traces, set: set)
    diagnostics.append(diagnostic)
  }
}

// MARK: - Code

extension Lowering {
  /// The code of one program; more is the sign of templates that multiply themselves.
  private static let instructionLimit = 4_000_000

  mutating func emit(_ instruction: Instruction) {
    drafts[current].code.append(instruction)
    drafts[current].placeNumbers.append(number(of: place))
    if drafts[current].code.count > Self.instructionLimit, !isTooLarge {
      isTooLarge = true
      report("template-too-large", "a page's templates make too many instructions")
    }
  }

  /// Whether there is stack left to go deeper; reports it once if not.
  mutating func mayGoDeeper() -> Bool {
    if gauge.isExhausted, !isTooLarge {
      isTooLarge = true
      report("template-too-deep", "a page's templates nest too deep for this thread's stack")
    }
    return !isTooLarge
  }

  private mutating func number(of place: Place) -> UInt32 {
    if let known = placeNumbers[place] { return known }
    let number = UInt32(places.count)
    places.append(place)
    placeNumbers[place] = number
    return number
  }

  /// Emits a jump that `bind` gives its goal later.
  mutating func jump(_ instruction: Instruction) -> CodeDraft.Jump {
    emit(instruction)
    return CodeDraft.Jump(position: drafts[current].code.count - 1)
  }

  /// Lets a jump lead to the instruction that comes next.
  mutating func bind(_ jump: CodeDraft.Jump) {
    let goal = drafts[current].code.count
    let distance = Int32(goal - jump.position - 1)
    drafts[current].code[jump.position] =
      drafts[current].code[jump.position].retargeted(by: distance)
    drafts[current].barrier = goal
  }

  /// Marks the next instruction as the goal of a jump back.
  mutating func mark() -> Int {
    drafts[current].barrier = drafts[current].code.count
    return drafts[current].code.count
  }

  var frame: Int { drafts[current].frame }

  /// Returns slots for values that are needed for a moment.
  mutating func temporary(_ count: Int = 1) -> Slot {
    let frame = self.frame
    let first = checked.frames[frame] + temporaries[frame]
    temporaries[frame] += count
    mostTemporaries[frame] = max(mostTemporaries[frame], temporaries[frame])
    guard first + count < Int(Slot.max) else {
      if !isTooLarge {
        isTooLarge = true
        report("template-too-large", "a page's templates use too many variables")
      }
      return 0
    }
    return Slot(first)
  }

  func slot(_ variable: Variable) -> Slot { Slot(truncatingIfNeeded: variable.position) }

  mutating func constantNumber(_ constant: Constant) -> UInt32 {
    if let known = constantNumbers[constant] { return known }
    let value: Value =
      switch constant {
      case .undefined: .undefined
      case .none: .none
      case .bool(let value): .bool(value)
      case .int(let value): .int(value)
      case .float(let value): .float(value)
      case .string(let text): constants.string(text)
      case .html(let text): constants.html(text)
      }
    let number = UInt32(constantValues.count)
    constantValues.append(value)
    constantNumbers[constant] = number
    return number
  }

  /// Puts all routines behind each other.
  private consuming func link(name: String) -> Program {
    var code: [Instruction] = []
    var numbers: [UInt32] = []
    var linked: [Program.Routine] = []
    for draft in drafts {
      linked.append(
        Program.Routine(
          entry: code.count,
          frameSize: checked.frames[draft.frame] + mostTemporaries[draft.frame],
          frame: draft.frame, name: draft.name))
      code += draft.code
      numbers += draft.placeNumbers
    }
    var defaults: [Constant: Value] = [:]
    for parameter in checked.component?.signature.parameters ?? [] {
      if let fallback = parameter.fallback {
        defaults[fallback] = constantValues[Int(constantNumber(fallback))]
      }
    }
    // A short text is written by copying 16 bytes, also at the end.
    texts += repeatElement(0, count: 16)
    let fieldNames = schema.records.map { record in
      record.fields.map { constants.string($0.name) }
    }
    return Program(
      name: name, code: code, placeNumbers: numbers, places: places, traces: checked.traces,
      templateNames: set.names, texts: texts, constants: constants.finish(),
      constantValues: constantValues, routines: linked, frameSize: linked[0].frameSize,
      globalSlots: checked.globals.map { Slot(truncatingIfNeeded: $0.position) },
      globalRecords: checked.globalTypes.map { type in
        if case .record(let id) = type.unwrapped { id } else { nil }
      }, defaults: defaults, componentSlots: componentSlots, fieldNames: fieldNames, host: host,
      isInferred: schema.isInferred)
  }
}
