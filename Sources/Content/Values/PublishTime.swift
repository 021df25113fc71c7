package import GregorianCalendar

/// A day, or a time of a day, from which something may be seen.
package struct PublishTime: Sendable, Hashable {
  package let day: CalendarDay
  /// Seconds since the day's midnight; 0 when only the day is given.
  package let secondOfDay: Int
  /// Minutes east of UTC; `nil` means the site's own zone.
  package let offsetMinutes: Int?

  package init(day: CalendarDay, secondOfDay: Int = 0, offsetMinutes: Int? = nil) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `2021-09-15`, `2021-09-15T09:00`, `2021-09-15 09:00:30`, and either with `Z` or an
  /// offset such as `+01:00` (RFC 3339).
  package init?(_ text: String) {
    guard let day = CalendarDay(text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10)
    guard let separator = rest.popFirst() else {
      self.init(day: day)
      return
    }
    guard "Tt ".contains(separator) else { return nil }
    var offset: Int?
    if let zone = rest.firstIndex(where: { "Zz+-".contains($0) }) {
      guard let minutes = Self.offset(rest[zone...]) else { return nil }
      offset = minutes
      rest = rest[..<zone]
    }
    guard let seconds = Self.seconds(rest) else { return nil }
    self.init(day: day, secondOfDay: seconds, offsetMinutes: offset)
  }

  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? DecimalDigits.read($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers[0] < 24,
      numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let seconds = seconds(text.dropFirst()) else { return nil }
    return (text.first == "-" ? -1 : 1) * seconds / 60
  }
}
