/// A day of the proleptic Gregorian calendar in the years 1 to 9999, without a time or a zone.
public struct CalendarDay: Sendable, Hashable {
  /// The month the day lies in.
  public let month: Month
  /// 1 to 31.
  public let day: Int

  /// Makes a day, or `nil` when the month has no such day.
  public init?(month: Month, day: Int) {
    guard Month.years.contains(month.year), (1...month.dayCount).contains(day) else { return nil }
    self.month = month
    self.day = day
  }

  /// Makes a day, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month) else { return nil }
    self.init(month: month, day: day)
  }

  /// Reads the ISO 8601 form `YYYY-MM-DD`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let day = DateDigits.reading(text) { digits -> CalendarDay? in
      guard let year = digits.next(4), digits.skipHyphen(), let month = digits.next(2),
        digits.skipHyphen(), let day = digits.next(2), digits.isAtEnd
      else { return nil }
      return CalendarDay(year: year, month: month, day: day)
    }
    guard let day else { return nil }
    self = day
  }

  /// The year the day lies in.
  public var year: Int { month.year }
}

extension CalendarDay {
  /// Makes the day that is `days` after 1 January 1970, or `nil` outside the years 1 to 9999.
  public init?(daysSince1970 days: Int) {
    guard Self.representable.contains(days) else { return nil }
    // Years are counted from March, so that the leap day is the last of its year. An era is the
    // 400 years after which the calendar repeats itself.
    let sinceMarchOfYear0 = days + Self.daysFromMarchOfYear0To1970
    let era = sinceMarchOfYear0.flooredQuotient(by: 146_097)
    let dayOfEra = sinceMarchOfYear0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    self.month = Month(index: (era * 400 + yearOfEra) * 12 + monthFromMarch + 2)
    self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  }

  /// How many days this day lies after 1 January 1970; negative before it.
  public var daysSince1970: Int {
    let monthsFromMarch = month.index - 2
    let yearFromMarch = monthsFromMarch.flooredQuotient(by: 12)
    let era = yearFromMarch.flooredQuotient(by: 400)
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (monthsFromMarch - yearFromMarch * 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - Self.daysFromMarchOfYear0To1970
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = daysSince1970 + 3
    return Weekday.allCases[index - index.flooredQuotient(by: 7) * 7]
  }

  /// The day of the year from 1.
  public var dayOfYear: Int {
    let months = month.index - (month.month - 1)..<month.index
    return months.reduce(day) { $0 + Month(index: $1).dayCount }
  }

  /// 1 January of the year 1 to 31 December 9999.
  private static let representable = -719_162...2_932_896
  private static let daysFromMarchOfYear0To1970 = 719_468
}

extension CalendarDay: Comparable {
  /// Orders by time, the earlier day first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as ISO 8601 and RFC 3339 write it, such as `2021-09-30`.
  public var description: String { "\(month)-\(DecimalDigits.padded(day, to: 2))" }
}
