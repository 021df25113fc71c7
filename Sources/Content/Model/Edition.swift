public import CommonMark
public import GregorianCalendar

/// One issue of the sprint notes.
public struct Edition: Sendable {
  public let header: EntityHeader
  public let id: ID<Edition>
  public let title: String
  public let period: Located<Period>
  public let published: Located<CalendarDay>?
  /// The period in the edition's own words, such as `the past four weeks`.
  public let statedPeriod: String?
  public let reportsQuarter: Located<Period>?
  public let number: Int?
  /// The lure for cards, feeds and the subject of mail.
  public let summary: String
  /// Active projects, in page order.
  public let projects: [Located<ID<Project>>]
  public let pastWork: [Located<ID<Project>>]
  public let authors: [Located<ID<Person>>]
  public let state: State
  public let corrections: [Correction]
  public let body: MarkdownDocument
  /// Steps of the programme as a whole, written in the edition's own body.
  public let steps: [Step]
  /// What became of earlier steps of the programme, under "Since last time" in the body.
  public let outcomes: [Outcome]

  public enum State: String, Sendable, Hashable, CaseIterable {
    case draft
    case review
    case published
  }

  /// Something that was put right after publication.
  public struct Correction: Sendable {
    public let day: CalendarDay
    public let text: String
  }
}
