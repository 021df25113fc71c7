/// The types of a schema's fields, put so that many values can be held against them quickly.
struct ValueShapes {
  /// The shapes of the fields of each record type.
  private(set) var records: [[Shape]] = []
  /// The shapes of the elements of lists, which their lists number.
  private var elements: [Shape] = []

  /// What a value may be.
  struct Shape {
    /// One bit for each kind, by its number.
    fileprivate var kinds: UInt32
    /// The type that a record must have; any if negative.
    fileprivate var record: Int32 = -1
    /// How long a list must be; any length if negative.
    fileprivate var length: Int32 = -1
    /// The number of the shape that the elements of a list must have; any if negative.
    fileprivate var element: Int32 = -1
  }

  /// Makes room for a record type whose fields are not known yet.
  mutating func declare() { records.append([]) }

  /// Gives a declared record type its fields.
  mutating func define(_ record: Int, _ types: [ValueType]) {
    let shapes = types.map { shape(of: $0) }
    records[record] = shapes
  }

  /// Whether a value that lies in the cells of a region has a shape.
  ///
  /// The elements of lists in other regions were looked at when those were made.
  @inline(__always)
  func has(
    _ value: Value, _ shape: Shape, in cells: UnsafeBufferPointer<Value>, of region: Value.Region
  ) -> Bool {
    guard shape.kinds >> UInt32(value.kind.rawValue) & 1 != 0 else { return false }
    if value.kind == .record { return shape.record < 0 || Int(shape.record) == value.length }
    return value.kind != .list || isList(value, shape, in: cells, of: region)
  }

  private func isList(
    _ value: Value, _ shape: Shape, in cells: UnsafeBufferPointer<Value>, of region: Value.Region
  ) -> Bool {
    guard shape.length < 0 || Int(shape.length) == value.length else { return false }
    guard shape.element >= 0, value.region == region else { return true }
    let element = elements[Int(shape.element)]
    let start = Int(value.payload)
    return (start..<start + value.length).allSatisfy {
      has(cells[$0], element, in: cells, of: region)
    }
  }

  private static let all = UInt32.max

  private mutating func shape(of type: ValueType) -> Shape {
    switch type {
    case .any: return Shape(kinds: Self.all)
    case .undefined, .none: return Shape(kinds: [.undefined, .none])
    case .bool: return Shape(kinds: [.bool])
    case .int: return Shape(kinds: [.int])
    case .float: return Shape(kinds: [.float, .int])
    case .string, .trusted, .json:
      return Shape(
        kinds: [
          .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json,
        ])
    case .html: return Shape(kinds: [.html])
    case .date: return Shape(kinds: [.date])
    case .month: return Shape(kinds: [.month])
    case .period: return Shape(kinds: [.period])
    case .map: return Shape(kinds: [.map])
    case .record(let id):
      var shape = Shape(kinds: [.record])
      shape.record = Int32(id.index)
      return shape
    case .tuple(let parts, _):
      var shape = Shape(kinds: [.list])
      shape.length = Int32(parts.count)
      return shape
    case .list(let type):
      let element = self.shape(of: type)
      elements.append(element)
      var shape = Shape(kinds: [.list])
      shape.element = Int32(elements.count - 1)
      return shape
    case .optional(let inner):
      var shape = self.shape(of: inner)
      shape.kinds |= Shape(kinds: [.undefined, .none]).kinds
      return shape
    case .compileTime: return Shape(kinds: 0)
    }
  }
}

extension ValueShapes.Shape {
  fileprivate init(kinds: [Value.Kind]) {
    self.init(kinds: kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) })
  }
}
