/// Makes sure that a store which was read from a file is one that a builder could have made.
struct StoreCheck {
  private let shapes: ValueShapes

  init(_ schema: Schema) { shapes = schema.shapes }

  /// Whether every value lies in the store, and every record, those given too, has what its type
  /// declares.
  func accepts(_ store: DataStore, records: [Value]) -> Bool {
    guard String(validating: store.bytes, as: UTF8.self) != nil,
      records.allSatisfy({ $0.hasKnownKind && $0.kind == .record })
    else { return false }
    return store.bytes.withUnsafeBufferPointer { bytes in
      store.cells.withUnsafeBufferPointer { cells in
        var content = StoreContent(bytes: bytes, cells: cells, shapes: shapes)
        return cells.allSatisfy { content.takes($0) }
          && records.allSatisfy { content.takes($0) } && content.recordsHaveTheirFields()
      }
    }
  }
}

/// The content of a store while it is checked.
private struct StoreContent {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let cells: UnsafeBufferPointer<Value>
  private let shapes: ValueShapes
  /// The types of the records found so far, by the places of their first cells; -1 elsewhere.
  private var types: [Int32]

  init(
    bytes: UnsafeBufferPointer<UInt8>, cells: UnsafeBufferPointer<Value>, shapes: ValueShapes
  ) {
    self.bytes = bytes
    self.cells = cells
    self.shapes = shapes
    self.types = Array(repeating: -1, count: cells.count + 1)
  }

  /// Whether a value is of a kind that stores hold and its content is inside; a record is noted.
  mutating func takes(_ value: Value) -> Bool {
    guard value.hasKnownKind else { return false }
    switch value.kind {
    case .undefined, .none, .bool, .int, .float, .month, .period: return true
    case .date: return value.hasDay
    case .namespace: return false
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json:
      return isText(value)
    case .list: return hasCells(value, value.length)
    case .map: return isMap(value)
    case .record: return isRecord(value)
    }
  }

  /// Whether the content is a run of bytes that begins and ends with whole characters.
  private func isText(_ value: Value) -> Bool {
    guard value.region == .site, value.payload <= UInt64(bytes.count),
      value.length <= bytes.count - Int(value.payload)
    else { return false }
    let start = Int(value.payload)
    return isBoundary(start) && isBoundary(start + value.length)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || !UTF8.isContinuation(bytes[offset])
  }

  private func hasCells(_ value: Value, _ count: Int) -> Bool {
    value.region == .site && value.payload <= UInt64(cells.count)
      && count <= cells.count - Int(value.payload)
  }

  /// Whether the cells hold texts as keys and, of a large map, an order of the pairs.
  private func isMap(_ value: Value) -> Bool {
    let pairs = value.length
    let count = MapLayout.cellCount(pairs: pairs)
    guard hasCells(value, count) else { return false }
    return (0..<count).allSatisfy { place in
      let cell = cells[Int(value.payload) + place]
      guard cell.hasKnownKind else { return false }
      if place >= pairs * 2 { return cell.kind == .int && (0..<pairs).contains(cell.asInt) }
      return place % 2 == 1 || cell.kind == .string
    }
  }

  /// Whether there are cells for a record's fields, which are not those of a record of another
  /// type.
  private mutating func isRecord(_ value: Value) -> Bool {
    guard shapes.records.indices.contains(value.length),
      hasCells(value, shapes.records[value.length].count)
    else { return false }
    let start = Int(value.payload)
    let known = types[start]
    types[start] = Int32(value.length)
    return known < 0 || known == Int32(value.length)
  }

  /// Whether the fields of all records that were noted are of their types.
  func recordsHaveTheirFields() -> Bool {
    for (start, type) in types.enumerated() where type >= 0 {
      for (position, shape) in shapes.records[Int(type)].enumerated()
      where !shapes.has(cells[start + position], shape, in: cells, of: .site) { return false }
    }
    return true
  }
}
