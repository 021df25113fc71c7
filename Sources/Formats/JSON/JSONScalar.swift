/// A JSON value without parts.
public enum JSONScalar: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(DecimalNumber)
  case text(String)

  /// A text, or null in its absence.
  public static func optional(_ text: String?) -> JSONScalar { text.map(JSONScalar.text) ?? .null }
}

extension JSONScalar: ExpressibleByStringLiteral {
  /// Makes a text of a literal.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension JSONScalar: ExpressibleByIntegerLiteral {
  /// Makes a whole number of a literal.
  public init(integerLiteral number: Int) { self = .number(DecimalNumber(number)) }
}

extension JSONScalar: ExpressibleByBooleanLiteral {
  /// Makes a truth value of a literal.
  public init(booleanLiteral isTrue: Bool) { self = .boolean(isTrue) }
}
