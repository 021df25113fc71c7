internal import Content
internal import Diagnostics

/// What a site decides about the rules: which are on, how grave they are, where their limits lie.
struct RulePolicy {
  private let levels: [Rule: RuleSetting.Level]
  private let limits: [Rule: Int]
  /// What is wrong in the settings themselves.
  let diagnostics: [Diagnostic]

  init(_ settings: SiteSettings) {
    var levels: [Rule: RuleSetting.Level] = [:]
    var limits: [Rule: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for setting in settings.rules {
      guard let rule = Rule(rawValue: setting.rule.value) else {
        diagnostics.append(Self.unknownRule(setting.rule, in: settings.origin))
        continue
      }
      levels[rule] = setting.level
      let known = RuleCatalogue.entry(rule).limit
      for limit in setting.limits {
        if limit.name.value == known?.name {
          limits[rule] = limit.value
        } else {
          diagnostics.append(Self.unknownLimit(limit, of: rule, known, in: settings.origin))
        }
      }
    }
    self.levels = levels
    self.limits = limits
    self.diagnostics = diagnostics
  }

  func isOn(_ rule: Rule) -> Bool {
    levels[rule].map { $0 != .off } ?? RuleCatalogue.entry(rule).isOn
  }

  /// The number that a rule goes by.
  func limit(_ rule: Rule) -> Int { limits[rule] ?? RuleCatalogue.entry(rule).limit?.value ?? 0 }

  /// How grave a finding is, or `nil` when its rule is off.
  func severity(_ rule: Rule, suggested: Diagnostic.Severity? = nil) -> Diagnostic.Severity? {
    switch levels[rule] {
    case .off: nil
    case .info: .info
    case .warning: .warning
    case .error: .error
    case nil:
      RuleCatalogue.entry(rule).isOn ? suggested ?? RuleCatalogue.entry(rule).severity : nil
    }
  }
}

extension RulePolicy {
  static func unknownRule(_ name: Located<String>, in origin: Origin) -> Diagnostic {
    let hint = NearestName.hint(name.value, among: Rule.allCases.map(\.id))
    return Diagnostic(
      rule: "S07", severity: .error, message: "there is no editorial rule '\(name.value)'\(hint)",
      location: origin.location(name.span), subject: name.value)
  }

  private static func unknownLimit(
    _ limit: RuleSetting.Limit, of rule: Rule, _ known: RuleEntry.Limit?, in origin: Origin
  ) -> Diagnostic {
    let expectation = known.map { "it goes by '\($0.name)'" } ?? "it has no limit to set"
    return Diagnostic(
      rule: "S01", severity: .error,
      message: "rule \(rule.id) knows no '\(limit.name.value)'; \(expectation)",
      location: origin.location(limit.name.span), subject: rule.id)
  }
}
