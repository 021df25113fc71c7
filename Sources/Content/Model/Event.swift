package import CommonMark
package import GregorianCalendar

/// Something people came to, or can come to.
package struct Event: Sendable {
  package let header: EntityHeader
  package let id: ID<Event>
  package let title: String
  package let kind: Kind
  package let series: String?
  package let numberInYear: Located<Int>?
  package let date: CalendarDay
  /// The last day, which belongs to the event; `nil` when it is over in a day.
  package let end: CalendarDay?
  /// The time it starts, such as `14:00`.
  package let start: String?
  package let organiser: Located<ID<Organisation>>
  package let host: Located<ID<Organisation>>?
  package let place: String?
  package let link: Located<String>?
  package let theme: String?
  package let topics: [String]
  package let speakers: [Speaker]
  package let sessions: [Session]
  package let attendance: Located<Int>?
  package let audience: String?
  package let projects: [Located<ID<Project>>]
  package let isCancelled: Bool
  package let body: MarkdownDocument

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case network
    case showAndShare = "show-and-share"
    case meeting
    case training
    case other
  }

  package struct Speaker: Sendable {
    package let person: Located<ID<Person>>
    package let role: String?
    package let subject: String?
  }

  package struct Session: Sendable {
    package let ledBy: Located<ID<Organisation>>?
    package let subject: String
  }
}
