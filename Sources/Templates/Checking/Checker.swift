import Diagnostics

/// Resolves every name of a page's templates and works out every type, before anything is rendered.
///
/// Includes, parents, blocks and imports are followed, so that a template is checked with the
/// variables it will have. Branches that never run are checked like the others.
struct Checker {
  let set: TemplateSet
  let schema: Schema
  let host: [HostFunction]

  /// All scopes; that of the globals comes first, and one that sees nothing second.
  var scopes: [Scope] = []
  var scope = 0
  var flow = Flow()
  /// What each variable holds where no assignment has been passed.
  var initialTypes: [Int: ValueType] = [:]
  /// The number of variables of each frame.
  var frames: [Int] = [0]
  /// The named variables of each frame but the page's, in the order of their declaration.
  var namedVariables: [Int: [(name: String, variable: Variable)]] = [:]
  /// What a macro's frame holds of the variables around its definition, by frame and number.
  var captures: [Int: [Int: Variable]] = [:]
  private var variableCount = 0
  private(set) var isExhausted = false
  private var statementCount = 0
  let gauge: StackGauge

  var template = 0
  var trace = 0
  var traces: [Trace?] = [nil]
  var nesting = 0
  /// Where the statement that is being checked begins.
  var statementStart = 0
  var isEscaped = true
  var branchDepth = 0
  var surroundings = BodySurroundings()

  var blocks: [String: BlockChain] = [:]
  var macros: [MacroDefinition] = []
  var modules: [Module] = []
  var sharedModules: [Int: Int] = [:]
  var loops: [LoopFacts] = []
  var recursiveLoops: [RecursiveLoop] = []
  /// The loops as checked, by number; `loop()` goes into them again.
  var checkedLoops: [Int: CheckedLoop] = [:]
  /// The scope that blocks see, which is that of the page around them.
  var pageScope = 0
  var extendsChoice: Expression?
  var placedBlocks: Set<String> = []
  /// Blocks that stand in no other block of their file.
  var outerBlocks: [(name: Identifier, template: Int, trace: Int)] = []
  /// The macros that a name stands for anywhere.
  var namedMacros: Set<Int> = []
  /// The templates whose text outside blocks was warned about.
  var templatesWithLostText: Set<Int> = []
  var pendingMacros: [(macro: Int, flow: Flow)] = []
  var includeStack: [Int] = []
  var includeInstances: [IncludeKey: Int] = [:]
  var instances: [MacroInstance?] = []
  /// What each instance reads by itself, and which others it calls.
  var instanceReads: [Int: InstanceReads] = [:]
  /// The instances that are being checked, outermost first.
  var instancesInCheck: [Int] = []
  var instanceNumbers: [InstanceKey: Int] = [:]
  var openInstances: [InstanceKey] = []
  var callBodies: [CallBody] = []
  var callerCount = 0
  var namespaces: [NamespaceFields] = []
  var namespaceSites: [(site: Place, number: Int)] = []
  var knownNamespaces: [Place: NamespaceFields] = [:]

  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  var accesses = AccessSet()
  /// Whether a name that nothing declares may come from a template that includes this one.
  var allowsUnknownNames = false
  /// The places where an author vouches for a value.
  var trusted: [Diagnostic] = []

  init(set: TemplateSet, schema: Schema, host: [HostFunction], stackBytes: Int?) {
    self.gauge = StackGauge(stackBytes: stackBytes)
    self.set = set
    self.schema = schema
    self.host = host
    self.scopes = [
      Scope(parent: nil, frame: 0, kind: .globals), Scope(parent: nil, frame: 0, kind: .globals),
    ]
  }
}

/// A recursive loop that is being checked, with the element types it was checked for.
struct RecursiveLoop {
  let syntax: Statement.Loop
  let span: Range<Int>
  let scope: Int
  var instances: [(element: ValueType, loop: Int)]
}

// MARK: - Reports

extension Checker {
  func place(_ span: Range<Int>) -> Place { Place(template: template, span: span, trace: trace) }

  mutating func report(
    _ rule: String, _ message: String, at span: Range<Int>,
    severity: Diagnostic.Severity = .error, notes: [Diagnostic.Note] = []
  ) {
    // After too many errors, more would hide the first ones; after the limits, all are follow-ups.
    guard diagnostics.count < CheckLimits.diagnostics else { return }
    let location = SourceLocation(file: set.templates[template].source.name, span: span)
    var diagnostic = Diagnostic(
      rule: rule, severity: severity, message: message, location: location, notes: notes)
    guard reported.insert(diagnostic).inserted else { return }
    if let tag = earlierTagStart(of: span) {
      diagnostic.notes.append(
        Diagnostic.Note(
          message: "the tag begins here",
          location: SourceLocation(file: location.file, span: tag..<tag + 2)))
    }
    diagnostic.notes += TraceNotes.notes(of: trace, traces: traces, set: set)
    diagnostics.append(diagnostic)
  }

  /// Where the tag around a place begins, if that is on an earlier line.
  private func earlierTagStart(of span: Range<Int>) -> Int? {
    let bytes = set.templates[template].source.bytes
    guard statementStart < span.lowerBound, span.lowerBound <= bytes.count else { return nil }
    let between = bytes[statementStart..<span.lowerBound]
    var previous: UInt8 = 0
    for byte in between {
      if byte == UInt8(ascii: "}"), previous == byte || previous == UInt8(ascii: "%") { return nil }
      previous = byte
    }
    return between.contains(UInt8(ascii: "\n")) ? statementStart : nil
  }

