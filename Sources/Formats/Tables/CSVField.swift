package import GregorianCalendar

/// What one cell of a CSV table holds.
package enum CSVField: Sendable, Hashable {
  case empty
  case text(String)
  case number(DecimalNumber)
  case boolean(Bool)
  case day(CalendarDay)
  case instant(Timestamp)

  /// A text, or an empty cell in its absence.
  package static func optional(_ text: String?) -> CSVField { text.map(CSVField.text) ?? .empty }
}

extension CSVField: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}
