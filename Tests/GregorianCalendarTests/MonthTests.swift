import GregorianCalendar
import Testing

@Suite struct MonthTests {
  @Test(arguments: [
    ("2021-09", true), ("0001-01", true), ("9999-12", true), ("0000-12", false), ("2021-00", false),
    ("2021-13", false), ("2021-9", false), ("21-09", false), ("2021-09-01", false),
    ("+021-09", false),
    ("2021", false), ("", false),
  ])
  func monthsAreReadExactly(text: String, isMonth: Bool) {
    #expect(Month(text)?.description == (isMonth ? text : nil))
  }

  @Test func monthsAreCountedOverTheTurnOfAYear() throws {
    let month = try #require(Month("2021-11"))
    #expect(month.advanced(by: 3).description == "2022-02")
    #expect(month.advanced(by: -11).description == "2020-12")
    #expect(month < month.advanced(by: 1))
  }

  @Test func monthsBeforeTheYear0HaveAYearAndANumber() {
    let month = Month(index: -1)
    #expect(month.year == -1)
    #expect(month.month == 12)
    #expect(month.name == "December")
  }

  @Test(arguments: [
    ("2021-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2021-04", 30),
  ])
  func februaryDependsOnTheYear(text: String, days: Int) throws {
    #expect(try #require(Month(text)).dayCount == days)
  }
}
