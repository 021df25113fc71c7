public import GregorianCalendar

/// What an edition showed its readers, as kept in `sprints/<id>/published.json`.
///
/// The same bytes are published at `/data/edition-<id>.json`. Only what later checks compare is
/// kept in memory; the rest of the record is for programs.
public struct PublishedEdition: Sendable {
  /// The version of the record; one of another version is not read.
  public static let format = "gazette-edition-1"

  public let id: ID<Edition>
  public let stages: [ShownStage]
  public let figures: [ShownFigure]

  /// The months of one stage of a project.
  public struct ShownStage: Sendable, Hashable {
    public let project: ID<Project>
    public let stage: ID<Stage>
    public let from: Month
    public let to: OpenMonth
  }

  /// One stated value.
  public struct ShownFigure: Sendable, Hashable {
    public let metric: ID<Metric>
    public let period: Period
    public let item: String?
    public let value: Number
    public let qualifier: Qualifier
  }
}
