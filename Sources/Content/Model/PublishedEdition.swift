package import GregorianCalendar

/// What an edition showed its readers, as kept in `sprints/<id>/published.json`.
///
/// The same bytes are published at `/data/edition-<id>.json`. Only what later checks compare is
/// kept in memory; the rest of the record is for programs.
package struct PublishedEdition: Sendable {
  /// The version of the record; one of another version is not read.
  package static let format = "gazette-edition-1"

  package let id: ID<Edition>
  package let stages: [ShownStage]
  package let figures: [ShownFigure]

  /// The months of one stage of a project.
  package struct ShownStage: Sendable, Hashable {
    package let project: ID<Project>
    package let stage: ID<Stage>
    package let from: Month
    package let to: OpenMonth
  }

  /// One stated value.
  package struct ShownFigure: Sendable, Hashable {
    package let metric: ID<Metric>
    package let period: Period
    package let item: String?
    package let value: Number
    package let qualifier: Qualifier
  }
}
