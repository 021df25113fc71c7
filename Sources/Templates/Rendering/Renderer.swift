public import Diagnostics

/// Renders programs one after the other; each thread needs its own.
///
/// What a render needed is kept for the next, so that most pages allocate nothing but their text.
public struct Renderer: ~Copyable {
  private var workspace = OutputBuffer()
  private var arena = ScratchArena(limit: 0)
  private var stack = ValueStack()
  private let bases: UnsafeMutablePointer<UInt>

  /// Makes a renderer that has kept nothing yet.
  public init() {
    bases = .allocate(capacity: 8)
    bases.initialize(repeating: 0, count: 8)
  }

  deinit { bases.deallocate() }

  /// Renders a page behind what `output` holds, and returns warnings about what was replaced.
  ///
  /// `globals` are the values of the compiler's globals, in the same order and of the same types.
  /// After an error `output` is as it was before.
  public mutating func render(
    _ program: Program, globals: [Value], site: DataStore = .empty, page: DataStore = .empty,
    limits: RenderLimits = RenderLimits(), into output: inout OutputBuffer
  ) throws(RenderError) -> [Diagnostic] {
    try run(program, globals, arguments: [], site, page, limits, &output)
  }

  /// Renders a component with arguments by name; what is not given has its default.
  ///
  /// `content` is markup that `caller()` prints; a value of either store.
  public mutating func render(
    _ component: Component, arguments: [String: Value], content: Value? = nil, globals: [Value],
    site: DataStore = .empty, page: DataStore = .empty, limits: RenderLimits = RenderLimits(),
    into output: inout OutputBuffer
  ) throws(RenderError) -> [Diagnostic] {
    let program = component.program
    var values = component.signature.parameters.map { parameter in
      arguments[parameter.name] ?? parameter.fallback.map { program.value(of: $0) } ?? .none
    }
    if component.signature.usesCaller { values.append(content ?? Value(.html)) }
    return try run(program, globals, arguments: values, site, page, limits, &output)
  }

  private mutating func run(
    _ program: Program, _ globals: [Value], arguments: [Value], _ site: DataStore,
    _ page: DataStore, _ limits: RenderLimits, _ output: inout OutputBuffer
  ) throws(RenderError) -> [Diagnostic] {
    precondition(
      globals.count == program.globalSlots.count, "a program takes one value for each global")
    for (value, record) in zip(globals, program.globalRecords) {
      precondition(
        record.map { value.isAbsent || (value.kind == .record && value.length == $0.index) }
          ?? true,
        "a global is a record of the type it was declared with")
    }
    for value in globals + arguments {
      precondition(
        value.region == .site ? site.holds(value) : value.region != .page || page.holds(value),
        "values are rendered with the stores that hold them")
    }
    let outcome: Result<[Diagnostic], RenderError> = site.bytes.withUnsafeBufferPointer {
      siteBytes in
      site.cells.withUnsafeBufferPointer { siteCells in
        page.bytes.withUnsafeBufferPointer { pageBytes in
          page.cells.withUnsafeBufferPointer { pageCells in
            let memory = Memory(bases: bases)
            memory.setRegion(.site, bytes: siteBytes, cells: siteCells)
            memory.setRegion(.page, bytes: pageBytes, cells: pageCells)
            return run(program, globals, arguments, memory, limits, &output)
          }
        }
      }
    }
    return try outcome.get()
  }

  private mutating func run(
    _ program: Program, _ globals: [Value], _ arguments: [Value], _ memory: Memory,
    _ limits: RenderLimits, _ output: inout OutputBuffer
  ) -> Result<[Diagnostic], RenderError> {
    program.constants.bytes.withUnsafeBufferPointer { bytes in
      program.constants.cells.withUnsafeBufferPointer { cells in
        program.texts.withUnsafeBufferPointer { texts in
          program.code.withUnsafeBufferPointer { code in
            memory.setRegion(.program, bytes: bytes, cells: cells)
            guard let texts = texts.baseAddress else {
              preconditionFailure("a program's texts end with padding")
            }
            return run(program, code, texts, globals, arguments, memory, limits, &output)
          }
        }
      }
    }
  }

  private mutating func run(
    _ program: Program, _ code: UnsafeBufferPointer<Instruction>,
    _ texts: UnsafePointer<UInt8>, _ globals: [Value], _ arguments: [Value],
    _ memory: Memory, _ limits: RenderLimits, _ output: inout OutputBuffer
  ) -> Result<[Diagnostic], RenderError> {
    let start = output.count
    var limits = limits
    limits.outputBytes += start
    arena.reset()
    arena.limit = limits.scratchBytes
    stack.top = 0
    _ = stack.reserve(program.frameSize)
    for (slot, value) in zip(program.globalSlots, globals) { stack.base[Int(slot)] = value }
    for (slot, value) in zip(program.componentSlots, arguments) { stack.base[Int(slot)] = value }
    var machine = Machine(program: program, memory: memory, texts: texts, limits: limits)
    swapParts(of: &machine, with: &output)
    let outcome: Result<[Diagnostic], RenderError>
    do throws(RenderError) {
      try machine.run(code)
      outcome = .success(machine.warnings)
    } catch {
      machine.output.truncate(to: start)
      outcome = .failure(error)
    }
    swapParts(of: &machine, with: &output)
    return outcome
  }

  /// Lends the machine what is kept between renders, or takes it back.
  private mutating func swapParts(of machine: inout Machine, with output: inout OutputBuffer) {
    swap(&machine.output, &output)
    swap(&machine.arena, &arena)
    swap(&machine.workspace, &workspace)
    swap(&machine.stack, &stack)
  }
}
