extension Machine {
  /// Filters over a list and the keys of its elements, which the program worked out before.
  mutating func applyByKeys(
    _ filter: Filter, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let elements = Array(memory.elements(of: values[0]))
    switch filter {
    case .sortByKeys:
      let order = try sortedOrder(
        values[1], caseSensitive: isTrue(values[3]), isReversed: isTrue(values[2]))
      return try arena.list(order.map { elements[$0] })
    case .groupByKeys: return try group(elements, values[1], caseSensitive: isTrue(values[2]))
    case .uniqueByKeys: return try unique(elements, values[1], caseSensitive: isTrue(values[2]))
    default:
      return try extreme(
        elements, values[1], caseSensitive: isTrue(values[2]), isMaximum: filter == .maxByKeys)
    }
  }

  /// Keys as they are compared: in lower case, unless case counts.
  private mutating func comparable(
    _ keys: Value, caseSensitive: Bool
  ) throws(RenderFault) -> [Value] {
    var comparable: [Value] = []
    comparable.reserveCapacity(keys.length)
    for key in memory.elements(of: keys) {
      if key.kind == .undefined {
        throw RenderFault.absent("an element lacks what it is ordered by")
      }
      comparable.append(caseSensitive ? key : try folded(key))
    }
    return comparable
  }

  private mutating func folded(_ key: Value) throws(RenderFault) -> Value {
    switch key.kind {
    case .string, .html: return try lowered(key).retagged(.string)
    case .list:
      var parts: [Value] = []
      for part in memory.elements(of: key) {
        parts.append(part.kind.isText ? try lowered(part).retagged(.string) : part)
      }
      return try arena.list(parts)
    default: return key
    }
  }

  /// The positions of a list's elements in the order of their keys; equal ones keep their order.
  mutating func sortedOrder(
    _ keys: Value, caseSensitive: Bool, isReversed: Bool
  ) throws(RenderFault) -> [Int] {
    let comparable = try comparable(keys, caseSensitive: caseSensitive)
    var fault: RenderFault?
    let order = comparable.indices.sorted { left, right in
      do throws(RenderFault) {
        let order = try ordered(comparable[left], comparable[right])
        if order == 0 { return left < right }
        return isReversed ? order > 0 : order < 0
      } catch {
        fault = error
        return left < right
      }
    }
    if let fault { throw fault }
    return order
  }

  private mutating func group(
    _ elements: [Value], _ keys: Value, caseSensitive: Bool
  ) throws(RenderFault) -> Value {
    let order = try sortedOrder(keys, caseSensitive: caseSensitive, isReversed: false)
    let comparable = try comparable(keys, caseSensitive: caseSensitive)
    var groups: [Value] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, try areEqual(comparable[order[start]], comparable[order[end]]) {
        end += 1
      }
      let members = try arena.list(order[start..<end].map { elements[$0] })
      groups.append(try arena.list([memory.cells(of: keys)[order[start]], members]))
      start = end
    }
    return try arena.list(groups)
  }

  private mutating func unique(
    _ elements: [Value], _ keys: Value, caseSensitive: Bool
  ) throws(RenderFault) -> Value {
    let comparable = try comparable(keys, caseSensitive: caseSensitive)
    // Sorting finds equal keys fast; keys without an order are compared with each other.
    var isRepeated = [Bool](repeating: false, count: elements.count)
    if comparable.allSatisfy({ simpleOrder($0, comparable[0]) != nil }) {
      let order = try sortedOrder(keys, caseSensitive: caseSensitive, isReversed: false)
      for index in order.indices.dropFirst()
      where simpleOrder(comparable[order[index]], comparable[order[index - 1]]) == 0 {
        isRepeated[order[index]] = true
      }
    } else {
      try markRepeated(comparable, &isRepeated)
    }
    return try arena.list(elements.indices.filter { !isRepeated[$0] }.map { elements[$0] })
  }

  private mutating func markRepeated(
    _ keys: [Value], _ isRepeated: inout [Bool]
  ) throws(RenderFault) {
    for index in keys.indices {
      iterations += index
      if iterations > limits.iterations {
        throw RenderFault.limit("a page's loops may run at most \(limits.iterations) times")
      }
      for earlier in 0..<index where !isRepeated[earlier] {
        if try areEqual(keys[index], keys[earlier]) {
          isRepeated[index] = true
          break
        }
      }
    }
  }

  private mutating func extreme(
    _ elements: [Value], _ keys: Value, caseSensitive: Bool, isMaximum: Bool
  ) throws(RenderFault) -> Value {
    let comparable = try comparable(keys, caseSensitive: caseSensitive)
    guard var best = comparable.indices.first else { return .undefined }
    for index in comparable.indices.dropFirst() {
      let order = try ordered(comparable[index], comparable[best])
      if isMaximum ? order > 0 : order < 0 { best = index }
    }
    return elements[best]
  }
}
