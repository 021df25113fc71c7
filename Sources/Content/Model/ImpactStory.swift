public import CommonMark
public import GregorianCalendar

/// What came of the work for someone else.
public struct ImpactStory: Sendable {
  public let header: EntityHeader
  public let id: ID<ImpactStory>
  public let title: String
  public let sprint: Located<ID<Edition>>
  public let level: Level
  public let beneficiary: Located<ID<Organisation>>?
  /// The projects whose findings it rests on; never none.
  public let evidence: [Located<ID<Project>>]
  public let places: [String]
  public let stage: String?
  public let expected: Located<Month>?
  public let followUps: [FollowUp]
  public let body: MarkdownDocument

  /// How far along the way from work to change it is.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case outtake
    case outcome
    case impact
  }

  public struct FollowUp: Sendable {
    public let sprint: Located<ID<Edition>>
    public let text: String
  }
}
