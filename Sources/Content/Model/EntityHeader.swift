public import GregorianCalendar

/// What every entity may say about itself: when it may be seen, where it once was, what is waived.
public struct EntityHeader: Sendable {
  public let origin: Origin
  public let isDraft: Bool
  /// From when it may be seen; always when `nil`.
  public let publish: PublishTime?
  /// The first day on which it may no longer be seen.
  public let expires: CalendarDay?
  /// The day by which someone should read it again.
  public let reviewBy: CalendarDay?
  /// A BCP 47 tag; the site's language when `nil`.
  public let language: String?
  /// Old addresses that lead here.
  public let aliases: [Located<String>]
  public let waivers: [Waiver]
  /// The author's own values, handed to templates untyped.
  public let extra: YAMLValue?
  /// The keys whose values cannot be read, which is a finding of its own: what would follow from
  /// their absence is none.
  public let unreadKeys: Set<String>
}

/// A finding that the authors know of and stand by, with the reason.
public struct Waiver: Sendable {
  public let rule: Located<String>
  public let because: String
}
