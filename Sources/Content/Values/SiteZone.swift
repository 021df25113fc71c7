private import Foundation
package import GregorianCalendar

/// The time zone that a site's days and publication times are counted in.
package struct SiteZone: Sendable {
  /// The IANA name, such as `Europe/London`.
  package let name: String
  private let zone: TimeZone

  /// Looks a zone up, or returns `nil` when this system knows none of that name.
  package init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// The names that can be looked up, for suggestions.
  package static var knownNames: [String] { TimeZone.knownTimeZoneIdentifiers.sorted() }

  /// Seconds east of UTC at an instant given in seconds since 1970.
  package func offset(at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  /// The instant, in seconds since 1970, at which a local time comes; a time that daylight saving
  /// skips means the instant the clocks go forward to.
  package func instant(of time: PublishTime) -> Int {
    let local = time.day.daysSince1970 * 86_400 + time.secondOfDay
    if let minutes = time.offsetMinutes { return local - minutes * 60 }
    let guess = local - offset(at: local)
    return local - offset(at: guess)
  }

  /// The day it is at an instant given in seconds since 1970.
  package func day(at instant: Int) -> CalendarDay? {
    let local = instant + offset(at: instant)
    return CalendarDay(daysSince1970: Int((Double(local) / 86_400).rounded(.down)))
  }
}
