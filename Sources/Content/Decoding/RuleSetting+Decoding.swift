extension RecordReader {
  /// Reads what a site decides about rules: `{L10: {severity: info, sprints: 8}, T01: off}`.
  mutating func ruleSettings(_ key: String) -> [RuleSetting] {
    record(key, kind: "the rules") { rules -> [RuleSetting] in
      rules.entries.map { entry in
        let rule = Located(entry.key, span: entry.keySpan)
        guard case .mapping = entry.value.content else {
          let level = rules.choice(entry.key, of: RuleSetting.Level.self)?.value
          return RuleSetting(rule: rule, level: level, limits: [])
        }
        let setting = rules.record(entry.key, kind: "a rule's settings") { details in
          RuleSetting(
            rule: rule, level: details.choice("severity", of: RuleSetting.Level.self)?.value,
            limits: details.limits(except: "severity"))
        }
        return setting ?? RuleSetting(rule: rule, level: nil, limits: [])
      }
    } ?? []
  }

  /// Every other key with a whole number; which of them a rule knows is for the rule to say.
  private mutating func limits(except known: String) -> [RuleSetting.Limit] {
    entries.filter { $0.key != known }.compactMap { entry in
      scalar(entry.key, .count).map { value in
        RuleSetting.Limit(name: Located(entry.key, span: entry.keySpan), value: value.value)
      }
    }
  }
}

extension RegisterWaiver {
  init?(_ reader: inout RecordReader) {
    let rule = reader.scalar("rule", .line, required: true)
    let subject = reader.scalar("subject", .line)
    let because = reader.scalar("because", .line, required: true)
    guard let rule, let because else { return nil }
    self.init(rule: rule, subject: subject, because: because.value)
  }
}
