/// One of the stages that every project passes through, in order.
public struct Stage: Sendable {
  public let id: ID<Stage>
  public let number: Int
  public let name: String
  public let parts: [Part]

  /// A named part of a stage, such as Governance within Exploration & Scoping.
  public struct Part: Sendable {
    public let id: ID<Part>
    /// The printed code, such as `2b`.
    public let code: String?
    public let name: String
  }
}

/// The stages of the lifecycle and how strictly their dates are read.
public struct Lifecycle: Sendable {
  public let stages: [Stage]
  public let endings: [Ending]
  /// What a month that ends one stage and begins the next counts as.
  public let sharedBoundaryMonth: Policy
  public let gap: Policy

  public enum Policy: String, Sendable, Hashable, CaseIterable {
    case allow
    case warn
    case error
  }

  /// A way for a project to end, such as `delivered`.
  public struct Ending: Sendable {
    public let id: String
    public let name: String
  }

  public static let none = Lifecycle(
    stages: [], endings: [], sharedBoundaryMonth: .allow, gap: .warn)

  public func stage(_ id: ID<Stage>) -> Stage? { stages.first { $0.id == id } }
}
