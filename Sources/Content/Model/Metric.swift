public import GregorianCalendar

/// Something that is counted, and whether its counts may be added.
public struct Metric: Sendable {
  public let origin: Origin
  /// Dotted, such as `blog.visitors`.
  public let id: ID<Metric>
  public let name: String
  public let channel: String
  /// The evaluation level's id.
  public let level: Located<String>
  public let unit: String
  /// Whether values for shorter periods may be added to get a longer one.
  public let isAdditive: Bool
  /// The month from which there was anything to count.
  public let since: Month?
  public let derived: Derivation?

  /// How a metric's value is worked out from other entities.
  public enum Derivation: String, Sendable, Hashable, CaseIterable {
    case eventCount = "count(events)"
    case attendanceSum = "sum(events.attendance)"
  }
}

/// One stated value of a metric.
public struct Observation: Sendable {
  public let origin: Origin
  public let metric: Located<ID<Metric>>
  public let period: Located<Period>
  public let value: Located<Number>
  public let qualifier: Qualifier
  public let item: String?
  /// The edition that first stated it.
  public let edition: Located<ID<Edition>>
  public let note: String?
}

/// One stated change of a metric.
public struct Comparison: Sendable {
  public let origin: Origin
  public let metric: Located<ID<Metric>>
  public let period: Located<Period>
  public let against: Period?
  /// The period compared with, in the edition's own words.
  public let againstLabel: String?
  public let change: Change
  public let edition: Located<ID<Edition>>
  public let note: String?
}
