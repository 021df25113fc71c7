extension Machine {
  /// The value of a record's field by its position.
  @inline(__always)
  func field(_ record: Value, _ position: Int) throws(RenderFault) -> Value {
    guard record.kind == .record else {
      throw absentField(record)
    }
    return memory.cells(of: record)[position]
  }

  private func absentField(_ value: Value) -> RenderFault {
    value.isAbsent
      ? RenderFault.absent("there is no value here to take a field of")
      : RenderFault.type("\(described(value)) has no such field")
  }

  /// A field or key by its name; absent if there is none.
  func member(_ object: Value, _ name: Value) throws(RenderFault) -> Value {
    switch object.kind {
    case .map: return lookUp(name, in: object)
    case .record:
      let names = program.fieldNames[object.length]
      let wanted = memory.bytes(of: name)
      for (position, field) in names.enumerated()
      where Self.areSame(memory.bytes(of: field), wanted) {
        return memory.cells(of: object)[position]
      }
      return .undefined
    case .undefined, .none: throw absentField(object)
    case .bool, .int, .float, .string, .html, .trustedURL, .trustedScript, .trustedStyle,
      .attributes, .json, .date, .month, .period, .list, .namespace:
      return .undefined
    }
  }

  func lookUp(_ key: Value, in map: Value) -> Value {
    guard key.kind.isText, map.count > 0 else { return lookUpOther(key, in: map) }
    let wanted = memory.bytes(of: key)
    let cells = memory.cells(of: map)
    let count = map.length
    guard count > MapLayout.linearLimit else {
      for index in 0..<count where Self.areSame(memory.bytes(of: cells[2 * index]), wanted) {
        if cells[2 * index].kind.isText { return cells[2 * index + 1] }
      }
      return .undefined
    }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let pair = cells[2 * count + middle].asInt
      switch Self.order(memory.bytes(of: cells[2 * pair]), wanted) {
      case 0: return cells[2 * pair + 1]
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return .undefined
  }

  /// Maps written in templates may have keys that are no texts.
  private func lookUpOther(_ key: Value, in map: Value) -> Value {
    guard map.count > 0 else { return .undefined }
    let cells = memory.cells(of: map)
    for index in 0..<map.length {
      if let order = simpleOrder(cells[2 * index], key), order == 0 { return cells[2 * index + 1] }
    }
    return .undefined
  }

  func element(of object: Value, at key: Value) throws(RenderFault) -> Value {
    switch object.kind {
    case .list:
      guard key.kind == .int || key.kind == .bool else { return .undefined }
      let index = key.asInt < 0 ? key.asInt + object.length : key.asInt
      guard index >= 0, index < object.length else { return .undefined }
      return memory.cells(of: object)[index]
    case .string, .html:
      guard key.kind == .int else { return .undefined }
      return character(of: object, at: key.asInt)
    default: return try member(object, key)
    }
  }

  private func character(of text: Value, at index: Int) -> Value {
    let bytes = memory.bytes(of: text)
    var starts = 0
    for byte in bytes where byte & 0xC0 != 0x80 { starts += 1 }
    let wanted = index < 0 ? index + starts : index
    guard wanted >= 0, wanted < starts else { return .undefined }
    let range = TextRange.scalars(wanted..<wanted + 1, of: bytes)
    return Value(
      text.kind, region: text.region, count: range.count,
      payload: text.payload + UInt64(range.lowerBound))
  }

  mutating func slice(_ arguments: UnsafeMutablePointer<Value>) throws(RenderFault) -> Value {
    let object = arguments[0]
    var list = object
    if object.kind == .string || object.kind == .html {
      list = try scalars(of: object)
    } else if object.kind != .list {
      throw RenderFault.type("\(described(object)) cannot be sliced")
    }
    let step = try bound(arguments[3]) ?? 1
    if step == 0 { throw RenderFault.value("the step of a slice cannot be 0") }
    let indices = Self.indices(
      count: list.length, start: try bound(arguments[1]), stop: try bound(arguments[2]), step: step)
    let elements = memory.elements(of: list)
    let result = try arena.list(indices.map { elements[$0] })
    return object.kind == .list ? result : try joined(result, as: object.kind)
  }

  private func bound(_ value: Value) throws(RenderFault) -> Int? {
    switch value.kind {
    case .int, .bool: return value.asInt
    case .none, .undefined: return nil
    default: throw RenderFault.type("a slice takes whole numbers, not \(described(value))")
    }
  }

  /// The positions that a slice takes, as Python counts them.
  private static func indices(count: Int, start: Int?, stop: Int?, step: Int) -> [Int] {
    func clamped(_ index: Int, _ low: Int, _ high: Int) -> Int {
      let (sum, overflows) = index.addingReportingOverflow(count)
      let moved = index < 0 ? (overflows ? low : sum) : index
      return min(max(moved, low), high)
    }
    if step > 0 {
      let first = clamped(start ?? 0, 0, count)
      let end = stop.map { clamped($0, 0, count) } ?? count
      return first < end ? Array(stride(from: first, to: end, by: min(step, count + 1))) : []
    }
    let first = start.map { clamped($0, -1, count - 1) } ?? count - 1
    let end = stop.map { clamped($0, -1, count - 1) } ?? -1
    return first > end ? Array(stride(from: first, to: end, by: max(step, -count - 1))) : []
  }

  /// Texts written one behind the other.
  private mutating func joined(_ list: Value, as kind: Value.Kind) throws(RenderFault) -> Value {
    workspace.truncate(to: 0)
    for element in memory.elements(of: list) { workspace.append(memory.bytes(of: element)) }
    return try finishText(kind)
  }

  /// Makes a value of what was written to the workspace.
  mutating func finishText(_ kind: Value.Kind = .string) throws(RenderFault) -> Value {
    let outcome: Result<Value, RenderFault> = workspace.withBytes { bytes in
      do throws(RenderFault) { return .success(try arena.text(bytes, as: kind)) } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  // MARK: Lists and maps

  mutating func makeList(
    _ values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) -> Value {
    let cells = try arena.allocateCells(count)
    cells.update(from: values, count: count)
    return ScratchArena.value(.list, cells, count: count)
  }

  mutating func makeMap(
    _ values: UnsafeMutablePointer<Value>, _ pairs: Int
  ) throws(RenderFault) -> Value {
    var entries: [(key: Value, value: Value)] = []
    for index in 0..<pairs {
      let key = values[2 * index]
      switch key.kind {
      case .list, .map, .record, .namespace, .undefined:
        throw RenderFault.type("\(described(key)) cannot be the key of a map")
      default: break
      }
      entries.append((key, values[2 * index + 1]))
    }
    return try map(of: entries)
  }

  mutating func map(of entries: [(key: Value, value: Value)]) throws(RenderFault) -> Value {
    var kept: [(key: Value, value: Value)] = []
    for entry in entries {
      if let known = kept.firstIndex(where: { simpleOrder($0.key, entry.key) == 0 }) {
        kept[known].value = entry.value
      } else {
        kept.append(entry)
      }
    }
    let count = kept.count
    let cells = try arena.allocateCells(MapLayout.cellCount(pairs: count))
    for (index, entry) in kept.enumerated() {
      cells[2 * index] = entry.key
      cells[2 * index + 1] = entry.value
    }
    if count > MapLayout.linearLimit {
      let order = kept.indices.sorted {
        Self.order(memory.bytes(of: kept[$0].key), memory.bytes(of: kept[$1].key)) < 0
      }
      for (index, pair) in order.enumerated() { cells[2 * count + index] = .int(pair) }
    }
    return ScratchArena.value(.map, cells, count: count)
  }

  /// The keys and values of a map, or the fields of a record that are there.
  func pairs(of value: Value) -> [(key: Value, value: Value)] {
    switch value.kind {
    case .map where value.count > 0:
      let cells = memory.cells(of: value)
      return (0..<value.length).map { (cells[2 * $0], cells[2 * $0 + 1]) }
    case .record:
      let names = program.fieldNames[value.length]
      if names.isEmpty { return [] }
      let cells = memory.cells(of: value)
      return names.enumerated().compactMap { position, name in
        cells[position].kind == .undefined ? nil : (name, cells[position])
      }
    default: return []
    }
  }

  mutating func keys(of value: Value) throws(RenderFault) -> Value {
    try arena.list(pairs(of: value).map(\.key))
  }
}
