package import GregorianCalendar

/// A date as exactly as history tells it: a day, a month, a season or a year.
package struct LooseDate: Sendable, Hashable, Comparable {
  /// What was written, such as `Summer 2019`.
  package let text: String
  /// The first day it can mean, by which it sorts.
  package let earliest: CalendarDay

  /// Reads `2021-09-01`, `2021-09`, `2021` or `Summer 2021`.
  package init?(_ text: String) {
    guard let earliest = Self.earliest(text) else { return nil }
    self.text = text
    self.earliest = earliest
  }

  package static func < (left: LooseDate, right: LooseDate) -> Bool {
    (left.earliest, left.text) < (right.earliest, right.text)
  }

  private static func earliest(_ text: String) -> CalendarDay? {
    if let day = CalendarDay(text) { return day }
    if let month = Month(text) { return CalendarDay(month: month, day: 1) }
    let words = text.split(separator: " ")
    guard let last = words.last, last.utf8.count == 4, let year = DecimalDigits.read(last) else {
      return nil
    }
    if words.count == 1 { return CalendarDay(year: year, month: 1, day: 1) }
    guard words.count == 2, let month = firstMonth(ofSeason: words[0].lowercased()) else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: 1)
  }

  private static func firstMonth(ofSeason season: String) -> Int? {
    switch season {
    case "spring": 3
    case "summer": 6
    case "autumn": 9
    case "winter": 12
    default: nil
    }
  }
}
