internal import Content
internal import Diagnostics

/// Next steps and needs, and what becomes of them.
struct StepRules {
  let site: Site
  /// How often a step may be carried before someone should ask.
  let carryLimit: Int
  /// Whether steps without date and owner are looked for, which is off by default.
  let findsLooseSteps: Bool

  func findings() -> [Finding] {
    let written = site.editions.map(steps)
    // What became of steps may stand in a file that cannot be read.
    return (site.unreadable.mayHoldSteps ? [] : withoutOutcome(written) + latest())
      + (findsLooseSteps ? loose(written) : []) + badOrder(written)
  }

  /// A step with the file it stands in.
  private struct WrittenStep {
    let step: Step
    let origin: Origin
    let project: ID<Project>?
  }

  private func steps(in edition: Edition) -> [WrittenStep] {
    site.updates.all(in: edition.id).flatMap { update in
      update.steps.map {
        WrittenStep(step: $0, origin: update.header.origin, project: update.project.value)
      }
    }
      + edition.steps.map {
        WrittenStep(step: $0, origin: edition.header.origin, project: nil)
      }
  }

  private func outcomes(in edition: Edition) -> [Outcome] {
    edition.outcomes + site.updates.all(in: edition.id).flatMap(\.outcomes)
  }

  /// Steps that an edition had open and that no later one mentions.
  ///
  /// - Parameter written: What each edition wrote.
  private func withoutOutcome(_ written: [[WrittenStep]]) -> [Finding] {
    let outcomes = site.editions.map(outcomes)
    var findings: [Finding] = []
    var recorded: Set<ID<Step>> = []
    for index in site.editions.indices.dropFirst().reversed() {
      recorded.formUnion(outcomes[index].lazy.map(\.step.value))
      let before = index - 1
      let open = written[before] + kept(outcomes[before], written[...before])
      for step in open where !recorded.contains(step.step.id) {
        findings.append(finding(step, in: site.editions[index], after: site.editions[before]))
      }
    }
    return findings.reversed()
  }

  /// The steps of earlier editions that outcomes of the last leave open.
  private func kept(
    _ outcomes: [Outcome], _ written: ArraySlice<[WrittenStep]>
  ) -> [WrittenStep] {
    let kept = outcomes.filter { $0.result == .carried || $0.result == .changed }
    guard !kept.isEmpty else { return [] }
    let known = Set(written.last?.map(\.step.id) ?? [])
    return kept.filter { !known.contains($0.step.value) }.compactMap { outcome in
      written.lazy.joined().first { $0.step.id == outcome.step.value }
    }
  }

  private func finding(
    _ written: WrittenStep, in edition: Edition, after before: Edition
  ) -> Finding {
    let update = written.project.flatMap { site.updates.update(of: $0, in: edition.id) }
    let kind = written.step.kind == .next ? "next step" : "need"
    return Finding(
      .n01,
      "\(kind) '\(written.step.id)' of \(before.id) has no outcome in \(edition.id); say what"
        + " became of it under \"Since last time\", such as '- [x] #\(written.step.id)'",
      at: update?.header.origin.location(ofKey: "project")
        ?? edition.header.origin.location(ofKey: "title"), subject: written.step.id.text,
      notes: [
        Diagnostic.Note(
          message: "it was written here", location: written.origin.location(written.step.span))
      ])
  }
}

// MARK: - As at the newest edition

extension StepRules {
  private func latest() -> [Finding] {
    guard let latest = site.latestEdition else { return [] }
    let month = latest.period.value.last
    return site.steps.open(asAt: latest).flatMap { tracked -> [Finding] in
      guard tracked.outcome == nil || tracked.carried > 0 else { return [] }
      let origin = site.origin(of: tracked)
      let step = tracked.step
      var findings: [Finding] = []
      if let due = tracked.due, tracked.outcome == nil, tracked.isOverdue(asAt: month) {
        findings.append(
          Finding(
            .n02, "'\(step.id)' was due in \(due.label) and has no outcome by \(latest.id)",
            at: origin.location(step.due?.span ?? step.span), subject: step.id.text))
      }
      if tracked.isOpen, carryLimit > 0, tracked.carried >= carryLimit {
        findings.append(
          Finding(
            .n03,
            "'\(step.id)' has been carried \(tracked.carried == 1 ? "once" : "\(tracked.carried) times");"
              + " do it, change it or drop it",
            at: origin.location(step.span), subject: step.id.text))
      }
      return findings
    }
  }

  private func loose(_ written: [[WrittenStep]]) -> [Finding] {
    written.joined().compactMap { written in
      guard written.step.due == nil, written.step.owner == nil else { return nil }
      return Finding(
        .n04,
        "'\(written.step.id)' has neither a due date nor an owner; add '{due=...}' or"
          + " '{owner=...}'",
        at: written.origin.location(written.step.span), subject: written.step.id.text)
    }
  }

  private func badOrder(_ written: [[WrittenStep]]) -> [Finding] {
    guard written.joined().contains(where: { $0.step.after != nil }) else { return [] }
    var due = Dictionary(
      written.joined().map { ($0.step.id, $0.step.due?.value) },
      uniquingKeysWith: { first, _ in first })
    return written.flatMap { own in
      // Words may make one id in several editions; what an edition wrote itself is meant first.
      for written in own.reversed() { due[written.step.id] = written.step.due?.value }
      return own.compactMap { badOrder($0, due: due) }
    }
  }

  private func badOrder(_ written: WrittenStep, due: [ID<Step>: DueDate?]) -> Finding? {
    guard let after = written.step.after, let own = written.step.due,
      let other = due[after.value] ?? nil, other > own.value
    else { return nil }
    return Finding(
      .n05,
      "'\(written.step.id)' is due in \(own.value.label), but waits for '\(after.value)',"
        + " which is due in \(other.label)",
      at: written.origin.location(own.span), subject: written.step.id.text)
  }
}
