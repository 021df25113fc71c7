import Formats
import GregorianCalendar
import Testing

@Suite struct TimeTests {
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
