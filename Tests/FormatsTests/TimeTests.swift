import Formats
import Testing

@Suite struct TimeTests {
  @Test func everyDayOfTwoCenturiesFollowsTheOneBefore() throws {
    var previous = try #require(CalendarDay(year: 1899, month: 12, day: 31))
    #expect(previous.weekday == .sunday)
    let first = previous.daysSince1970 + 1
    for days in first..<first + 73_414 {
      let day = try #require(CalendarDay(daysSince1970: days))
      let weekday = Weekday.allCases[(days - first) % 7]
      guard day.daysSince1970 == days, previous < day, day.weekday == weekday,
        CalendarDay(year: day.year, month: day.month, day: day.day) == day,
        day.day == previous.day + 1 || day.day == 1
      else {
        Issue.record("\(day) does not follow \(previous)")
        return
      }
      previous = day
    }
    #expect(previous.description == "2100-12-31")
  }

  @Test func everyYearHasItsLength() throws {
    for year in 1..<9_999 {
      let first = try #require(CalendarDay(year: year, month: 1, day: 1))
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let next = CalendarDay(daysSince1970: first.daysSince1970 + (isLeap ? 366 : 365))
      guard next == CalendarDay(year: year + 1, month: 1, day: 1),
        (CalendarDay(year: year, month: 2, day: 29) != nil) == isLeap
      else {
        Issue.record("the year after \(year) does not begin where it should")
        return
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 1970, 1, 1, 0), ("2000-02-29", 2000, 2, 29, 11_016),
    ("1600-02-29", 1600, 2, 29, -135_081), ("2021-09-30", 2021, 9, 30, 18_900),
    ("9999-12-31", 9999, 12, 31, 2_932_896), ("0001-01-01", 1, 1, 1, -719_162),
  ])
  func knownDays(text: String, year: Int, month: Int, day: Int, days: Int) throws {
    let value = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(value.description == text)
    #expect(value.daysSince1970 == days)
    #expect(CalendarDay(daysSince1970: days) == value)
  }

  @Test(arguments: [
    (1900, 2, 29), (2021, 2, 29), (2021, 4, 31), (2021, 0, 1), (2021, 13, 1), (2021, 1, 0),
    (0, 1, 1), (10_000, 1, 1), (Int.max, Int.max, Int.max), (Int.min, 1, 1),
  ])
  func daysThatTheCalendarLacks(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [-719_163, 2_932_897, Int.min, Int.max])
  func dayNumbersOutsideTheYears1To9999(days: Int) {
    #expect(CalendarDay(daysSince1970: days) == nil)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
    (-1, 0, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
    (1_632_999_600, 60, "2021-09-30T12:00:00+01:00", "Thu, 30 Sep 2021 12:00:00 +0100"),
    (1_632_999_600, -570, "2021-09-30T01:30:00-09:30", "Thu, 30 Sep 2021 01:30:00 -0930"),
    (951_782_399, 14 * 60, "2000-02-29T13:59:59+14:00", "Tue, 29 Feb 2000 13:59:59 +1400"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"),
    (253_402_300_799, 0, "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 +0000"),
  ])
  func timestampsArePrinted(seconds: Int, offset: Int, internet: String, mail: String) throws {
    let timestamp = try #require(
      Timestamp(secondsSince1970: seconds, offsetMinutes: offset))
    #expect(timestamp.rfc3339 == internet)
    #expect(timestamp.rfc822 == mail)
    let (hour, minute, second) = timestamp.time
    #expect(
      Timestamp(
        day: timestamp.day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
        == timestamp)
  }

  @Test(arguments: [
    (Int.min, 0), (Int.max, 1_439), (0, 1_440), (0, Int.min), (-62_135_596_800, -1),
    (-62_135_596_801, 60), (253_402_300_800, -60), (253_402_300_799, 1),
  ])
  func timestampsThatCannotBePrinted(seconds: Int, offset: Int) {
    #expect(Timestamp(secondsSince1970: seconds, offsetMinutes: offset) == nil)
  }

  @Test func localTimesOutsideADayAreNone() throws {
    let day = try #require(CalendarDay(year: 2021, month: 1, day: 1))
    #expect(Timestamp(day: day, hour: 24) == nil)
    #expect(Timestamp(day: day, minute: -1) == nil)
    #expect(Timestamp(day: day, second: 60) == nil)
    #expect(Timestamp(day: day, offsetMinutes: Int.max) == nil)
  }

  @Test func timestampsAreOrderedByInstant() throws {
    let london = try #require(Timestamp(secondsSince1970: 100, offsetMinutes: 60))
    let utc = london.inUTC
    let later = try #require(Timestamp(secondsSince1970: 101, offsetMinutes: -60))
    #expect([later, london, utc].sorted() == [utc, london, later])
    #expect(utc != london)
  }
}
