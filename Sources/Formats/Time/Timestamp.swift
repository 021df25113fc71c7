public import GregorianCalendar

/// An instant, with the offset from UTC in which it is to be shown.
///
/// Two timestamps are equal if they are the same instant *and* are shown alike, because what is
/// written differs otherwise.
public struct Timestamp: Sendable, Hashable {
  /// Whole seconds after 1 January 1970, 00:00 UTC; leap seconds are not counted.
  public let secondsSince1970: Int
  /// How many minutes local clocks are ahead of UTC; negative to the west of Greenwich.
  public let offsetMinutes: Int
  /// The day that the local calendar shows.
  public let day: CalendarDay

  /// Makes a timestamp, or `nil` if the offset is a day or more, or if the local or the UTC date
  /// falls outside the years 1 to 9999.
  public init?(secondsSince1970 seconds: Int, offsetMinutes: Int = 0) {
    guard Self.offsets.contains(offsetMinutes), Self.day(of: seconds) != nil,
      let day = Self.day(of: seconds + offsetMinutes * 60)
    else { return nil }
    self.secondsSince1970 = seconds
    self.offsetMinutes = offsetMinutes
    self.day = day
  }

  /// Makes the timestamp at which local clocks show this day and time, or `nil` if there is none.
  public init?(
    day: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0, offsetMinutes: Int = 0
  ) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      Self.offsets.contains(offsetMinutes)
    else { return nil }
    let local = day.daysSince1970 * Self.secondsPerDay + hour * 3_600 + minute * 60 + second
    self.init(secondsSince1970: local - offsetMinutes * 60, offsetMinutes: offsetMinutes)
  }

  /// The same instant as clocks in UTC show it.
  public var inUTC: Timestamp {
    // Both dates were checked when this value was made, so this always succeeds.
    Timestamp(secondsSince1970: secondsSince1970) ?? self
  }

  /// The hour, minute and second that local clocks show.
  public var time: (hour: Int, minute: Int, second: Int) {
    let local = secondsSince1970 + offsetMinutes * 60
    let second = local - day.daysSince1970 * Self.secondsPerDay
    return (second / 3_600, second / 60 % 60, second % 60)
  }

  private static let secondsPerDay = 86_400

  /// Less than a day either way.
  private static let offsets = -1_439...1_439

  private static func day(of seconds: Int) -> CalendarDay? {
    CalendarDay(daysSince1970: seconds.flooredQuotient(by: secondsPerDay))
  }
}

extension Timestamp: Comparable {
  /// Earlier instants come first; of the same instant, the offset further west.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.secondsSince1970, left.offsetMinutes) < (right.secondsSince1970, right.offsetMinutes)
  }
}
