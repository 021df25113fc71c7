public import Diagnostics

/// What the catalogue says of a rule: how grave it is, what it is for, how to satisfy it.
public struct RuleEntry: Sendable {
  public let rule: Rule
  public let severity: Diagnostic.Severity
  /// Whether it is checked unless a site says otherwise.
  public let isOn: Bool
  /// One sentence that states the rule.
  public let summary: String
  /// What breaks it.
  public let example: String
  /// How to mend that.
  public let fix: String
  /// The number the rule goes by, which a site may change.
  public let limit: Limit?

  /// A number with the name it has in `site.yaml`.
  public struct Limit: Sendable, Hashable {
    public let name: String
    public let value: Int
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
public struct RuleFamily: Sendable {
  public let title: String
  public let entries: [RuleEntry]
}

/// Every editorial rule, by family.
public enum RuleCatalogue {
  public static let families: [RuleFamily] = [
    lifecycle, people, updates, steps, events, metrics, glossary, text, dates, access, publishing,
    privacy, waivers,
  ]

  private static let entries: [Rule: RuleEntry] = Dictionary(
    families.flatMap(\.entries).map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })

  /// What is said of a rule.
  public static func entry(_ rule: Rule) -> RuleEntry {
    guard let entry = entries[rule] else {
      preconditionFailure("the catalogue has an entry for every rule, also for \(rule.id)")
    }
    return entry
  }
}
