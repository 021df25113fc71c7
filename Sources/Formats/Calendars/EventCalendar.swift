public import GregorianCalendar

/// Events that calendar programs can subscribe to; written as iCalendar (RFC 5545).
public struct EventCalendar: Sendable, Hashable {
  /// What made the file, such as `-//Gazette//Events 1.0//EN`.
  public var productID: String
  /// The name that calendar programs show for the whole.
  public var name: String?
  /// In the order in which they are written.
  public var events: [Event]

  /// Makes a calendar, by default one without a name to show.
  public init(productID: String, name: String? = nil, events: [Event]) {
    self.productID = productID
    self.name = name
    self.events = events
  }
}

extension EventCalendar {
  /// One event.
  public struct Event: Sendable, Hashable {
    /// Never changes and never names another event, such as `event-tea@example.org`.
    public var id: String
    /// What the event is called, as plain text.
    public var title: String
    /// When it takes place: whole days, or from one instant to another.
    public var when: When
    /// When the entry last changed, from the content, so that builds repeat.
    public var changed: Timestamp
    /// Grows with each change, so that calendar programs take the newer one.
    public var sequence: Int
    /// Whether it takes place: for certain, perhaps or no longer.
    public var status: Status
    /// Plain text.
    public var description: String?
    /// Where it takes place, as plain text for people.
    public var location: String?
    /// Where people read more.
    public var page: AbsoluteURL?
    /// Words to sort events by, as plain text in the order written.
    public var categories: [String]

    /// Makes an event, by default a confirmed one that never changed before.
    public init(
      id: String, title: String, when: When, changed: Timestamp, sequence: Int = 0,
      status: Status = .confirmed, description: String? = nil, location: String? = nil,
      page: AbsoluteURL? = nil, categories: [String] = []
    ) {
      self.id = id
      self.title = title
      self.when = when
      self.changed = changed
      self.sequence = sequence
      self.status = status
      self.description = description
      self.location = location
      self.page = page
      self.categories = categories
    }
  }

  /// When an event takes place.
  public enum When: Sendable, Hashable {
    /// Whole days, the last one included; a last day before the first counts as the first.
    case days(first: CalendarDay, last: CalendarDay)
    /// From one instant to another, written in UTC; without an end it is a moment.
    case span(start: Timestamp, end: Timestamp?)
  }

  /// Whether an event takes place.
  public enum Status: String, Sendable, Hashable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }
}
