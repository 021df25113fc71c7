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
    switch type {
    case .any: return true
    case .optional(let inner): return value.isAbsent || fits(inner: value, inner)
    case .undefined, .none: return value.isAbsent
    case .bool, .int, .float, .string, .html, .trusted, .json, .date, .month, .period, .list,
      .tuple, .map, .record, .compileTime:
      return fits(inner: value, type)
    }
  }

  private func fits(inner value: Value, _ type: ValueType) -> Bool {
    switch type {
    case .bool: value.kind == .bool
    case .int: value.kind == .int
    case .float: value.kind == .float || value.kind == .int
    case .string, .trusted, .json: value.kind.isText
    case .html: value.kind == .html
    case .date: value.kind == .date
    case .month: value.kind == .month
    case .period: value.kind == .period
    case .list(let element):
      value.kind == .list && elements(of: value).allSatisfy { fits($0, element) }
    case .tuple(let parts, _): value.kind == .list && value.length == parts.count
    case .map: value.kind == .map
    case .record(let id): value.kind == .record && value.length == id.index
    case .any, .undefined, .none, .optional, .compileTime: fits(value, type)
    }
  }

  /// The elements of a list of this store; those of another were looked at when it was made.
  private func elements(of list: Value) -> ArraySlice<Value> {
    list.region == region && list.count > 0
      ? cells[Int(list.payload)..<Int(list.payload) + list.length] : []
  }
}
