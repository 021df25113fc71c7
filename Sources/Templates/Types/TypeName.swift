extension Schema {
  /// Returns a type as templates spell it, such as `list[string]`.
  public func name(of type: ValueType) -> String {
    switch type {
    case .any: "any"
    case .undefined: "undefined"
    case .none: "none"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "string"
    case .html: "html"
    case .trusted(.url): "url"
    case .trusted(.script): "script"
    case .trusted(.style): "style"
    case .trusted(.attributes): "attributes"
    case .json: "json"
    case .date: "date"
    case .month: "month"
    case .period: "period"
    case .list(.undefined): "list"
    case .list(let element): "list[\(name(of: element))]"
    case .tuple(let parts, _): "(\(parts.map(name(of:)).joined(separator: ", ")))"
    case .map(.undefined): "map"
    case .map(let value): "map[\(name(of: value))]"
    case .record(let id): isInferred ? "map" : self[id].name
    case .optional(let inner): "\(name(of: inner)) or none"
    case .compileTime(let value): Self.name(of: value)
    }
  }

  private static func name(of value: CompileTimeValue) -> String {
    switch value {
    case .macro: "macro"
    case .module: "imported template"
    case .loop: "loop"
    case .namespace: "namespace"
    case .cycler: "cycler"
    case .caller: "caller"
    case .selfBlocks: "self"
    }
  }
}
