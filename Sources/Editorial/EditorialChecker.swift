package import Content
package import Diagnostics

/// Checks a site by every editorial rule that it has not switched off.
package struct EditorialChecker {
  private let site: Site
  private let drafts: Site
  private let today: CalendarDay
  private let policy: RulePolicy
  /// What the body of each file belongs to.
  private let subjects: [String: String]

  /// - Parameters:
  ///   - site: What would be published, its bodies with their words.
  ///   - drafts: The same with everything that is still hidden.
  ///   - today: The day of the check.
  package init(site: Site, drafts: Site, today: CalendarDay) {
    self.site = site
    self.drafts = drafts
    self.today = today
    self.policy = RulePolicy(site.settings)
    self.subjects = Dictionary(
      site.bodies.map { ($0.origin.file, $0.subject) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns all findings in the order of files and places.
  ///
  /// - Parameter found: What reading and joining the sources found; editorial rules among it
  ///   follow the site's settings and waivers too, the others are returned as they are.
  package func check(alongside found: [Diagnostic] = []) -> [Diagnostic] {
    let judged = findings().compactMap(diagnostic) + found.compactMap(judged)
    var ledger = WaiverLedger(site)
    let remaining = ledger.remaining(judged)
    let unused = ledger.unused().compactMap(self.judged)
    return (policy.diagnostics + remaining + unused).sorted()
  }

  private func diagnostic(_ finding: Finding) -> Diagnostic? {
    policy.severity(finding.rule, suggested: finding.severity).map { severity in
      Diagnostic(
        rule: finding.rule.id, severity: severity, message: finding.message,
        location: finding.location, subject: finding.subject, notes: finding.notes,
        fixIts: finding.fixIts)
    }
  }

  /// A finding of another pass by the site's own settings.
  private func judged(_ diagnostic: Diagnostic) -> Diagnostic? {
    // An unknown metric breaks references, whatever a site thinks of units.
    guard let rule = Rule(rawValue: diagnostic.rule), rule != .m01 else { return diagnostic }
    guard let severity = policy.severity(rule, suggested: diagnostic.severity) else { return nil }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    // Reading Markdown does not know whose body it is.
    diagnostic.subject = diagnostic.subject ?? diagnostic.location.flatMap { subjects[$0.file] }
    return diagnostic
  }

  private func findings() -> [Finding] {
    let index = PhraseIndex(site.phrases())
    let texts = site.passages().map { ReadPassage($0, index: index) }
    var findings = LifecycleRules(site: site, sprintLimit: policy.limit(.l10)).findings()
    findings += PeopleRules(site: site, texts: texts).findings()
    findings += UpdateRules(
      site: site, drafts: drafts, today: today, texts: texts, similarity: policy.limit(.u07)
    ).findings()
    findings += StepRules(
      site: site, carryLimit: policy.limit(.n03), findsLooseSteps: policy.isOn(.n04)
    ).findings()
    findings += EventRules(site: site, today: today, texts: texts).findings()
    findings += MetricRules(site: site).findings()
    if policy.isOn(.m09) { findings += ProseFigureRules(site: site, texts: texts).findings() }
    findings += GlossaryRules(site: site, texts: texts, findsLateExpansions: policy.isOn(.g04))
      .findings()
    findings += TextRules(site: site, texts: texts).findings()
    findings += DateRules(site: site, texts: texts).findings()
    findings += AccessRules(site: site).findings()
    findings += PublishingRules(site: site, drafts: drafts).findings()
    findings += PrivacyRules(site: site, texts: texts).findings()
    findings += MemoryRules(site: site).findings()
    return findings
  }
}
