package import GregorianCalendar

/// Something that is counted, and whether its counts may be added.
package struct Metric: Sendable {
  package let origin: Origin
  /// Dotted, such as `blog.visitors`.
  package let id: ID<Metric>
  package let name: String
  package let channel: String
  /// The evaluation level's id.
  package let level: Located<String>
  package let unit: String
  /// Whether values for shorter periods may be added to get a longer one.
  package let isAdditive: Bool
  /// The month from which there was anything to count.
  package let since: Month?
  package let derived: Derivation?

  /// How a metric's value is worked out from other entities.
  package enum Derivation: String, Sendable, Hashable, CaseIterable {
    case eventCount = "count(events)"
    case attendanceSum = "sum(events.attendance)"
  }
}

/// One stated value of a metric.
package struct Observation: Sendable {
  package let origin: Origin
  package let metric: Located<ID<Metric>>
  package let period: Located<Period>
  package let value: Located<Number>
  package let qualifier: Qualifier
  package let item: String?
  /// The edition that first stated it.
  package let edition: Located<ID<Edition>>
  package let note: String?
}

/// One stated change of a metric.
package struct Comparison: Sendable {
  package let origin: Origin
  package let metric: Located<ID<Metric>>
  package let period: Located<Period>
  package let against: Period?
  /// The period compared with, in the edition's own words.
  package let againstLabel: String?
  package let change: Change
  package let edition: Located<ID<Edition>>
  package let note: String?
}
