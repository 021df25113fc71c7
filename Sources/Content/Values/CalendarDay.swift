/// A day of the proleptic Gregorian calendar, written `2021-09-01`.
package struct CalendarDay: Sendable, Hashable, Comparable {
  /// The month the day lies in.
  package let month: Month
  /// 1 to 31.
  package let day: Int

  /// Makes a day, or `nil` when the month has no such day.
  package init?(month: Month, day: Int) {
    guard (1...31).contains(day), day <= month.dayCount else { return nil }
    self.month = month
    self.day = day
  }

  /// Makes a day, or `nil` when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month) else { return nil }
    self.init(month: month, day: day)
  }

  /// Reads the ISO 8601 form `YYYY-MM-DD`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 2, let day = Month.digits(parts[2]),
      let month = Month("\(parts[0])-\(parts[1])")
    else { return nil }
    self.init(month: month, day: day)
  }

  package var year: Int { month.year }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The ISO 8601 form, such as `2021-09-01`.
  package var description: String { "\(month)-\(day < 10 ? "0" : "")\(day)" }
}

extension CalendarDay {
  /// Days since 1 January 1970.
  package var daysSince1970: Int {
    // Counts from 1 March of year 0, so that the leap day is the last of its year.
    let year = month.month <= 2 ? month.year - 1 : month.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let monthFromMarch = (month.month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Makes the day that is `daysSince1970` days after 1 January 1970; `nil` outside years 0–9999.
  package init?(daysSince1970: Int) {
    guard abs(daysSince1970) < 4_000_000 else { return nil }
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
