package import GregorianCalendar

/// What every entity may say about itself: when it may be seen, where it once was, what is waived.
///
/// A class, though it never changes, as it is handed about much more often than it is read.
package final class EntityHeader: Sendable {
  package let origin: Origin
  package let isDraft: Bool
  /// From when it may be seen; always when `nil`.
  package let publish: PublishTime?
  /// The first day on which it may no longer be seen.
  package let expires: CalendarDay?
  /// The day by which someone should read it again.
  package let reviewBy: CalendarDay?
  /// A BCP 47 tag; the site's language when `nil`.
  package let language: String?
  /// Old addresses that lead here.
  package let aliases: [Located<String>]
  package let waivers: [Waiver]
  /// The author's own values, handed to templates untyped.
  package let extra: YAMLValue?
  /// The keys whose values cannot be read, which is a finding of its own: what would follow from
  /// their absence is none.
  package let unreadKeys: Set<String>

  init(
    origin: Origin, isDraft: Bool, publish: PublishTime?, expires: CalendarDay?,
    reviewBy: CalendarDay?, language: String?, aliases: [Located<String>], waivers: [Waiver],
    extra: YAMLValue?, unreadKeys: Set<String>
  ) {
    self.origin = origin
    self.isDraft = isDraft
    self.publish = publish
    self.expires = expires
    self.reviewBy = reviewBy
    self.language = language
    self.aliases = aliases
    self.waivers = waivers
    self.extra = extra
    self.unreadKeys = unreadKeys
  }
}

/// A finding that the authors know of and stand by, with the reason.
package struct Waiver: Sendable {
  package let rule: Located<String>
  package let because: String
}
