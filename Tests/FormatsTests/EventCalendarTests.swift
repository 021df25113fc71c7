import Formats
import GregorianCalendar
import Testing

@Suite struct EventCalendarTests {
  private let first: CalendarDay
  private let changed: Timestamp

  init() throws {
    first = try #require(CalendarDay(year: 2021, month: 12, day: 30))
    changed = try #require(Timestamp(secondsSince1970: 1_632_999_600, offsetMinutes: 60))
  }

  private func text(_ events: [EventCalendar.Event], name: String? = nil) -> String {
    let calendar = EventCalendar(
      productID: "-//Gazette//Events 1.0//EN", name: name, events: events)
    return String(decoding: calendar.encoded(), as: UTF8.self)
  }

  @Test func allDayEventsEndOnTheDayAfter() throws {
    let last = try #require(CalendarDay(year: 2021, month: 12, day: 31))
    let event = EventCalendar.Event(
      id: "tea@example.org", title: "Tea, cake; and \\ more\r\nat four",
      when: .days(first: first, last: last), changed: changed, sequence: 2, status: .cancelled,
      description: "One\nTwo\u{7}", location: "Room 1",
      page: AbsoluteURL("https://example.org/a,b"),
      categories: ["Show, tell", "Tea"])
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Gazette//Events 1.0//EN
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      X-WR-CALNAME:Events
      BEGIN:VEVENT
      UID:tea@example.org
      DTSTAMP:20210930T110000Z
      DTSTART;VALUE=DATE:20211230
      DTEND;VALUE=DATE:20220101
      TRANSP:TRANSPARENT
      SUMMARY:Tea\\, cake\\; and \\\\ more\\nat four
      DESCRIPTION:One\\nTwo
      LOCATION:Room 1
      URL:https://example.org/a,b
      CATEGORIES:Show\\, tell,Tea
      STATUS:CANCELLED
      SEQUENCE:2
      LAST-MODIFIED:20210930T110000Z
      END:VEVENT
      END:VCALENDAR

      """
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(text([event], name: "Events") == lines.joined(separator: "\r\n"))
  }

  @Test func timedEventsAreInUTC() throws {
    let start = try #require(Timestamp(day: first, hour: 0, minute: 30, offsetMinutes: 60))
    let end = try #require(Timestamp(day: first, hour: 2, offsetMinutes: 60))
    let event = EventCalendar.Event(
      id: "a", title: "A", when: .span(start: start, end: end), changed: changed)
    #expect(text([event]).contains("\r\nDTSTART:20211229T233000Z\r\nDTEND:20211230T010000Z\r\n"))
    let moment = EventCalendar.Event(
      id: "a", title: "A", when: .span(start: end, end: start), changed: changed)
    #expect(!text([moment]).contains("DTEND"))
  }

  @Test func longLinesAreFoldedBetweenCharacters() {
    // 8 bytes of name and two-byte letters make character ends fall on odd places.
    let event = EventCalendar.Event(
      id: "a", title: String(repeating: "é", count: 80) + "🎉🎉",
      when: .days(first: first, last: first),
      changed: changed)
    let lines = text([event]).split(separator: "\r\n").map(String.init)
    func repeated(_ count: Int) -> String { String(repeating: "é", count: count) }
    let folded = ["SUMMARY:" + repeated(33), " " + repeated(37), " " + repeated(10) + "🎉🎉"]
    #expect(Array(lines.drop { !$0.hasPrefix("SUMMARY") }.prefix(3)) == folded)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
  }
}
