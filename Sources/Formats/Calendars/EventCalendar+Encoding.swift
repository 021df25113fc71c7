internal import GregorianCalendar

extension EventCalendar {
  /// The calendar's bytes, media type `text/calendar`.
  public func encoded() -> [UInt8] {
    var lines = ContentLines()
    lines.append("BEGIN", raw: "VCALENDAR")
    lines.append("VERSION", raw: "2.0")
    lines.append("PRODID", text: productID)
    lines.append("CALSCALE", raw: "GREGORIAN")
    lines.append("METHOD", raw: "PUBLISH")
    if let name { lines.append("X-WR-CALNAME", text: name) }
    for event in events { event.append(to: &lines) }
    lines.append("END", raw: "VCALENDAR")
    return lines.bytes
  }
}

extension EventCalendar.Event {
  fileprivate func append(to lines: inout ContentLines) {
    lines.append("BEGIN", raw: "VEVENT")
    lines.append("UID", text: id)
    lines.append("DTSTAMP", raw: changed.iCalendarUTC)
    when.append(to: &lines)
    lines.append("SUMMARY", text: title)
    if let description { lines.append("DESCRIPTION", text: description) }
    if let location { lines.append("LOCATION", text: location) }
    if let page { lines.append("URL", raw: page.text) }
    if !categories.isEmpty { lines.append("CATEGORIES", list: categories) }
    lines.append("STATUS", raw: status.rawValue)
    lines.append("SEQUENCE", raw: String(max(0, sequence)))
    lines.append("LAST-MODIFIED", raw: changed.iCalendarUTC)
    lines.append("END", raw: "VEVENT")
  }
}

extension EventCalendar.When {
  fileprivate func append(to lines: inout ContentLines) {
    switch self {
    case .days(let first, let last):
      lines.append("DTSTART;VALUE=DATE", raw: first.iCalendar)
      // The end is exclusive. On the last day of all, it is left out, which means one day.
      if let end = CalendarDay(daysSince1970: max(first, last).daysSince1970 + 1) {
        lines.append("DTEND;VALUE=DATE", raw: end.iCalendar)
      }
      lines.append("TRANSP", raw: "TRANSPARENT")
    case .span(let start, let end):
      lines.append("DTSTART", raw: start.iCalendarUTC)
      // RFC 5545 wants the end after the start; an event without an end is a moment.
      if let end, end.secondsSince1970 > start.secondsSince1970 {
        lines.append("DTEND", raw: end.iCalendarUTC)
      }
    }
  }
}

extension CalendarDay {
  fileprivate var iCalendar: String {
    DecimalDigits.padded(year, to: 4) + DecimalDigits.padded(month.month, to: 2)
      + DecimalDigits.padded(day, to: 2)
  }
}

extension Timestamp {
  fileprivate var iCalendarUTC: String {
    let utc = inUTC
    let (hour, minute, second) = utc.time
    return utc.day.iCalendar + "T" + DecimalDigits.padded(hour, to: 2)
      + DecimalDigits.padded(minute, to: 2) + DecimalDigits.padded(second, to: 2) + "Z"
  }
}
