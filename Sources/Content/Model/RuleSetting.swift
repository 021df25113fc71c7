/// What a site decides about one editorial rule: how grave it is, and where its limits lie.
package struct RuleSetting: Sendable {
  /// The rule's id as written, such as `L10`.
  package let rule: Located<String>
  /// How grave its findings are; the rule's own default when `nil`.
  package let level: Level?
  package let limits: [Limit]

  package enum Level: String, Sendable, Hashable, CaseIterable {
    case off
    case info
    case warning
    case error
  }

  /// A number that the rule goes by, such as `sprints: 8`.
  package struct Limit: Sendable {
    package let name: Located<String>
    package let value: Int
  }
}

/// A finding in a file without front matter that the authors know of and stand by.
package struct RegisterWaiver: Sendable {
  package let rule: Located<String>
  /// What the finding is about, such as an abbreviation; all of the rule's subjects when `nil`.
  package let subject: Located<String>?
  package let because: String
}
