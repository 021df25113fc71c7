package import CommonMark
package import GregorianCalendar

/// What came of the work for someone else.
///
/// A class, though it never changes, as many passes look through all stories.
package final class ImpactStory: Sendable {
  package let header: EntityHeader
  package let id: ID<ImpactStory>
  package let permalink: Permalink
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

  init(
    header: EntityHeader, id: ID<ImpactStory>, title: String, sprint: Located<ID<Edition>>,
    level: Level, beneficiary: Located<ID<Organisation>>?, evidence: [Located<ID<Project>>],
    places: [String], stage: String?, expected: Located<Month>?, followUps: [FollowUp],
    body: MarkdownDocument
  ) {
    self.header = header
    self.id = id
    permalink = Permalink(page: ["impact", id.text])
    self.title = title
    self.sprint = sprint
    self.level = level
    self.beneficiary = beneficiary
    self.evidence = evidence
    self.places = places
    self.stage = stage
    self.expected = expected
    self.followUps = followUps
    self.body = body
  }

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
