/// A JSON value as it was read, with its number kinds and the order of its keys.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// A whole number too large to calculate with, as its digits.
  case largeInt([UInt8])
  case string([UInt8])
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Whether kind and content are the same, with an object's keys in the same order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.int(let first), .int(let second)): first == second
    case (.float(let first), .float(let second)): first == second
    case (.largeInt(let first), .largeInt(let second)): first == second
    case (.string(let first), .string(let second)): first == second
    case (.list(let first), .list(let second)): first == second
    case (.object(let first), .object(let second)):
      first.elementsEqual(second) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  /// The value of a key of an object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string.
  public var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
