public import GregorianCalendar

/// What one cell of a CSV table holds.
public enum CSVField: Sendable, Hashable {
  case empty
  case text(String)
  case number(DecimalNumber)
  case boolean(Bool)
  case day(CalendarDay)
  case instant(Timestamp)

  /// A text, or an empty cell in its absence.
  public static func optional(_ text: String?) -> CSVField { text.map(CSVField.text) ?? .empty }
}

extension CSVField: ExpressibleByStringLiteral {
  /// Makes a text of a literal.
  public init(stringLiteral text: String) { self = .text(text) }
}
