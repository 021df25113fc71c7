/// Makes sure that a store which was read from a file is one that a builder could have made.
struct StoreCheck {
  private let bytes: [UInt8]
  private let cells: [Value]
  private let schema: Schema
  /// The types of the records found so far, by the places of their first cells.
  private var types: [RecordTypeID?]

  init(_ store: DataStore, _ schema: Schema) {
    self.bytes = store.bytes
    self.cells = store.cells
    self.schema = schema
    self.types = Array(repeating: nil, count: store.cells.count + 1)
  }

  /// Whether every value lies in the store and every record, those given too, has what its type
  /// declares.
  mutating func accepts(_ records: [Value]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil,
      records.allSatisfy({ $0.hasKnownKind && $0.kind == .record })
    else { return false }
    for value in cells + records {
      guard lies(value), note(value) else { return false }
    }
    return types.indices.allSatisfy { start in
      types[start].map { hasDeclaredFields($0, at: start) } ?? true
    }
  }

  /// Whether a value is of a kind that stores hold, and its content is inside.
  private func lies(_ value: Value) -> Bool {
    guard value.hasKnownKind, let payload = Int(exactly: value.payload) ?? numberPayload(value)
    else { return false }
    switch value.kind {
    case .undefined, .none, .bool, .int, .float: return true
    case .date: return value.hasDay
    case .month, .period: return true
    case .namespace: return false
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json:
      return value.region == .site && isText(payload, value.length)
    case .list: return value.region == .site && hasCells(payload, value.length)
    case .map: return value.region == .site && isMap(payload, pairs: value.length)
    case .record:
      guard value.region == .site, schema.records.indices.contains(value.length) else {
        return false
      }
      return hasCells(payload, schema.records[value.length].fields.count)
    }
  }

  /// The payload of what is no place may be any word.
  private func numberPayload(_ value: Value) -> Int? {
    value.kind.isText || value.kind == .list || value.kind == .map || value.kind == .record
      ? nil : 0
  }

  /// Whether a run of bytes begins and ends with whole characters.
  private func isText(_ start: Int, _ count: Int) -> Bool {
    guard start <= bytes.count, count <= bytes.count - start else { return false }
    return isBoundary(start) && isBoundary(start + count)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || !UTF8.isContinuation(bytes[offset])
  }

  private func hasCells(_ start: Int, _ count: Int) -> Bool {
    start <= cells.count && count <= cells.count - start
  }

  /// Whether the cells hold texts as keys and, of a large map, an order of the pairs.
  private func isMap(_ start: Int, pairs: Int) -> Bool {
    let count = MapLayout.cellCount(pairs: pairs)
    guard hasCells(start, count) else { return false }
    return (0..<count).allSatisfy { place in
      let cell = cells[start + place]
      guard cell.hasKnownKind else { return false }
      if place >= pairs * 2 { return cell.kind == .int && (0..<pairs).contains(cell.asInt) }
      return place % 2 == 1 || cell.kind == .string
    }
  }

  /// Notes what type a record is of; the same cells cannot be records of two types.
  private mutating func note(_ value: Value) -> Bool {
    guard value.kind == .record else { return true }
    let type = RecordTypeID(index: value.length)
    let start = Int(value.payload)
    defer { types[start] = type }
    return types[start].map { $0 == type } ?? true
  }

  private func hasDeclaredFields(_ type: RecordTypeID, at start: Int) -> Bool {
    schema[type].fields.enumerated().allSatisfy { position, field in
      field.type.admits(cells[start + position]) { list in
        cells[Int(list.payload)..<Int(list.payload) + list.length]
      }
    }
  }
}
