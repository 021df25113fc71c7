package import GregorianCalendar

/// When something is due: in the course of a month, or on a day.
package enum DueDate: Sendable, Hashable {
  case month(Month)
  case day(CalendarDay)

  /// Reads `2021-10` or `2021-10-15`.
  package init?(_ text: some StringProtocol) {
    if let month = Month(text) {
      self = .month(month)
    } else if let day = CalendarDay(text) {
      self = .day(day)
    } else {
      return nil
    }
  }

  package var month: Month {
    switch self {
    case .month(let month): month
    case .day(let day): day.month
    }
  }
}

extension DueDate: Comparable {
  /// By month; a day of a month comes before the month as a whole, which lasts to its end.
  package static func < (left: DueDate, right: DueDate) -> Bool { left.key < right.key }

  private var key: (Int, Int) {
    switch self {
    case .month(let month): (month.index, 32)
    case .day(let day): (day.month.index, day.day)
    }
  }
}

extension DueDate: CustomStringConvertible {
  package var description: String {
    switch self {
    case .month(let month): month.description
    case .day(let day): day.description
    }
  }
}

extension DueDate {
  /// The form people read: `October 2021` or `15 October 2021`.
  package var label: String {
    switch self {
    case .month(let month): month.label
    case .day(let day): "\(day.day) \(day.month.name) \(day.year)"
    }
  }
}
