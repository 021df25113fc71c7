/// The stores that a render reads, as addresses: where the content of a value of each region lies.
///
/// It is valid only as long as the render that made it keeps the stores alive.
struct Memory: BitwiseCopyable {
  /// The addresses of the bytes of the four regions, then those of their cells.
  private let bases: UnsafeMutablePointer<UInt>

  /// Scratch values hold addresses themselves, so that its bases are 0.
  init(bases: UnsafeMutablePointer<UInt>) {
    self.bases = bases
  }

  func setRegion(
    _ region: Value.Region, bytes: UnsafeBufferPointer<UInt8>, cells: UnsafeBufferPointer<Value>
  ) {
    bases[Int(region.rawValue)] = UInt(bitPattern: bytes.baseAddress)
    bases[4 + Int(region.rawValue)] = UInt(bitPattern: cells.baseAddress)
  }

  /// The UTF-8 bytes of a text; empty for what is no text.
  @inline(__always)
  func bytes(of value: Value) -> UnsafeBufferPointer<UInt8> {
    guard value.kind.isText, value.count > 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let address = bases[Int(value.region.rawValue)] &+ UInt(value.payload)
    return UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: value.length)
  }

  /// The first cell of a list, map, record or namespace.
  @inline(__always)
  func cells(of value: Value) -> UnsafeMutablePointer<Value> {
    let offset = UInt(value.payload) &* UInt(MemoryLayout<Value>.stride)
    let address = bases[4 + Int(value.region.rawValue)] &+ offset
    guard let pointer = UnsafeMutablePointer<Value>(bitPattern: address) else {
      preconditionFailure("only values without content have no cells")
    }
    return pointer
  }

  /// The elements of a list.
  @inline(__always)
  func elements(of list: Value) -> UnsafeBufferPointer<Value> {
    list.count == 0
      ? UnsafeBufferPointer(start: nil, count: 0)
      : UnsafeBufferPointer(start: cells(of: list), count: list.length)
  }
}
