public import Packing

/// A store is flat, so that it can be kept as it is from one process to the next.
extension DataStore {
  /// Writes all values of the store, and some of its records by which one finds the others.
  public func pack(roots: [Value], into packer: inout Packer) {
    packer.add(bytes: bytes)
    packer.add(values: cells)
    packer.add(values: roots)
  }

  /// Reads what `pack` wrote.
  ///
  /// Renders trust that values lie inside their store and are what the schema says, so anything
  /// else is refused, whatever the bytes are.
  public static func unpacked(
    _ unpacker: inout Unpacker, schema: Schema
  ) -> (store: DataStore, roots: [Value]) {
    let bytes = unpacker.byteRun()
    let cells = unpacker.values()
    let roots = unpacker.values()
    let store = DataStore(bytes: bytes, cells: cells)
    guard !unpacker.isDamaged, StoreCheck(schema).accepts(store, records: roots) else {
      unpacker.refuse()
      return (.empty, [])
    }
    return (store, roots)
  }
}

extension Value {
  /// Whether the value is a record of a type.
  public func isRecord(_ type: RecordTypeID) -> Bool {
    kind == .record && length == type.index
  }
}

extension Packer {
  fileprivate mutating func add(values: [Value]) {
    var words: [UInt64] = []
    words.reserveCapacity(values.count * 2)
    for value in values {
      words.append(value.words.header)
      words.append(value.words.payload)
    }
    add(words: words)
  }
}

extension Unpacker {
  /// Reads any values; what they say has to be checked before it is used.
  fileprivate mutating func values() -> [Value] {
    let words: [UInt64] = words()
    return stride(from: 0, to: words.count - 1, by: 2).map {
      Value(words: words[$0], words[$0 + 1])
    }
  }
}
