extension Machine {
  /// Applies a filter to the first of the values; the others are its arguments, all present.
  mutating func apply(
    _ filter: Filter, _ values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) -> Value {
    let value = values[0]
    switch filter {
    case .lower, .upper, .capitalize, .title, .trim, .replace, .center, .indent, .truncate,
      .wordwrap, .striptags, .wordcount, .split, .urlencode, .format, .string, .escape,
      .forceescape, .safe, .safeURL, .safeScript, .safeStyle, .xmlattr, .tojson, .pluralize, .date:
      return try applyToText(filter, values, count)
    case .abs, .round, .int, .float, .filesizeformat, .sum:
      return try applyToNumber(filter, values)
    case .length: return .int(try length(of: value))
    case .first: return try end(of: value, isFirst: true)
    case .last: return try end(of: value, isFirst: false)
    case .nth: return try element(of: listed(value), at: values[1])
    case .get: return try get(value, values[1], values[2])
    case .list: return try listed(value)
    case .reverse: return try reversed(value)
    case .join: return try join(value, values[1])
    case .items: return try items(of: value)
    case .keys: return try keys(of: map(value))
    case .values: return try arena.list(pairs(of: map(value)).map(\.value))
    case .batch: return try batch(listed(value), values[1], fill: values[2])
    case .slice: return try slices(listed(value), values[1], fill: values[2])
    case .range: return try range(values[0], values[1], values[2])
    case .dictsort: return try dictsort(value, values)
    case .sortByKeys, .groupByKeys, .uniqueByKeys, .minByKeys, .maxByKeys:
      return try applyByKeys(filter, values)
    case .attr, .count, .default, .groupby, .map, .max, .min, .reject, .rejectattr, .select,
      .selectattr, .sort, .unique:
      preconditionFailure("the checker replaces filters that look into elements")
    }
  }

  // MARK: Lists

  private func map(_ value: Value) throws(RenderFault) -> Value {
    if value.kind == .map || value.kind == .record { return value }
    throw RenderFault.type("this filter takes a map, not \(described(value))")
  }

  /// A list of what a loop would go through.
  mutating func listed(_ value: Value) throws(RenderFault) -> Value { try iterable(value) }

  func length(of value: Value) throws(RenderFault) -> Int {
    switch value.kind {
    case .string, .html, .json, .trustedURL, .trustedScript, .trustedStyle, .attributes:
      return TextRange.count(memory.bytes(of: value))
    case .list, .map: return value.length
    case .record: return pairs(of: value).count
    default: throw RenderFault.type("\(described(value)) has no length")
    }
  }

  private mutating func end(of value: Value, isFirst: Bool) throws(RenderFault) -> Value {
    let list = try listed(value)
    guard list.length > 0 else { return .undefined }
    return memory.cells(of: list)[isFirst ? 0 : list.length - 1]
  }

  private mutating func get(
    _ value: Value, _ key: Value, _ fallback: Value
  ) throws(RenderFault) -> Value {
    let found = try element(of: value, at: key)
    return found.kind == .undefined ? fallback : found
  }

  private mutating func reversed(_ value: Value) throws(RenderFault) -> Value {
    let list = try listed(value)
    let elements = memory.elements(of: list)
    if value.kind == .string || value.kind == .html {
      workspace.truncate(to: 0)
      for element in elements.reversed() { workspace.append(memory.bytes(of: element)) }
      return try finishText(value.kind)
    }
    return try arena.list(elements.reversed())
  }

  private mutating func join(_ value: Value, _ separator: Value) throws(RenderFault) -> Value {
    let list = try listed(value)
    let elements = memory.elements(of: list)
    let isMarkup = separator.kind == .html || elements.contains { $0.kind == .html }
    workspace.truncate(to: 0)
    for (index, element) in elements.enumerated() {
      if index > 0 { try appendJoined(separator, isMarkup: isMarkup) }
      try appendJoined(element, isMarkup: isMarkup)
    }
    return try finishText(isMarkup ? .html : .string)
  }

