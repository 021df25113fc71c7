package import CommonMark
package import GregorianCalendar

/// What one project did in one sprint, what is next for it and what it needs.
///
/// A class, though it never changes, as many passes look through all updates.
package final class ProjectUpdate: Sendable {
  package let header: EntityHeader
  package let project: Located<ID<Project>>
  package let sprint: Located<ID<Edition>>
  package let author: Located<ID<Person>>?
  package let received: CalendarDay?
  /// Why there is nothing to report, when that is so.
  package let nothingToReport: String?
  package let done: Section?
  package let next: Section?
  package let needs: Section?
  package let outcomes: [Outcome]
  /// People named as having taken part, on items of the done section.
  package let people: [Located<ID<Person>>]
  /// The whole text, for the checks that read it.
  package let document: MarkdownDocument

  init(
    header: EntityHeader, project: Located<ID<Project>>, sprint: Located<ID<Edition>>,
    author: Located<ID<Person>>?, received: CalendarDay?, nothingToReport: String?, done: Section?,
    next: Section?, needs: Section?, outcomes: [Outcome], people: [Located<ID<Person>>],
    document: MarkdownDocument
  ) {
    self.header = header
    self.project = project
    self.sprint = sprint
    self.author = author
    self.received = received
    self.nothingToReport = nothingToReport
    self.done = done
    self.next = next
    self.needs = needs
    self.outcomes = outcomes
    self.people = people
    self.document = document
  }

  /// All that is to be done next or is needed, as written.
  package var steps: [Step] { (next?.steps ?? []) + (needs?.steps ?? []) }

  /// One of the three sections, as written.
  package struct Section: Sendable {
    package let heading: String
    package let headingSpan: Range<Int>
    /// The section's blocks; empty when nothing stands under the heading.
    package let content: HTMLFragment
    package let isEmpty: Bool
    /// The list items under next and needs; none under done.
    package let steps: [Step]
  }
}

/// Something that is to be done next, or that is needed; written as a list item.
///
/// A class, though it never changes, as every later edition tells what became of it.
package final class Step: Sendable {
  package let id: ID<Step>
  /// Whether the author gave the id; otherwise it is made from the words.
  package let hasOwnID: Bool
  package let kind: Kind
  package let span: Range<Int>
  package let content: HTMLFragment
  package let plainText: String
  package let due: Located<DueDate>?
  package let after: Located<ID<Step>>?
  package let owner: Located<ID<Person>>?
  /// Who can give what is needed; a board, a person or an organisation.
  package let from: Located<String>?

  init(
    id: ID<Step>, hasOwnID: Bool, kind: Kind, span: Range<Int>, content: HTMLFragment,
    plainText: String, due: Located<DueDate>?, after: Located<ID<Step>>?,
    owner: Located<ID<Person>>?, from: Located<String>?
  ) {
    self.id = id
    self.hasOwnID = hasOwnID
    self.kind = kind
    self.span = span
    self.content = content
    self.plainText = plainText
    self.due = due
    self.after = after
    self.owner = owner
    self.from = from
  }

  package enum Kind: Sendable, Hashable {
    case next
    case need
  }
}

/// What became of a step of an earlier sprint.
package struct Outcome: Sendable {
  package let step: Located<ID<Step>>
  package let result: Result
  package let remark: String
  package let due: DueDate?

  package enum Result: Sendable, Hashable {
    case done
    case carried
    case changed
    case dropped
  }
}
