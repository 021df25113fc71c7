package import CommonMark
package import GregorianCalendar

/// Something people came to, or can come to.
///
/// A class, though it never changes, as many passes look through all events.
package final class Event: Sendable {
  package let header: EntityHeader
  package let id: ID<Event>
  package let permalink: Permalink
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

  init(
    header: EntityHeader, id: ID<Event>, title: String, kind: Kind, series: String?,
    numberInYear: Located<Int>?, date: CalendarDay, end: CalendarDay?, start: String?,
    organiser: Located<ID<Organisation>>, host: Located<ID<Organisation>>?, place: String?,
    link: Located<String>?, theme: String?, topics: [String], speakers: [Speaker],
    sessions: [Session], attendance: Located<Int>?, audience: String?,
    projects: [Located<ID<Project>>], isCancelled: Bool, body: MarkdownDocument
  ) {
    self.header = header
    self.id = id
    permalink = Permalink(page: ["events", id.text])
    self.title = title
    self.kind = kind
    self.series = series
    self.numberInYear = numberInYear
    self.date = date
    self.end = end
    self.start = start
    self.organiser = organiser
    self.host = host
    self.place = place
    self.link = link
    self.theme = theme
    self.topics = topics
    self.speakers = speakers
    self.sessions = sessions
    self.attendance = attendance
    self.audience = audience
    self.projects = projects
    self.isCancelled = isCancelled
    self.body = body
  }

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
