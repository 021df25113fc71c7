package import Diagnostics

/// What the catalogue says of a rule: how grave it is, what it is for, how to satisfy it.
package struct RuleEntry: Sendable {
  package let rule: Rule
  package let severity: Diagnostic.Severity
  /// Whether it is checked unless a site says otherwise.
  package let isOn: Bool
  /// One sentence that states the rule.
  package let summary: String
  /// What breaks it.
  package let example: String
  /// How to mend that.
  package let fix: String
  /// The number the rule goes by, which a site may change.
  package let limit: Limit?

  /// A number with the name it has in `site.yaml`.
  package struct Limit: Sendable, Hashable {
    package let name: String
    package let value: Int
  }

  init(
    _ rule: Rule, _ severity: Diagnostic.Severity, isOn: Bool = true, limit: Limit? = nil,
    _ summary: String, example: String, fix: String
  ) {
    self.rule = rule
    self.severity = severity
    self.isOn = isOn
    self.summary = summary
    self.example = example
    self.fix = fix
    self.limit = limit
  }
}

/// Rules that are about the same thing.
package struct RuleFamily: Sendable {
  package let title: String
  package let entries: [RuleEntry]
}

/// Every editorial rule, by family.
package enum RuleCatalogue {
  package static let families: [RuleFamily] = [
    lifecycle, people, updates, steps, events, metrics, glossary, text, dates, access, publishing,
    privacy, waivers,
  ]

  private static let entries: [Rule: RuleEntry] = Dictionary(
    families.flatMap(\.entries).map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })

  /// What is said of a rule.
  package static func entry(_ rule: Rule) -> RuleEntry {
    guard let entry = entries[rule] else {
      preconditionFailure("the catalogue has an entry for every rule, also for \(rule.id)")
    }
    return entry
  }
}
