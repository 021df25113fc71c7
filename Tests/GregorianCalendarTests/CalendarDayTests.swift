import GregorianCalendar
import Testing

@Suite struct CalendarDayTests {
  @Test func everyDayOfTwoCenturiesFollowsTheOneBefore() throws {
    var previous = try #require(CalendarDay(year: 1899, month: 12, day: 31))
    #expect(previous.weekday == .sunday)
    let first = previous.daysSince1970 + 1
    for days in first..<first + 73_414 {
      let day = try #require(CalendarDay(daysSince1970: days))
      let weekday = Weekday.allCases[(days - first) % 7]
      guard day.daysSince1970 == days, previous < day, day.weekday == weekday,
        CalendarDay(year: day.year, month: day.month.month, day: day.day) == day,
        day.dayOfYear == (day.month.month == 1 ? day.day : previous.dayOfYear + 1),
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
    ("2021-09-01", true), ("2020-02-29", true), ("2021-02-29", false), ("2021-13-01", false),
    ("2021-9-1", false), ("21-09-01", false), ("2021-09-31", false), ("2021-09-01T00", false),
    ("+021-09-01", false), ("", false),
  ])
  func daysAreReadExactly(text: String, isDay: Bool) {
    #expect((CalendarDay(text) != nil) == isDay)
    if isDay { #expect(CalendarDay(text)?.description == text) }
  }
}
