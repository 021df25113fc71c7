/// Decides what may be seen at the build's one instant; pages, feeds and counts all ask here.
package struct Visibility: Sendable {
  /// Seconds since 1970 at which the site is built.
  package let instant: Int
  package let zone: SiteZone
  /// Whether drafts are shown, as in a preview.
  package let showsDrafts: Bool

  package init(instant: Int, zone: SiteZone, showsDrafts: Bool) {
    self.instant = instant
    self.zone = zone
    self.showsDrafts = showsDrafts
  }

  /// Whether something with this header is shown at some time or other, as no draft is.
  func mayEverShow(_ header: EntityHeader) -> Bool { !header.isDraft || showsDrafts }

  /// Whether something with this header is published at the instant.
  package func allows(_ header: EntityHeader) -> Bool {
    guard mayEverShow(header) else { return false }
    if let publish = header.publish, zone.instant(of: publish) > instant { return false }
    if let expires = header.expires, zone.instant(of: PublishTime(day: expires)) <= instant {
      return false
    }
    return true
  }

  /// The next instant after this one at which something in these sources appears or goes by itself,
  /// in seconds since 1970; `nil` if nothing will.
  package func nextChange(of sources: [ParsedContent]) -> Int? {
    var next: Int?
    for source in sources {
      guard let header = source.header, header.namesTime, mayEverShow(header) else { continue }
      let changes = [
        header.publish.map(zone.instant(of:)),
        header.expires.map { zone.instant(of: PublishTime(day: $0)) },
      ]
      for case let change? in changes where change > instant {
        next = min(change, next ?? change)
      }
    }
    return next
  }
}
