package import CommonMark
package import GregorianCalendar

/// What came of the work for someone else.
package struct ImpactStory: Sendable {
  package let header: EntityHeader
  package let id: ID<ImpactStory>
  package let title: String
  package let sprint: Located<ID<Edition>>
  package let level: Level
  package let beneficiary: Located<ID<Organisation>>?
  /// The projects whose findings it rests on; never none.
  package let evidence: [Located<ID<Project>>]
  package let places: [String]
  package let stage: String?
  package let expected: Located<Month>?
  package let followUps: [FollowUp]
  package let body: MarkdownDocument

  /// How far along the way from work to change it is.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case outtake
    case outcome
    case impact
  }

  package struct FollowUp: Sendable {
    package let sprint: Located<ID<Edition>>
    package let text: String
  }
}
