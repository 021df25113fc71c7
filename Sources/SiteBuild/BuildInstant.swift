internal import Content

/// The one instant at which a site is built; nothing else reads a clock.
package enum BuildInstant: Sendable, Hashable {
  /// Seconds since 1970, as a clock tells them.
  case seconds(Int)
  /// A day or time as a person gives it, in the site's zone unless it names its own.
  case time(String)

  /// Seconds since 1970; `nil` for a time that cannot be read.
  func seconds(in zone: SiteZone) -> Int? {
    switch self {
    case .seconds(let seconds): seconds
    case .time(let text): PublishTime(text).map(zone.instant(of:))
    }
  }
}
