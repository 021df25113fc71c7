import Diagnostics

/// A page's templates compiled into one flat list of instructions, ready to be rendered.
///
/// It is immutable, so that any number of threads may render it at once. A class, as each page is
/// rendered with the same few programs, whose parts are many.
public final class Program: Sendable {
  /// A part of the code that is called: a macro, the body of a call block, a recursive loop.
  struct Routine: Sendable {
    let entry: Int
    let frameSize: Int
    /// The number of its frame; bodies of call blocks share that of the code around them.
    let frame: Int
    let name: String
  }

  /// The name of the template that the program was compiled from.
  public let name: String
  let code: [Instruction]
  /// For each instruction the number of its place.
  let placeNumbers: [UInt32]
  let places: [Place]
  let traces: [Trace?]
  let templateNames: [String]
  /// The literal text of all templates, escaped and merged, with 16 more bytes at the end.
  let texts: [UInt8]
  let constants: DataStore
  /// The values that `constant` instructions load.
  let constantValues: [Value]
  let routines: [Routine]
  let frameSize: Int
  /// The slots of the globals, in the order they were given to the compiler.
  let globalSlots: [Slot]
  /// The record types of those globals that are records, by which their fields are read.
  let globalRecords: [RecordTypeID?]
  /// The values of the constants that components have as defaults.
  let defaults: [Constant: Value]
  /// The slots of a component's arguments, which follow the globals.
  let componentSlots: [Slot]
  /// The names of the fields of each record type.
  let fieldNames: [[Value]]
  let host: [HostFunction]
  /// Whether the schema was found in data, where a record is what other languages call a map.
  let isInferred: Bool

  init(
    name: String, code: [Instruction], placeNumbers: [UInt32], places: [Place], traces: [Trace?],
    templateNames: [String], texts: [UInt8], constants: DataStore, constantValues: [Value],
    routines: [Routine], frameSize: Int, globalSlots: [Slot], globalRecords: [RecordTypeID?],
    defaults: [Constant: Value], componentSlots: [Slot], fieldNames: [[Value]],
    host: [HostFunction], isInferred: Bool
  ) {
    self.name = name
    self.code = code
    self.placeNumbers = placeNumbers
    self.places = places
    self.traces = traces
    self.templateNames = templateNames
    self.texts = texts
    self.constants = constants
    self.constantValues = constantValues
    self.routines = routines
    self.frameSize = frameSize
    self.globalSlots = globalSlots
    self.globalRecords = globalRecords
    self.defaults = defaults
    self.componentSlots = componentSlots
    self.fieldNames = fieldNames
    self.host = host
    self.isInferred = isInferred
  }

  /// How many instructions the program has.
  public var instructionCount: Int { code.count }
}

extension Program {
  /// The text of a constant; empty for one that is no text.
  func text(ofConstant index: Int) -> String {
    let value = constantValues[index]
    guard value.kind.isText, value.region == .program else { return "" }
    let start = Int(value.payload)
    return String(decoding: constants.bytes[start..<start + value.length], as: UTF8.self)
  }

  /// The value of a constant that the program holds, such as a component's default.
  func value(of constant: Constant) -> Value { defaults[constant] ?? .none }

  /// Where an instruction came from, with notes on how rendering got there.
  func location(ofInstruction index: Int) -> (location: SourceLocation, notes: [Diagnostic.Note]) {
    let place = places[Int(placeNumbers[index])]
    let location = SourceLocation(file: templateNames[place.template], span: place.span)
    var notes: [Diagnostic.Note] = []
    var trace = place.trace
    while let step = traces[trace], notes.count < 8 {
      notes.append(
        Diagnostic.Note(
          message: step.message,
          location: SourceLocation(
            file: templateNames[step.place.template], span: step.place.span)))
      trace = step.place.trace
    }
    return (location, notes)
  }
}
