import GregorianCalendar
import Templates

/// Dates as tests write them; what is no date is none, which the fields of the tests do not take.
extension Value {
  static func date(_ text: String) -> Value { CalendarDay(text).map { .date($0) } ?? .none }

  static func month(_ text: String) -> Value { Month(text).map { .month($0) } ?? .none }

  static func period(from first: String, to last: String) -> Value {
    guard let first = Month(first), let last = Month(last) else { return .none }
    return .period(from: first, to: last)
  }
}
