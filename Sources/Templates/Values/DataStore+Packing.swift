package import Packing

/// A store is flat, so that it can be kept as it is from one process to the next.
extension DataStore {
  /// Writes all values of the store, and some of its records by which one finds the others.
  package func pack(roots: [Value], into packer: inout Packer) {
    packer.add(bytes: bytes)
    packer.add(cells) { $1.pack(into: &$0) }
    packer.add(roots) { $1.pack(into: &$0) }
  }

  /// Reads what `pack` wrote.
  ///
  /// Renders trust that values lie inside their store and are what the schema says, so anything
  /// else is refused, whatever the bytes are.
  package static func unpacked(
    _ unpacker: inout Unpacker, schema: Schema
  ) -> (store: DataStore, roots: [Value]) {
    let bytes = unpacker.byteRun()
    let cells = unpacker.list { Value(unpacking: &$0) }
    let roots = unpacker.list { Value(unpacking: &$0) }
    let store = DataStore(bytes: bytes, cells: cells)
    var check = StoreCheck(store, schema)
    guard !unpacker.isDamaged, check.accepts(roots) else {
      unpacker.refuse()
      return (.empty, [])
    }
    return (store, roots)
  }
}

extension Value {
  /// Whether the value is a record of a type.
  package func isRecord(_ type: RecordTypeID) -> Bool {
    kind == .record && length == type.index
  }

  fileprivate func pack(into packer: inout Packer) {
    packer.add(words.header)
    packer.add(words.payload)
  }

  /// Reads any two words; what they say has to be checked before it is used.
  fileprivate init(unpacking unpacker: inout Unpacker) {
    self.init(words: unpacker.word(), unpacker.word())
  }
}
