internal import Synchronization

/// The record types that templates may see, with a sentence on each field.
///
/// Declare every record type before defining those that refer to it; cycles are welcome.
///
/// ```swift
/// var schema = Schema()
/// let person = schema.declare("person", summary: "Someone who takes part.")
/// schema.define(person, fields: [
///   Schema.Field("name", .string, "The name as the person writes it."),
///   Schema.Field("manager", .optional(.record(person)), "Whom the person reports to."),
/// ])
/// ```
public struct Schema: Sendable {
  /// One named value of a record.
  public struct Field: Sendable, Hashable {
    /// The name as templates write it after the dot.
    public let name: String
    /// The type of the value in every record.
    public let type: ValueType
    /// What the field holds, in one sentence.
    public let summary: String

    /// Declares a field, by default without a sentence about it.
    public init(_ name: String, _ type: ValueType, _ summary: String = "") {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// A named row of fields.
  public struct RecordType: Sendable {
    /// The name that messages and the printed model use.
    public let name: String
    /// What such a record is, in one sentence; empty if nobody says.
    public let summary: String
    /// In the order in which values are laid out; empty until the type is defined.
    public fileprivate(set) var fields: [Field]
    fileprivate var positions: [String: Int]

    /// The place of a field in the row, if there is such a field.
    public func position(of field: String) -> Int? { positions[field] }
  }

  /// All record types, in the order declared.
  public private(set) var records: [RecordType] = []
  /// The types of the fields as values are held against them.
  private(set) var shapes = ValueShapes()
  private var identifiers: [String: RecordTypeID] = [:]
  private var cycles = Cycles()
  /// Whether the types were found in data; then `is defined` may ask for fields no record has.
  let isInferred: Bool

  /// Makes a schema without record types, to be filled by declaring and defining them.
  public init() {
    self.isInferred = false
  }

  init(isInferred: Bool) {
    self.isInferred = isInferred
  }

  /// Names a record type, so that others may refer to it before its fields are known.
  public mutating func declare(_ name: String, summary: String = "") -> RecordTypeID {
    let id = RecordTypeID(index: records.count)
    records.append(RecordType(name: name, summary: summary, fields: [], positions: [:]))
    shapes.declare()
    identifiers[name] = id
    return id
  }

  /// Gives a declared record type its fields; the last field of a name wins.
  public mutating func define(_ id: RecordTypeID, fields: [Field]) {
    cycles = Cycles()
    records[id.index].fields = fields
    shapes.define(id.index, fields.map(\.type))
    records[id.index].positions = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// The record type of an id that this schema gave.
  public subscript(id: RecordTypeID) -> RecordType { records[id.index] }

  /// The record types that lead back to themselves, worked out when it is first asked for: every
  /// program of a theme is followed by the same.
  var cyclicRecords: Set<Int> {
    cycles.found.withLock { found in
      let known =
        found ?? Set(records.indices.filter { isCyclic(.record(RecordTypeID(index: $0))) })
      found = known
      return known
    }
  }

  private final class Cycles: Sendable {
    let found = Mutex<Set<Int>?>(nil)
  }

  /// Returns the record type of a name.
  public func record(named name: String) -> RecordTypeID? { identifiers[name] }

  /// The names of all record types, in the order declared.
  public var recordNames: [String] { records.map(\.name) }
}
