public import CommonMark
public import GregorianCalendar

/// A piece of analytical work that passes through the stages of the lifecycle.
public struct Project: Sendable {
  public let header: EntityHeader
  public let id: ID<Project>
  public let title: String
  /// The title as an edition printed it, when it differs.
  public let printedTitle: String?
  public let abbreviations: [Located<String>]
  public let status: Status
  public let question: Located<String>?
  public let aim: Located<String>?
  public let sponsors: [Involvement]
  public let analysts: [Involvement]
  public let partners: [Located<ID<Organisation>>]
  public let lifecycle: [StageInterval]
  /// The month it was delivered or closed.
  public let ended: Located<Month>?
  public let closedBecause: String?
  public let related: [Located<ID<Project>>]
  public let publications: [Publication]
  public let about: MarkdownDocument

  /// Where a project stands now; as at an edition, see `ProjectView`.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case pipeline
    case active
    case paused
    case delivered
    case closed

    /// Whether the work is over.
    public var isEnded: Bool { self == .delivered || self == .closed }
  }

  /// A person's part in a project, for all of it or between two months.
  public struct Involvement: Sendable {
    public let person: Located<ID<Person>>
    public let from: Month?
    public let to: OpenMonth?
  }

  /// Something a project published, such as a methods paper.
  public struct Publication: Sendable {
    public let title: String
    public let link: Located<String>
  }
}

/// The months a project spends in one stage.
public struct StageInterval: Sendable {
  public let span: Range<Int>
  public let stage: Located<ID<Stage>>
  public let part: Located<ID<Stage.Part>>?
  public let from: Located<Month>
  public let to: Located<OpenMonth>
  public let note: String?
}
