package import CommonMark
package import GregorianCalendar

/// One issue of the sprint notes.
///
/// A class, though it never changes, as many passes look through all editions.
package final class Edition: Sendable {
  package let header: EntityHeader
  package let id: ID<Edition>
  package let permalink: Permalink
  package let title: String
  package let period: Located<Period>
  package let published: Located<CalendarDay>?
  /// The period in the edition's own words, such as `the past four weeks`.
  package let statedPeriod: String?
  package let reportsQuarter: Located<Period>?
  package let number: Int?
  /// The lure for cards, feeds and the subject of mail.
  package let summary: String
  /// Active projects, in page order.
  package let projects: [Located<ID<Project>>]
  package let pastWork: [Located<ID<Project>>]
  package let authors: [Located<ID<Person>>]
  package let state: State
  package let corrections: [Correction]
  package let body: MarkdownDocument
  /// Steps of the programme as a whole, written in the edition's own body.
  package let steps: [Step]
  /// What became of earlier steps of the programme, under "Since last time" in the body.
  package let outcomes: [Outcome]

  init(
    header: EntityHeader, id: ID<Edition>, title: String, period: Located<Period>,
    published: Located<CalendarDay>?, statedPeriod: String?, reportsQuarter: Located<Period>?,
    number: Int?, summary: String, projects: [Located<ID<Project>>],
    pastWork: [Located<ID<Project>>], authors: [Located<ID<Person>>], state: State,
    corrections: [Correction], body: MarkdownDocument, steps: [Step], outcomes: [Outcome]
  ) {
    self.header = header
    self.id = id
    permalink = Permalink(page: ["sprints", id.text])
    self.title = title
    self.period = period
    self.published = published
    self.statedPeriod = statedPeriod
    self.reportsQuarter = reportsQuarter
    self.number = number
    self.summary = summary
    self.projects = projects
    self.pastWork = pastWork
    self.authors = authors
    self.state = state
    self.corrections = corrections
    self.body = body
    self.steps = steps
    self.outcomes = outcomes
  }

  package enum State: String, Sendable, Hashable, CaseIterable {
    case draft
    case review
    case published
  }

  /// Something that was put right after publication.
  package struct Correction: Sendable {
    package let day: CalendarDay
    package let text: String
  }
}
