internal import GregorianCalendar

extension Timestamp {
  /// The timestamp as RFC 3339 writes it, such as `2021-09-30T12:00:00+01:00`, or `Z` for UTC.
  public var rfc3339: String {
    offsetMinutes == 0 ? "\(day)T\(clock)Z" : "\(day)T\(clock)\(offset(separator: ":"))"
  }

  /// The timestamp as RFC 822 and RFC 5322 write it: `Thu, 30 Sep 2021 12:00:00 +0100`.
  ///
  /// Names are English whatever the locale, and the year has four digits.
  public var rfc822: String {
    let number = DecimalDigits.padded(day.day, to: 2)
    let year = DecimalDigits.padded(day.year, to: 4)
    return "\(day.weekday.name.prefix(3)), \(number) \(day.month.name.prefix(3)) \(year) "
      + "\(clock) \(offset(separator: ""))"
  }

  private var clock: String {
    let (hour, minute, second) = time
    return "\(DecimalDigits.padded(hour, to: 2)):\(DecimalDigits.padded(minute, to: 2))"
      + ":\(DecimalDigits.padded(second, to: 2))"
  }

  private func offset(separator: String) -> String {
    let minutes = abs(offsetMinutes)
    return (offsetMinutes < 0 ? "-" : "+") + DecimalDigits.padded(minutes / 60, to: 2) + separator
      + DecimalDigits.padded(minutes % 60, to: 2)
  }
}
