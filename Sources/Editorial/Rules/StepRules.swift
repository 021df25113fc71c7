internal import Content
internal import Diagnostics

/// Next steps and needs, and what becomes of them.
struct StepRules {
  let site: Site
  let updates: UpdateIndex
  /// How often a step may be carried before someone should ask.
  let carryLimit: Int
  /// Whether steps without date and owner are looked for, which is off by default.
  let findsLooseSteps: Bool

  func findings() -> [Finding] {
    // What became of steps may stand in a file that cannot be read.
    (site.unreadable.mayHoldSteps ? [] : withoutOutcome() + latest())
      + (findsLooseSteps ? loose() : []) + badOrder()
  }

  /// A step with the file it stands in.
  private struct WrittenStep {
    let step: Step
    let origin: Origin
    let project: ID<Project>?
  }

  private func steps(in edition: Edition) -> [WrittenStep] {
    updates.all(in: edition.id).flatMap { update in
      update.steps.map {
        WrittenStep(step: $0, origin: update.header.origin, project: update.project.value)
      }
    }
      + edition.steps.map {
        WrittenStep(step: $0, origin: edition.header.origin, project: nil)
      }
  }

  private func outcomes(in edition: Edition) -> [Outcome] {
    edition.outcomes
      + updates.all(in: edition.id).flatMap(\.outcomes)
  }

  /// Steps that an edition had open and that no later one mentions.
  private func withoutOutcome() -> [Finding] {
    var findings: [Finding] = []
    var recorded: Set<ID<Step>> = []
    for (index, edition) in site.editions.enumerated().reversed() where index > 0 {
      recorded.formUnion(outcomes(in: edition).map(\.step.value))
      let before = site.editions[index - 1]
      let carried = outcomes(in: before).filter { $0.result == .carried || $0.result == .changed }
      let written = steps(in: before)
      let known = Set(written.map(\.step.id))
      let open =
        written
        + carried.filter { !known.contains($0.step.value) }
        .compactMap { original($0.step.value, before: index) }
      for step in open where !recorded.contains(step.step.id) {
        findings.append(finding(step, in: edition, after: before))
      }
    }
    return findings.reversed()
  }

  private func original(_ id: ID<Step>, before index: Int) -> WrittenStep? {
    site.editions.prefix(index).lazy.flatMap(steps).first { $0.step.id == id }
  }

  private func finding(
    _ written: WrittenStep, in edition: Edition, after before: Edition
  ) -> Finding {
    let update = written.project.flatMap { updates.update(of: $0, in: edition.id) }
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
    let origins = origins()
    return site.trackedSteps(upTo: latest).flatMap { tracked -> [Finding] in
      guard let origin = origins[StepKey(tracked.firstSprint, tracked.project)] else { return [] }
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

  /// Names the file that a step stands in.
  private struct StepKey: Hashable {
    let sprint: ID<Edition>
    let project: ID<Project>?

    init(_ sprint: ID<Edition>, _ project: ID<Project>?) {
      self.sprint = sprint
      self.project = project
    }
  }

  private func origins() -> [StepKey: Origin] {
    var origins: [StepKey: Origin] = [:]
    for edition in site.editions { origins[StepKey(edition.id, nil)] = edition.header.origin }
    for update in site.updates {
      origins[StepKey(update.sprint.value, update.project.value)] = update.header.origin
    }
    return origins
  }

  private func loose() -> [Finding] {
    site.editions.flatMap(steps).compactMap { written in
      guard written.step.due == nil, written.step.owner == nil else { return nil }
      return Finding(
        .n04,
        "'\(written.step.id)' has neither a due date nor an owner; add '{due=...}' or"
          + " '{owner=...}'",
        at: written.origin.location(written.step.span), subject: written.step.id.text)
    }
  }

  private func badOrder() -> [Finding] {
    let all = site.editions.map(steps)
    var due = Dictionary(
      all.joined().map { ($0.step.id, $0.step.due?.value) },
      uniquingKeysWith: { first, _ in first })
    return all.flatMap { own in
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
