/// Room for the values that a render makes: it only grows, and is emptied as a whole.
struct ScratchArena: ~Copyable {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private(set) var used = 0
  /// The most bytes that one render may take.
  var limit: Int

  private static let chunkSize = 256 << 10

  init(limit: Int) {
    self.limit = limit
  }

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Forgets all values; the first chunk is kept for the next render.
  mutating func reset() {
    while chunks.count > 1 { chunks.removeLast().deallocate() }
    next = chunks.first?.baseAddress
    left = chunks.first?.count ?? 0
    used = 0
  }

  /// Returns room for so many bytes, aligned for values.
  mutating func allocate(_ count: Int) throws(RenderFault) -> UnsafeMutableRawPointer {
    let size = (count + 15) & ~15
    used += size
    if count < 0 || used > limit {
      throw RenderFault.limit("a page may make at most \(limit) bytes of values")
    }
    if let next, left >= size {
      self.next = next + size
      left -= size
      return next
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(size, Self.chunkSize), alignment: 16)
    chunks.append(chunk)
    guard let start = chunk.baseAddress else { preconditionFailure("a chunk has an address") }
    next = start + size
    left = chunk.count - size
    return start
  }

  /// Returns room for so many values.
  mutating func allocateCells(_ count: Int) throws(RenderFault) -> UnsafeMutablePointer<Value> {
    try allocate(max(count, 1) * MemoryLayout<Value>.stride)
      .bindMemory(to: Value.self, capacity: max(count, 1))
  }

  /// Copies text and returns it as a value.
  mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Value.Kind
  ) throws(RenderFault) -> Value {
    guard let source = bytes.baseAddress, bytes.count > 0 else {
      return Value(kind, region: .scratch)
    }
    if bytes.count > Int(UInt32.max) { throw RenderFault.limit("a text may have at most 4 GB") }
    let target = try allocate(bytes.count)
    target.copyMemory(from: source, byteCount: bytes.count)
    return Value(
      kind, region: .scratch, count: bytes.count, payload: UInt64(UInt(bitPattern: target)))
  }

  mutating func text(_ text: String, as kind: Value.Kind = .string) throws(RenderFault) -> Value {
    var text = text
    let outcome: Result<Value, RenderFault> = text.withUTF8 { bytes in
      do throws(RenderFault) { return .success(try self.text(bytes, as: kind)) } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Makes a value of cells that were filled before.
  static func value(
    _ kind: Value.Kind, _ cells: UnsafeMutablePointer<Value>, count: Int
  ) -> Value {
    Value(kind, region: .scratch, count: count, payload: UInt64(UInt(bitPattern: cells) >> 4))
  }

  mutating func list(_ elements: [Value]) throws(RenderFault) -> Value {
    let cells = try allocateCells(elements.count)
    for (index, element) in elements.enumerated() { cells[index] = element }
    return Self.value(.list, cells, count: elements.count)
  }
}
