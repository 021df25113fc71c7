/// A schema found in JSON data, and the data laid out by it.
///
/// The elements of a list have the fields of all of them together; a field that one of them lacks
/// is optional.
public struct InferredModel: Sendable {
  /// A record type for each place that holds nothing but objects and nulls.
  public let schema: Schema
  /// The names that templates may use, in the order of the data's keys.
  public let globals: [GlobalVariable]
  /// The values of `globals`, in the same order.
  public let values: [Value]
  /// What the values lie in, for rendering as the site's store.
  public let store: DataStore

  /// Takes the members of an object as the names that templates may use; other values give none.
  public init(_ data: JSONValue) {
    var inference = SchemaInference()
    var members: [(key: String, value: JSONValue)] = []
    if case .object(let found) = data { members = found }
    let shapes = members.map { inference.shape(of: $0.value) }
    let globals = zip(members, shapes).map { member, shape in
      GlobalVariable(member.key, inference.type(of: shape, name: member.key))
    }
    var layout = DataLayout(schema: inference.schema)
    self.values = zip(members, globals).map { layout.value($0.value, as: $1.type) }
    self.schema = inference.schema
    self.globals = globals
    self.store = layout.finish()
  }
}

/// What values of one place have in common.
private indirect enum Shape {
  case nothing
  case null
  case scalar(ValueType)
  case list(Shape)
  case object([(key: String, shape: Shape)])
  case mixed
  /// Null or absent somewhere.
  case optional(Shape)
}

private struct SchemaInference {
  var schema = Schema(isInferred: true)

  func shape(of value: JSONValue) -> Shape {
    switch value {
    case .null: return .null
    case .bool: return .scalar(.bool)
    case .int: return .scalar(.int)
    case .float: return .scalar(.float)
    case .largeInt: return .scalar(.json)
    case .string: return .scalar(.string)
    case .list(let elements):
      return .list(elements.reduce(.nothing) { union($0, shape(of: $1)) })
    case .object(let members): return .object(members.map { ($0.key, shape(of: $0.value)) })
    }
  }

  private func union(_ left: Shape, _ right: Shape) -> Shape {
    switch (left, right) {
    case (.nothing, let other), (let other, .nothing): return other
    case (.null, .null): return .null
    case (.null, let other), (let other, .null): return optional(other)
    case (.optional(let inner), .optional(let other)): return optional(union(inner, other))
    case (.optional(let inner), let other), (let other, .optional(let inner)):
      return optional(union(inner, other))
    case (.scalar(let first), .scalar(let second)): return first == second ? left : .mixed
    case (.list(let first), .list(let second)): return .list(union(first, second))
    case (.object(let first), .object(let second)): return .object(union(first, second))
    default: return .mixed
    }
  }

  private func optional(_ shape: Shape) -> Shape {
    switch shape {
    case .optional, .null, .mixed: shape
    case .nothing, .scalar, .list, .object: .optional(shape)
    }
  }

  private func union(
    _ left: [(key: String, shape: Shape)], _ right: [(key: String, shape: Shape)]
  ) -> [(key: String, shape: Shape)] {
    let others = Dictionary(right.map { ($0.key, $0.shape) }, uniquingKeysWith: { $1 })
    let known = Set(left.map(\.key))
    var members = left.map { member in
      (member.key, others[member.key].map { union(member.shape, $0) } ?? optional(member.shape))
    }
    for member in right where !known.contains(member.key) {
      members.append((member.key, optional(member.shape)))
    }
    return members
  }

  mutating func type(of shape: Shape, name: String) -> ValueType {
    switch shape {
    case .nothing: return .undefined
    case .null: return .none
    case .scalar(let type): return type
    case .list(let element): return .list(type(of: element, name: "\(name)[]"))
    case .mixed: return .any
    case .optional(let inner): return type(of: inner, name: name).orNone
    case .object(let members):
      let id = schema.declare(name)
      let fields = members.map { Schema.Field($0.key, type(of: $0.shape, name: $0.key)) }
      schema.define(id, fields: fields)
      return .record(id)
    }
  }
}

/// Puts JSON values where their types say.
private struct DataLayout {
  private let schema: Schema
  private var builder: DataBuilder

  init(schema: Schema) {
    self.schema = schema
    self.builder = DataBuilder(schema: schema, target: .site)
  }

  consuming func finish() -> DataStore { builder.finish() }

  mutating func value(_ json: JSONValue, as type: ValueType) -> Value {
    switch json {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .largeInt(let digits): return builder.text(digits, as: .json)
    case .string(let bytes): return builder.string(utf8: bytes)
    case .list(let elements):
      let element = type.unwrapped.element ?? .any
      return builder.list(elements.map { value($0, as: element) })
    case .object(let members): return object(members, as: type.unwrapped)
    }
  }

  private mutating func object(
    _ members: [(key: String, value: JSONValue)], as type: ValueType
  ) -> Value {
    guard case .record(let id) = type else {
      return builder.map(members.map { ($0.key, value($0.value, as: .any)) })
    }
    var fields = [Value](repeating: .undefined, count: schema[id].fields.count)
    for member in members {
      if let position = schema[id].position(of: member.key) {
        fields[position] = value(member.value, as: schema[id].fields[position].type)
      }
    }
    return builder.record(id, fields)
  }
}
