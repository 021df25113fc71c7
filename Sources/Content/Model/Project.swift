package import CommonMark
package import GregorianCalendar

/// A piece of analytical work that passes through the stages of the lifecycle.
///
/// A class, though it never changes, as each edition shows many projects as they were then.
package final class Project: Sendable {
  package let header: EntityHeader
  package let id: ID<Project>
  package let permalink: Permalink
  package let title: String
  /// The title as an edition printed it, when it differs.
  package let printedTitle: String?
  package let abbreviations: [Located<String>]
  package let status: Status
  package let question: Located<String>?
  package let aim: Located<String>?
  package let sponsors: [Involvement]
  package let analysts: [Involvement]
  package let partners: [Located<ID<Organisation>>]
  package let lifecycle: [StageInterval]
  /// The month it was delivered or closed.
  package let ended: Located<Month>?
  package let closedBecause: String?
  package let related: [Located<ID<Project>>]
  package let publications: [Publication]
  package let about: MarkdownDocument

  init(
    header: EntityHeader, id: ID<Project>, title: String, printedTitle: String?,
    abbreviations: [Located<String>], status: Status, question: Located<String>?,
    aim: Located<String>?, sponsors: [Involvement], analysts: [Involvement],
    partners: [Located<ID<Organisation>>], lifecycle: [StageInterval], ended: Located<Month>?,
    closedBecause: String?, related: [Located<ID<Project>>], publications: [Publication],
    about: MarkdownDocument
  ) {
    self.header = header
    self.id = id
    permalink = Permalink(page: ["projects", id.text])
    self.title = title
    self.printedTitle = printedTitle
    self.abbreviations = abbreviations
    self.status = status
    self.question = question
    self.aim = aim
    self.sponsors = sponsors
    self.analysts = analysts
    self.partners = partners
    self.lifecycle = lifecycle
    self.ended = ended
    self.closedBecause = closedBecause
    self.related = related
    self.publications = publications
    self.about = about
  }

  /// Where a project stands now; as at an edition, see `ProjectView`.
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case pipeline
    case active
    case paused
    case delivered
    case closed

    /// Whether the work is over.
    package var isEnded: Bool { self == .delivered || self == .closed }
  }

  /// A person's part in a project, for all of it or between two months.
  package struct Involvement: Sendable {
    package let person: Located<ID<Person>>
    package let from: Month?
    package let to: OpenMonth?
  }

  /// Something a project published, such as a methods paper.
  package struct Publication: Sendable {
    package let title: String
    package let link: Located<String>
  }
}

/// The months a project spends in one stage.
package struct StageInterval: Sendable {
  package let span: Range<Int>
  package let stage: Located<ID<Stage>>
  package let part: Located<ID<Stage.Part>>?
  package let from: Located<Month>
  package let to: Located<OpenMonth>
  package let note: String?
}