  /// An expression that stands for one that was reported; nothing more is said about it.
  func mistaken(_ span: Range<Int>) -> CheckedExpression {
    CheckedExpression(kind: .constant(.undefined), type: .any, place: place(span))
  }

  /// Counts work and depth; after the limits nothing more is checked.
  mutating func mayGoOn(at span: Range<Int>, work: Int = 1) -> Bool {
    if isExhausted { return false }
    statementCount += work
    if statementCount > CheckLimits.statements {
      report(
        "template-too-large",
        "a page's templates hold at most \(CheckLimits.statements) statements when put together",
        at: span)
      isExhausted = true
    } else if nesting > CheckLimits.nesting || gauge.isExhausted {
      report(
        "template-too-deep",
        "includes, blocks and macros nest at most \(CheckLimits.nesting) levels deep", at: span)
      isExhausted = true
    }
    return !isExhausted
  }
}

/// Tells how rendering came to a place, as notes of a finding.
enum TraceNotes {
  /// How many steps a finding shows; runaway nesting would show hundreds.
  private static let limit = 8

  static func notes(of trace: Int, traces: [Trace?], set: TemplateSet) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var trace = trace
    while let step = traces[trace], notes.count < limit {
      notes.append(
        Diagnostic.Note(
          message: step.message,
          location: SourceLocation(
            file: set.templates[step.place.template].source.name, span: step.place.span)))
      trace = step.place.trace
    }
    return notes
  }
}

// MARK: - Scopes and variables

extension Checker {
  /// Makes a scope inside the current one and checks `body` in it.
  mutating func inScope<Result>(
    _ kind: Scope.Kind, parent: Int? = nil, frame: Int? = nil,
    _ body: (inout Checker) -> Result
  ) -> Result {
    let outer = (scope, branchDepth)
    scopes.append(
      Scope(parent: parent ?? scope, frame: frame ?? scopes[scope].frame, kind: kind))
    scope = scopes.count - 1
    branchDepth = 0
    defer { (scope, branchDepth) = outer }
    return body(&self)
  }

  mutating func makeVariable(frame: Int) -> Variable {
    let variable = Variable(id: variableCount, frame: frame, position: frames[frame])
    variableCount += 1
    frames[frame] += 1
    return variable
  }

  /// Declares a name in the current scope, hiding any outer one.
  mutating func declare(_ name: String, _ type: ValueType) -> Variable {
    let variable = makeVariable(frame: scopes[scope].frame)
    scopes[scope].variables[name] = variable
    if variable.frame != 0 {
      namedVariables[variable.frame, default: []].append((name, variable))
    }
    flow.types[variable.id] = type
    initialTypes[variable.id] = .undefined
    return variable
  }

  /// A variable that templates cannot name.
  mutating func declareHidden(_ type: ValueType) -> Variable {
    let variable = makeVariable(frame: scopes[scope].frame)
    flow.types[variable.id] = type
    return variable
  }

  func variable(named name: String, from start: Int? = nil) -> Variable? {
    var current: Int? = start ?? scope
    let frame = scopes[start ?? scope].frame
    while let index = current {
      if let variable = scopes[index].variables[name],
        variable.frame == frame || variable.frame == 0 || isCallable(variable)
      {
        return variable
      }
      current = scopes[index].parent
    }
    return nil
  }

  func type(of variable: Variable) -> ValueType {
    flow.types[variable.id] ?? initialTypes[variable.id] ?? .undefined
  }

  /// All names that may be used here, nearest first, for suggestions.
  var visibleNames: [String] {
    var names: [String] = []
    var current: Int? = scope
    while let index = current {
      names += scopes[index].variables.keys.sorted()
      current = scopes[index].parent
    }
    return names + Self.functionNames + host.filter { !$0.isFilter }.map(\.name)
  }

  /// The variable that `set` assigns to: that of the current scope, made if there is none.
  mutating func assignable(_ name: Identifier, _ type: ValueType) -> Variable {
    if let variable = scopes[scope].variables[name.text] {
      flow.forget(variable)
      flow.types[variable.id] = type
      return variable
    }
    warnAboutShadowing(name)
    let outer = variable(named: name.text)
    let made = declare(name.text, type)
    if branchDepth > 0 { keepOuterValue(of: made, outer: outer, at: name.span) }
    return made
  }

  /// Other branches of the same scope still see what the name meant outside.
  private mutating func keepOuterValue(
    of variable: Variable, outer: Variable?, at span: Range<Int>
  ) {
    let type = outer.map { self.type(of: $0) } ?? .undefined
    initialTypes[variable.id] = type
    let kind: CheckedExpression.Kind = outer.map { .variable($0) } ?? .constant(.undefined)
    scopes[scope].prologue.append(
      (variable, CheckedExpression(kind: kind, type: type, place: place(span))))
  }

  private mutating func warnAboutShadowing(_ name: Identifier) {
    guard isInsideLoop, let outer = variable(named: name.text), !isGlobal(outer) else { return }
    report(
      "set-in-loop",
      "'set \(name.text)' in a loop does not change the outer '\(name.text)'; use namespace()",
      at: name.span, severity: .warning)
  }

  private var isInsideLoop: Bool {
    if case .loop = scopes[scope].kind { true } else { false }
  }

  func isGlobal(_ variable: Variable) -> Bool {
    scopes[0].variables.values.contains { $0.id == variable.id }
  }

  /// The assignments with which a scope begins.
  func prologue(at span: Range<Int>) -> [CheckedNode] {
    scopes[scope].prologue.compactMap { variable, value in
      if case .compileTime = value.type { return nil }
      return CheckedNode(kind: .assign(variable, value), place: place(span))
    }
  }
}
