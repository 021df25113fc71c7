/// One of the stages that every project passes through, in order.
package struct Stage: Sendable {
  package let id: ID<Stage>
  package let number: Int
  package let name: String
  package let parts: [Part]

  /// A named part of a stage, such as Governance within Exploration & Scoping.
  package struct Part: Sendable {
    package let id: ID<Part>
    /// The printed code, such as `2b`.
    package let code: String?
    package let name: String
  }
}

/// The stages of the lifecycle and how strictly their dates are read.
package struct Lifecycle: Sendable {
  package let stages: [Stage]
  package let endings: [Ending]
  /// What a month that ends one stage and begins the next counts as.
  package let sharedBoundaryMonth: Policy
  package let gap: Policy

  package enum Policy: String, Sendable, Hashable, CaseIterable {
    case allow
    case warn
    case error
  }

  /// A way for a project to end, such as `delivered`.
  package struct Ending: Sendable {
    package let id: String
    package let name: String
  }

  package static let none = Lifecycle(
    stages: [], endings: [], sharedBoundaryMonth: .allow, gap: .warn)

  package func stage(_ id: ID<Stage>) -> Stage? { stages.first { $0.id == id } }
}
