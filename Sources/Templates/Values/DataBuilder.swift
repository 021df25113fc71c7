/// Lays values out in a store.
///
/// ```swift
/// var builder = DataBuilder(schema: schema, region: .site)
/// let ada = builder.reserve(person)
/// builder.fill(ada, [builder.string("Ada"), .none])
/// let site = builder.finish()
/// ```
public struct DataBuilder {
  /// The store that a builder makes: the one all pages share, or the small one of a single page.
  public enum Target: Sendable {
    case site
    case page
  }

  /// A record whose fields may be given later, so that records can refer to each other.
  public struct RecordReference: Sendable {
    /// The record as a value; it may be put anywhere before it is filled.
    public let value: Value

    fileprivate init(value: Value) { self.value = value }

    /// Refers to a record of a store that is finished.
    public init(filled record: Value) { self.value = record }
  }

  let schema: Schema
  let region: Value.Region
  let target: Target
  private var bytes: [UInt8] = []
  private(set) var cells: [Value] = []

  /// Makes a builder of an empty store for values of a schema that is complete.
  public init(schema: Schema, target: Target) {
    self.schema = schema
    self.target = target
    switch target {
    case .site: self.region = .site
    case .page: self.region = .page
    }
  }

  /// The constants of a program are laid out like any other data.
  init(schema: Schema, region: Value.Region) {
    self.schema = schema
    self.region = region
    self.target = .site
  }

  /// Ends the work and returns the finished store.
  public consuming func finish() -> DataStore {
    DataStore(bytes: bytes, cells: cells)
  }
}

extension DataBuilder {
  /// Adds a string, which templates escape where they write it.
  public mutating func string(_ text: String) -> Value { self.text(text, as: .string) }

  /// Adds markup, which templates write as it is.
  public mutating func html(_ markup: String) -> Value { text(markup, as: .html) }

  /// Adds a string from UTF-8 bytes, which must be well formed.
  public mutating func string(utf8: some Collection<UInt8>) -> Value { text(utf8, as: .string) }

  /// Adds markup from UTF-8 bytes, which must be well formed.
  public mutating func html(utf8: some Collection<UInt8>) -> Value { text(utf8, as: .html) }

  private mutating func text(_ text: String, as kind: Value.Kind) -> Value {
    var text = text
    return text.withUTF8 { self.text($0, as: kind) }
  }

  mutating func text(_ utf8: some Collection<UInt8>, as kind: Value.Kind) -> Value {
    let start = bytes.count
    bytes.append(contentsOf: utf8)
    return Value(kind, region: region, count: bytes.count - start, payload: UInt64(start))
  }

  /// Adds a list; a list of the site cannot hold a page's values.
  public mutating func list(_ elements: [Value]) -> Value {
    for element in elements {
      precondition(mayHold(element), "the site's values cannot refer to a page's")
    }
    let start = cells.count
    cells.append(contentsOf: elements)
    return Value(.list, region: region, count: elements.count, payload: UInt64(start))
  }

  /// Adds a map; of pairs with the same key the last one's value stays, in the first one's place.
  public mutating func map(_ pairs: [(key: String, value: Value)]) -> Value {
    var positions: [String: Int] = [:]
    var kept: [(key: String, value: Value)] = []
    for pair in pairs {
      if let position = positions[pair.key] {
        kept[position].value = pair.value
      } else {
        positions[pair.key] = kept.count
        kept.append(pair)
      }
    }
    precondition(
      kept.allSatisfy { mayHold($0.value) }, "the site's values cannot refer to a page's")
    let keys = kept.map { string($0.key) }
    let start = cells.count
    for (key, pair) in zip(keys, kept) { cells += [key, pair.value] }
    if kept.count > MapLayout.linearLimit {
      let order = kept.indices.sorted {
        kept[$0].key.utf8.lexicographicallyPrecedes(kept[$1].key.utf8)
      }
      cells += order.map { Value.int($0) }
    }
    return Value(.map, region: region, count: kept.count, payload: UInt64(start))
  }

  /// Adds a record with the values of its fields in the order its type declares them.
  public mutating func record(_ type: RecordTypeID, _ fields: [Value]) -> Value {
    let reference = reserve(type)
    fill(reference, fields)
    return reference.value
  }

  /// Makes room for a record that is filled later; until then its fields are null.
  public mutating func reserve(_ type: RecordTypeID) -> RecordReference {
    let start = cells.count
    cells.append(
      contentsOf: repeatElement(.none, count: schema.shapes.records[type.index].count))
    return RecordReference(
      value: Value(.record, region: region, count: type.index, payload: UInt64(start)))
  }

  /// Gives a reserved record the values of its fields in the order its type declares them.
  public mutating func fill(_ reference: RecordReference, _ fields: [Value]) {
    let type = RecordTypeID(index: reference.value.length)
    precondition(
      fields.count == schema.shapes.records[type.index].count,
      "a record takes one value for each field of its type")
    if let misfit = firstMisfit(fields, type) {
      let field = schema[type].fields[misfit]
      preconditionFailure(
        "the field '\(field.name)' of '\(schema[type].name)' holds a \(schema.name(of: field.type))"
      )
    }
    let start = Int(reference.value.payload)
    for (offset, field) in fields.enumerated() { cells[start + offset] = field }
  }
}
