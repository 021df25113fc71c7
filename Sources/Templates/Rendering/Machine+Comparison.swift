extension Machine {
  /// How deep values are compared; those of a site may refer to each other in circles.
  private static let depthLimit = 64

  @inline(__always)
  static func areSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }

  /// Below 0, 0 or above 0, as the left text stands before, with or behind the right one.
  static func order(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? -1 : 1
    }
    return left.count - right.count
  }

  mutating func compare(
    _ comparator: Comparator, _ left: Value, _ right: Value
  ) throws(RenderFault) -> Bool {
    switch comparator {
    case .equal: return try areEqual(left, right)
    case .notEqual: return try !areEqual(left, right)
    case .less: return try ordered(left, right) < 0
    case .lessEqual: return try ordered(left, right) <= 0
    case .greater: return try ordered(left, right) > 0
    case .greaterEqual: return try ordered(left, right) >= 0
    case .contained: return try contains(right, left)
    case .notContained: return try !contains(right, left)
    }
  }

  func areEqual(_ left: Value, _ right: Value, depth: Int = 0) throws(RenderFault) -> Bool {
    if left.kind == .undefined || right.kind == .undefined {
      throw RenderFault.absent("there is no value here to compare")
    }
    if let order = simpleOrder(left, right) { return order == 0 }
    switch (left.kind, right.kind) {
    case (.list, .list): return try areEqualLists(left, right, depth)
    case (.map, .map), (.map, .record), (.record, .map), (.record, .record):
      return try areEqualMaps(left, right, depth)
    default: return left.kind == right.kind && left.payload == right.payload
    }
  }

  private func areEqualLists(
    _ left: Value, _ right: Value, _ depth: Int
  ) throws(RenderFault) -> Bool {
    guard left.count == right.count else { return false }
    try checkDepth(depth)
    for (first, second) in zip(memory.elements(of: left), memory.elements(of: right)) {
      if try !areEqual(first, second, depth: depth + 1) { return false }
    }
    return true
  }

  private func areEqualMaps(
    _ left: Value, _ right: Value, _ depth: Int
  ) throws(RenderFault) -> Bool {
    if left.kind == .record, right.kind == .record, left.payload == right.payload,
      left.region == right.region
    {
      return true
    }
    try checkDepth(depth)
    let first = pairs(of: left)
    guard first.count == pairs(of: right).count else { return false }
    for (key, value) in first {
      let other = try member(right, key)
      if other.kind == .undefined { return false }
      if try !areEqual(value, other, depth: depth + 1) { return false }
    }
    return true
  }

  private func checkDepth(_ depth: Int) throws(RenderFault) {
    if depth > Self.depthLimit {
      throw RenderFault.limit("values are compared at most \(Self.depthLimit) levels deep")
    }
  }

  /// The order of numbers, texts and the like; `nil` for values that have none.
  func simpleOrder(_ left: Value, _ right: Value) -> Int? {
    if left.kind.isText, right.kind.isText {
      return Self.order(memory.bytes(of: left), memory.bytes(of: right))
    }
    switch (left.kind, right.kind) {
    case (.int, .int), (.bool, .bool), (.int, .bool), (.bool, .int), (.date, .date),
      (.month, .month):
      return left.asInt < right.asInt ? -1 : left.asInt == right.asInt ? 0 : 1
    case (.period, .period):
      return left.payload < right.payload ? -1 : left.payload == right.payload ? 0 : 1
    default:
      guard let first = number(left), let second = number(right) else { return nil }
      return first < second ? -1 : first == second ? 0 : 1
    }
  }

  /// The order of two values; an error if they have none.
  func ordered(_ left: Value, _ right: Value, depth: Int = 0) throws(RenderFault) -> Int {
    if let order = simpleOrder(left, right) { return order }
    if left.kind == .list, right.kind == .list {
      try checkDepth(depth)
      for (first, second) in zip(memory.elements(of: left), memory.elements(of: right)) {
        let order = try ordered(first, second, depth: depth + 1)
        if order != 0 { return order }
      }
      return left.length - right.length
    }
    if left.kind == .undefined || right.kind == .undefined {
      throw RenderFault.absent("there is no value here to compare")
    }
    throw RenderFault.type("\(described(left)) and \(described(right)) have no order")
  }

  func contains(_ whole: Value, _ part: Value) throws(RenderFault) -> Bool {
    switch whole.kind {
    case .list:
      for element in memory.elements(of: whole) where element.kind != .undefined {
        if try areEqual(element, part) { return true }
      }
      return false
    case .map: return lookUp(part, in: whole).kind != .undefined
    case .record: return part.kind.isText ? try member(whole, part).kind != .undefined : false
    case .string, .html, .json:
      guard part.kind.isText else {
        throw RenderFault.type("a text holds only text, not \(described(part))")
      }
      return Self.range(of: memory.bytes(of: part), in: memory.bytes(of: whole), from: 0) != nil
    default:
      throw RenderFault.type("'in' looks in a list, a map or a text, not in \(described(whole))")
    }
  }

  /// Where a text occurs in another one, at or after an offset.
  static func range(
    of part: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    if part.isEmpty { return start..<start }
    guard whole.count >= part.count, start <= whole.count - part.count else { return nil }
    var index = start
    while index <= whole.count - part.count {
      if whole[index] == part[0] {
        var length = 1
        while length < part.count, whole[index + length] == part[length] { length += 1 }
        if length == part.count { return index..<index + length }
      }
      index += 1
    }
    return nil
  }
}
