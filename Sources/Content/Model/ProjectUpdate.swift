public import CommonMark
public import GregorianCalendar

/// What one project did in one sprint, what is next for it and what it needs.
public struct ProjectUpdate: Sendable {
  public let header: EntityHeader
  public let project: Located<ID<Project>>
  public let sprint: Located<ID<Edition>>
  public let author: Located<ID<Person>>?
  public let received: CalendarDay?
  /// Why there is nothing to report, when that is so.
  public let nothingToReport: String?
  public let done: Section?
  public let next: Section?
  public let needs: Section?
  public let outcomes: [Outcome]
  /// People named as having taken part, on items of the done section.
  public let people: [Located<ID<Person>>]
  /// The whole text, for the checks that read it.
  public let document: MarkdownDocument

  /// One of the three sections, as written.
  public struct Section: Sendable {
    public let heading: String
    public let headingSpan: Range<Int>
    /// The section's blocks; empty when nothing stands under the heading.
    public let content: HTMLFragment
    public let isEmpty: Bool
    /// The list items under next and needs; none under done.
    public let steps: [Step]
  }
}

/// Something that is to be done next, or that is needed; written as a list item.
public struct Step: Sendable {
  public let id: ID<Step>
  /// Whether the author gave the id; otherwise it is made from the words.
  public let hasOwnID: Bool
  public let kind: Kind
  public let span: Range<Int>
  public let content: HTMLFragment
  public let plainText: String
  public let due: Located<DueDate>?
  public let after: Located<ID<Step>>?
  public let owner: Located<ID<Person>>?
  /// Who can give what is needed; a board, a person or an organisation.
  public let from: Located<String>?

  public enum Kind: Sendable, Hashable {
    case next
    case need
  }
}

/// What became of a step of an earlier sprint.
public struct Outcome: Sendable {
  public let step: Located<ID<Step>>
  public let result: Result
  public let remark: String
  public let due: DueDate?

  public enum Result: Sendable, Hashable {
    case done
    case carried
    case changed
    case dropped
  }
}
