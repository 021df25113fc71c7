extension Machine {
  @inline(__always)
  mutating func beginLoop(_ state: Frame, over source: Value) throws(RenderFault) {
    state[LoopState.list] = try iterable(source)
    state[LoopState.position] = .int(0)
  }

  /// Puts the element that a loop comes to next into a slot; `false` behind the last.
  @inline(__always)
  mutating func next(_ state: Frame, into item: Frame) throws(RenderFault) -> Bool {
    let list = state[LoopState.list]
    let index = state[LoopState.position].asInt
    guard index < list.length else { return false }
    state[LoopState.position] = .int(index &+ 1)
    item.pointee = memory.cells(of: list)[index]
    iterations &+= 1
    if iterations > limits.iterations || output.count > limits.outputBytes { try refuseMore() }
    return true
  }

  func loopCycle(_ state: Frame, _ values: Frame, _ count: Int) -> Value {
    let index = state[LoopState.position].asInt - 1
    return values[index % max(1, count)]
  }

  /// What a loop goes through, as a list.
  mutating func iterable(_ value: Value) throws(RenderFault) -> Value {
    switch value.kind {
    case .list: return value
    case .map, .record: return try keys(of: value)
    case .string, .html, .json: return try scalars(of: value)
    case .undefined: throw RenderFault.absent("there is nothing to go through here")
    case .none, .bool, .int, .float, .trustedURL, .trustedScript, .trustedStyle, .attributes, .date,
      .month, .period, .namespace:
      throw RenderFault.type("a loop goes through a list, a map or a text, not \(described(value))")
    }
  }

  /// The characters of a text as texts that share its bytes.
  mutating func scalars(of text: Value) throws(RenderFault) -> Value {
    let bytes = memory.bytes(of: text)
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    let cells = try arena.allocateCells(count)
    var start = 0
    for index in 0..<count {
      var end = start + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      cells[index] = Value(
        text.kind == .html ? .html : .string, region: text.region, count: end - start,
        payload: text.payload + UInt64(start))
      start = end
    }
    return ScratchArena.value(.list, cells, count: count)
  }

  func loopAttribute(
    _ attribute: LoopAttribute, _ state: UnsafeMutablePointer<Value>
  ) -> Value {
    let list = state[LoopState.list]
    let position = state[LoopState.position].asInt
    switch attribute {
    case .index: return .int(position)
    case .index0: return .int(position - 1)
    case .revindex: return .int(list.length - position + 1)
    case .revindex0: return .int(list.length - position)
    case .first: return .bool(position == 1)
    case .last: return .bool(position == list.length)
    case .length: return .int(list.length)
    case .depth: return state[LoopState.depth]
    case .depth0: return .int(state[LoopState.depth].asInt - 1)
    case .previtem: return position > 1 ? memory.cells(of: list)[position - 2] : .undefined
    case .nextitem:
      return position < list.length ? memory.cells(of: list)[position] : .undefined
    }
  }

  mutating func loopChanged(
    _ state: UnsafeMutablePointer<Value>, _ values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) -> Value {
    let seen = state[LoopState.changed]
    let now = try makeList(values, count)
    if seen.kind == .list, try areEqual(seen, now) { return .bool(false) }
    state[LoopState.changed] = now
    return .bool(true)
  }

  mutating func unpack(
    _ value: Value, into slots: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) {
    switch value.kind {
    case .list, .map, .record, .string, .html: break
    default:
      throw RenderFault.type("\(described(value)) cannot be taken apart into \(count) names")
    }
    let list = try iterable(value)
    guard list.length == count else {
      throw RenderFault.type("\(count) names take \(count) values, found \(list.length)")
    }
    for index in 0..<count { slots[index] = memory.cells(of: list)[index] }
  }

  mutating func endList() throws(RenderFault) -> Value {
    let start = pendingStarts.removeLast()
    let count = pending.count - start
    let cells = try arena.allocateCells(count)
    for index in 0..<count { cells[index] = pending[start + index] }
    pending.removeSubrange(start...)
    return ScratchArena.value(.list, cells, count: count)
  }

  mutating func endCapture(_ kind: Value.Kind) throws(RenderFault) -> Value {
    let start = captures.removeLast()
    let end = output.count
    if end > limits.outputBytes {
      throw RenderFault.limit("a page may have at most \(limits.outputBytes) bytes")
    }
    let target = try arena.allocate(end - start)
    output.withBytes { bytes in
      if let source = bytes.baseAddress {
        target.copyMemory(from: source + start, byteCount: end - start)
      }
    }
    output.truncate(to: start)
    return Value(
      kind, region: .scratch, count: end - start, payload: UInt64(UInt(bitPattern: target)))
  }

  // MARK: Mutable fields

  mutating func makeNamespace(
    _ values: UnsafeMutablePointer<Value>, _ given: Int, _ total: Int
  ) throws(RenderFault) -> Value {
    let cells = try arena.allocateCells(total)
    for index in 0..<max(total, 1) { cells[index] = index < given ? values[index] : .undefined }
    return ScratchArena.value(.namespace, cells, count: total)
  }

  func namespaceCells(_ value: Value) -> UnsafeMutablePointer<Value> {
    precondition(value.kind == .namespace, "the checker knows what is a namespace")
    return memory.cells(of: value)
  }

  mutating func cyclerNext(_ value: Value) throws(RenderFault) -> Value {
    let cells = namespaceCells(value)
    let list = memory.elements(of: cells[0])
    let index = cells[1].asInt
    cells[1] = .int((index + 1) % max(1, list.count))
    return list.indices.contains(index) ? list[index] : .undefined
  }
}
