/// A JSON value without parts.
package enum JSONScalar: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(DecimalNumber)
  case text(String)

  /// A text, or null in its absence.
  package static func optional(_ text: String?) -> JSONScalar { text.map(JSONScalar.text) ?? .null }
}

extension JSONScalar: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension JSONScalar: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int) { self = .number(DecimalNumber(number)) }
}

extension JSONScalar: ExpressibleByBooleanLiteral {
  package init(booleanLiteral isTrue: Bool) { self = .boolean(isTrue) }
}
