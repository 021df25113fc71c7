/// Renders trust that values are what the schema says, so that is made sure of when they are laid
/// out.
extension DataBuilder {
  /// Whether values of this store may hold the value: a page's may hold the site's, not the reverse.
  func mayHold(_ value: Value) -> Bool {
    target == .page || value.region != .page
  }

  /// Whether a value may stand where the schema declares a type.
  func fits(_ value: Value, _ type: ValueType) -> Bool {
    guard mayHold(value) else { return false }
    return type.admits(value) { list in
      // The elements of a list of another store were looked at when it was made.
      list.region == region && list.count > 0
        ? cells[Int(list.payload)..<Int(list.payload) + list.length] : []
    }
  }
}

extension ValueType {
  /// Whether a value is of the type, as far as it and the elements of lists tell.
  func admits(_ value: Value, elements: (Value) -> ArraySlice<Value>) -> Bool {
    switch self {
    case .any: true
    case .optional(let inner): value.isAbsent || inner.admits(value, elements: elements)
    case .undefined, .none: value.isAbsent
    case .bool: value.kind == .bool
    case .int: value.kind == .int
    case .float: value.kind == .float || value.kind == .int
    case .string, .trusted, .json: value.kind.isText
    case .html: value.kind == .html
    case .date: value.kind == .date
    case .month: value.kind == .month
    case .period: value.kind == .period
    case .list(let element):
      value.kind == .list
        && elements(value).allSatisfy { element.admits($0, elements: elements) }
    case .tuple(let parts, _): value.kind == .list && value.length == parts.count
    case .map: value.kind == .map
    case .record(let id): value.kind == .record && value.length == id.index
    case .compileTime: false
    }
  }
}
