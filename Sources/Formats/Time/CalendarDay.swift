/// A day of the Gregorian calendar in the years 1 to 9999, without a time or a zone.
package struct CalendarDay: Sendable, Hashable {
  package let year: Int
  /// From 1 to 12.
  package let month: Int
  /// From 1 to 31.
  package let day: Int

  /// Makes a day, or `nil` if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the day that is `days` after 1 January 1970, or `nil` outside the years 1 to 9999.
  package init?(daysSince1970 days: Int) {
    guard Self.representable.contains(days) else { return nil }
    // Years are counted from March, so that the leap day is the last of its year. An era is the
    // 400 years after which the calendar repeats itself.
    let sinceMarchOfYear0 = days + Self.daysFromMarchOfYear0To1970
    let era = sinceMarchOfYear0.flooredQuotient(by: 146_097)
    let dayOfEra = sinceMarchOfYear0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    self.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.year = era * 400 + yearOfEra + (self.month <= 2 ? 1 : 0)
  }

  /// How many days this day lies after 1 January 1970; negative before it.
  package var daysSince1970: Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch.flooredQuotient(by: 400)
    let yearOfEra = yearFromMarch - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - Self.daysFromMarchOfYear0To1970
  }

  /// The day of the week.
  package var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = daysSince1970 + 3
    return Weekday.allCases[index - index.flooredQuotient(by: 7) * 7]
  }

  /// The number of days in a month of a year.
  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 1 January of the year 1 to 31 December 9999.
  private static let representable = -719_162...2_932_896
  private static let daysFromMarchOfYear0To1970 = 719_468
}

extension CalendarDay: Comparable {
  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as ISO 8601 and RFC 3339 write it, such as `2021-09-30`.
  package var description: String {
    "\(DecimalDigits.padded(year, to: 4))-\(DecimalDigits.padded(month, to: 2))"
      + "-\(DecimalDigits.padded(day, to: 2))"
  }
}