  private mutating func appendJoined(_ value: Value, isMarkup: Bool) throws(RenderFault) {
    if isMarkup, value.kind.isText, value.kind != .html {
      _ = OutputEscaper.text.write(memory.bytes(of: value), as: .text, to: &workspace)
    } else {
      try appendText(value)
    }
  }

  private mutating func items(of value: Value) throws(RenderFault) -> Value {
    try pairList(pairs(of: map(value)))
  }

  private mutating func pairList(
    _ pairs: [(key: Value, value: Value)]
  ) throws(RenderFault) -> Value {
    let cells = try arena.allocateCells(pairs.count)
    for (index, pair) in pairs.enumerated() {
      cells[index] = try arena.list([pair.key, pair.value])
    }
    return ScratchArena.value(.list, cells, count: pairs.count)
  }

  private mutating func dictsort(
    _ value: Value, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let isByValue: Bool
    switch String(decoding: memory.bytes(of: try text(values[2])), as: UTF8.self) {
    case "key": isByValue = false
    case "value": isByValue = true
    case let other: throw RenderFault.value("'dictsort' sorts by 'key' or 'value', not '\(other)'")
    }
    let pairs = pairs(of: try map(value))
    let keys = try arena.list(pairs.map { isByValue ? $0.value : $0.key })
    let order = try sortedOrder(
      keys, caseSensitive: isTrue(values[1]), isReversed: isTrue(values[3]))
    return try pairList(order.map { pairs[$0] })
  }

  private func whole(_ value: Value, _ what: String) throws(RenderFault) -> Int {
    guard value.kind == .int || value.kind == .bool else {
      throw RenderFault.type("\(what) is a whole number, not \(described(value))")
    }
    return value.asInt
  }

  private mutating func batch(
    _ list: Value, _ size: Value, fill: Value
  ) throws(RenderFault) -> Value {
    let size = try whole(size, "the size of a batch")
    if size < 1 { throw RenderFault.value("the size of a batch is at least 1") }
    let elements = Array(memory.elements(of: list))
    var rows: [Value] = []
    for start in stride(from: 0, to: elements.count, by: min(size, elements.count + 1)) {
      var row = Array(elements[start..<min(start + size, elements.count)])
      if !fill.isAbsent, size - row.count <= Self.rangeLimit {
        row += repeatElement(fill, count: size - row.count)
      }
      rows.append(try arena.list(row))
    }
    return try arena.list(rows)
  }

  private mutating func slices(
    _ list: Value, _ count: Value, fill: Value
  ) throws(RenderFault) -> Value {
    let count = try whole(count, "the number of slices")
    if count < 1 || count > Self.rangeLimit {
      throw RenderFault.value("the number of slices lies between 1 and \(Self.rangeLimit)")
    }
    let elements = Array(memory.elements(of: list))
    let (size, extra) = elements.count.quotientAndRemainder(dividingBy: count)
    var rows: [Value] = []
    var start = 0
    for number in 0..<count {
      let end = start + size + (number < extra ? 1 : 0)
      var row = Array(elements[start..<end])
      if !fill.isAbsent, number >= extra { row.append(fill) }
      rows.append(try arena.list(row))
      start = end
    }
    return try arena.list(rows)
  }

  /// The most numbers that `range` gives, which bounds what a mistake can cost.
  static let rangeLimit = 100_000

  private mutating func range(
    _ start: Value, _ stop: Value, _ step: Value
  ) throws(RenderFault) -> Value {
    let first = try whole(start, "the start of a range")
    let end = try whole(stop, "the end of a range")
    let step = try whole(step, "the step of a range")
    if step == 0 { throw RenderFault.value("the step of a range cannot be 0") }
    let distance = Double(end) - Double(first)
    let count = max(0, (distance / Double(step)).rounded(.up))
    guard count <= Double(Self.rangeLimit) else {
      throw RenderFault.limit("a range has at most \(Self.rangeLimit) numbers")
    }
    return try arena.list(stride(from: first, to: end, by: step).map { .int($0) })
  }
}
