public import CommonMark
public import GregorianCalendar

/// Something people came to, or can come to.
public struct Event: Sendable {
  public let header: EntityHeader
  public let id: ID<Event>
  public let title: String
  public let kind: Kind
  public let series: String?
  public let numberInYear: Located<Int>?
  public let date: CalendarDay
  /// The last day, which belongs to the event; `nil` when it is over in a day.
  public let end: CalendarDay?
  /// The time it starts, such as `14:00`.
  public let start: String?
  public let organiser: Located<ID<Organisation>>
  public let host: Located<ID<Organisation>>?
  public let place: String?
  public let link: Located<String>?
  public let theme: String?
  public let topics: [String]
  public let speakers: [Speaker]
  public let sessions: [Session]
  public let attendance: Located<Int>?
  public let audience: String?
  public let projects: [Located<ID<Project>>]
  public let isCancelled: Bool
  public let body: MarkdownDocument

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case network
    case showAndShare = "show-and-share"
    case meeting
    case training
    case other
  }

  public struct Speaker: Sendable {
    public let person: Located<ID<Person>>
    public let role: String?
    public let subject: String?
  }

  public struct Session: Sendable {
    public let ledBy: Located<ID<Organisation>>?
    public let subject: String
  }
}
