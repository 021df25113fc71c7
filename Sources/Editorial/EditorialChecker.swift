internal import CommonMark
package import Content
package import Diagnostics
package import GregorianCalendar

/// Checks a site by every editorial rule that it has not switched off.
package struct EditorialChecker: Sendable {
  private let site: Site
  private let drafts: Site
  private let today: CalendarDay
  private let policy: RulePolicy

  /// - Parameters:
  ///   - site: What would be published, its bodies with their words.
  ///   - drafts: The same with everything that is still hidden.
  ///   - today: The day of the check.
  package init(site: Site, drafts: Site, today: CalendarDay) {
    self.site = site
    self.drafts = drafts
    self.today = today
    self.policy = RulePolicy(site.settings)
  }

  /// Returns all findings in the order of files and places.
  ///
  /// - Parameter found: What reading and joining the sources found; editorial rules among it
  ///   follow the site's settings and waivers too, the others are returned as they are.
  package func check(alongside found: [Diagnostic] = []) -> [Diagnostic] {
    judge(findings(), alongside: found)
  }

  /// Applies the rules on several threads, which can be done before all else is found.
  ///
  /// - Parameter jobs: How many.
  package func examine(jobs: Int) async -> Examination {
    let texts = await read(jobs: max(1, jobs))
    return Examination(
      checker: self, findings: await Self.all(families(texts)), mentions: mentions(in: texts))
  }

  /// What the rules found, before settings and waivers have their say.
  package struct Examination: Sendable {
    fileprivate let checker: EditorialChecker
    fileprivate let findings: [Finding]
    /// Who on the registers is named in the text of which file.
    package let mentions: [String: Set<String>]

    /// All findings in the order of files and places, those of other passes judged as `check` does.
    package func findings(alongside found: [Diagnostic]) -> [Diagnostic] {
      checker.judge(findings, alongside: found)
    }
  }

  private func mentions(in texts: [ReadPassage]) -> [String: Set<String>] {
    var mentions: [String: Set<String>] = [:]
    for text in texts {
      for match in text.matches {
        switch match.meaning {
        case .person(let index):
          mentions[text.passage.file, default: []].insert("person \(site.people[index].id)")
        case .organisation(let index):
          mentions[text.passage.file, default: []]
            .insert("organisation \(site.organisations[index].id)")
        case .variant, .preferred, .nameWord, .expansion, .month, .placeholder: break
        }
      }
    }
    return mentions
  }

  private func judge(_ findings: [Finding], alongside found: [Diagnostic]) -> [Diagnostic] {
    let subjects = subjects(of: found)
    let judged =
      findings.compactMap(diagnostic) + found.compactMap { self.judged($0, subjects: subjects) }
    var ledger = WaiverLedger(site)
    let remaining = ledger.remaining(judged)
    let unused = ledger.unused().compactMap { self.judged($0) }
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

  /// What the bodies belong to in which reading found something; by their files.
  private func subjects(of found: [Diagnostic]) -> [String: String] {
    // Reading Markdown does not know whose body it is.
    let files = Set(found.lazy.filter { $0.subject == nil }.compactMap(\.location?.file))
    guard !files.isEmpty else { return [:] }
    return Dictionary(
      site.bodies.filter { files.contains($0.origin.file) }.map { ($0.origin.file, $0.subject) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A finding of another pass by the site's own settings.
  private func judged(
    _ diagnostic: Diagnostic, subjects: [String: String] = [:]
  ) -> Diagnostic? {
    // An unknown metric breaks references, whatever a site thinks of units.
    guard let rule = Rule(rawValue: diagnostic.rule), rule != .m01 else { return diagnostic }
    guard let severity = policy.severity(rule, suggested: diagnostic.severity) else { return nil }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    diagnostic.subject = diagnostic.subject ?? diagnostic.location.flatMap { subjects[$0.file] }
    return diagnostic
  }

}

// MARK: - Rules

extension EditorialChecker {
  private typealias Family = @Sendable () -> [Finding]

  private func findings() -> [Finding] {
    let index = PhraseIndex(site.phrases())
    let texts = site.passages().map { ReadPassage($0, index: index) }
    return families(texts).flatMap { $0() }
  }

  /// Reads all texts on several threads.
  private func read(jobs: Int) async -> [ReadPassage] {
    let index = PhraseIndex(site.phrases())
    let passages = site.passages()
    let size = max(1, (passages.count + jobs * 4 - 1) / (jobs * 4))
    let chunks = stride(from: 0, to: passages.count, by: size).map { start in
      { @Sendable in
        passages[start..<min(start + size, passages.count)].map { ReadPassage($0, index: index) }
      }
    }
    return await Self.all(chunks)
  }

  /// What every part gives, in the order of the parts.
  private static func all<Result: Sendable>(_ parts: [@Sendable () -> [Result]]) async -> [Result] {
    await withTaskGroup(of: (Int, [Result]).self) { group in
      for (number, part) in parts.enumerated() { group.addTask { (number, part()) } }
      var results: [(Int, [Result])] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func families(_ texts: [ReadPassage]) -> [Family] {
    let (site, drafts, today, policy) = (site, drafts, today, policy)
    // Those that were left unread have nothing to find.
    let bodies = site.bodies { !$0.isUnread }
    return [
      {
        GlossaryRules(site: site, texts: texts, findsLateExpansions: policy.isOn(.g04)).findings()
      },
      { TextRules(site: site, texts: texts, bodies: bodies).findings() },
      { PrivacyRules(site: site, texts: texts, bodies: bodies).findings() },
      { PeopleRules(site: site, texts: texts).findings() },
      { AccessRules(site: site, bodies: bodies).findings() },
      { LifecycleRules(site: site, sprintLimit: policy.limit(.l10)).findings() },
      {
        UpdateRules(
          site: site, drafts: drafts, today: today, texts: texts, similarity: policy.limit(.u07)
        ).findings()
      },
      {
        StepRules(
          site: site, carryLimit: policy.limit(.n03), findsLooseSteps: policy.isOn(.n04)
        ).findings()
      },
      { EventRules(site: site, today: today, texts: texts).findings() },
      { MetricRules(site: site).findings() },
      { policy.isOn(.m09) ? ProseFigureRules(site: site, texts: texts).findings() : [] },
      { DateRules(site: site, texts: texts).findings() },
      { PublishingRules(site: site, drafts: drafts).findings() },
      { MemoryRules(site: site).findings() },
    ]
  }
}
