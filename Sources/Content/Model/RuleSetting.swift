/// What a site decides about one editorial rule: how grave it is, and where its limits lie.
public struct RuleSetting: Sendable {
  /// The rule's id as written, such as `L10`.
  public let rule: Located<String>
  /// How grave its findings are; the rule's own default when `nil`.
  public let level: Level?
  public let limits: [Limit]

  public enum Level: String, Sendable, Hashable, CaseIterable {
    case off
    case info
    case warning
    case error
  }

  /// A number that the rule goes by, such as `sprints: 8`.
  public struct Limit: Sendable {
    public let name: Located<String>
    public let value: Int
  }
}

/// A finding in a file without front matter that the authors know of and stand by.
public struct RegisterWaiver: Sendable {
  public let rule: Located<String>
  /// What the finding is about, such as an abbreviation; all of the rule's subjects when `nil`.
  public let subject: Located<String>?
  public let because: String
}
