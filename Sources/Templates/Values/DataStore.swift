/// Immutable values that templates read, laid out without references so that reading counts none.
///
/// Make one for the whole site and share it between pages and threads, and a small one for each
/// page; values of the page's store may refer to the site's, never the other way.
public struct DataStore: Sendable {
  let bytes: [UInt8]
  let cells: [Value]

  /// A store without values, for programs that read nothing of the kind.
  public static let empty = DataStore(bytes: [], cells: [])

  init(bytes: [UInt8], cells: [Value]) {
    self.bytes = bytes
    self.cells = cells
  }

  /// Whether the content of a value lies inside the store.
  func holds(_ value: Value) -> Bool {
    let end = Int(value.payload) + (value.kind == .record ? 0 : value.length)
    return value.kind.isText ? end <= bytes.count : end <= cells.count
  }

  /// The number of bytes that the store's values take in memory.
  public var byteCount: Int { bytes.count + cells.count * MemoryLayout<Value>.stride }
}
