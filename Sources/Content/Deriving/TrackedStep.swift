package import GregorianCalendar

/// A step or need with what later editions made of it, as at one edition.
package struct TrackedStep: Sendable {
  package let step: Step
  /// `nil` for a step of the programme as a whole.
  package let project: ID<Project>?
  package let firstSprint: ID<Edition>
  /// As first written, or as changed by the last outcome that gave another.
  package let due: DueDate?
  /// How often it was carried into another sprint.
  package let carried: Int
  package let outcome: Outcome?
  /// The edition that recorded the outcome.
  package let closedIn: ID<Edition>?

  package var isOpen: Bool { closedIn == nil }

  /// Whether it should have been finished before a month.
  package func isOverdue(asAt month: Month) -> Bool {
    isOpen && (due.map { $0.month < month } ?? false)
  }
}

extension ProjectUpdate {
  /// The steps of one kind as they were written, whatever became of them since.
  package func stepsAsWritten(_ kind: Step.Kind) -> [TrackedStep] {
    let section = kind == .next ? next : needs
    return (section?.steps ?? []).map { step in
      TrackedStep(
        step: step, project: project.value, firstSprint: sprint.value, due: step.due?.value,
        carried: 0, outcome: nil, closedIn: nil)
    }
  }
}

extension Site {
  /// Every step and need that was written by an edition, in order, with its outcome by then.
  package func trackedSteps(upTo edition: Edition) -> [TrackedStep] {
    let known = Array(editions.prefix { $0.period.value <= edition.period.value })
    return trackedSteps(of: known, asAt: known)
  }

  /// Those that an edition wrote, with what editions of its own period made of them.
  package func trackedSteps(of edition: Edition) -> [TrackedStep] {
    trackedSteps(
      of: [edition], asAt: editions.filter { $0.period.value == edition.period.value })
  }

  /// The steps that some editions wrote, with the outcomes that others among `known` record.
  ///
  /// - Parameter known: In the site's order.
  private func trackedSteps(
    of writers: [Edition], asAt known: [Edition]
  ) -> [TrackedStep] {
    let order = Dictionary(
      known.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var updatesBySprint: [ID<Edition>: [ProjectUpdate]] = [:]
    for update in updates where order[update.sprint.value] != nil {
      updatesBySprint[update.sprint.value, default: []].append(update)
    }
    var outcomes: [ID<Step>: [(outcome: Outcome, sprint: ID<Edition>)]] = [:]
    for edition in known {
      let recorded =
        edition.outcomes + (updatesBySprint[edition.id] ?? []).flatMap(\.outcomes)
      for outcome in recorded {
        outcomes[outcome.step.value, default: []].append((outcome, edition.id))
      }
    }
    var tracked: [TrackedStep] = []
    for edition in writers {
      let position = order[edition.id] ?? 0
      func track(_ step: Step, of project: ID<Project>?) {
        let history = (outcomes[step.id] ?? []).filter { (order[$0.sprint] ?? 0) > position }
        tracked.append(Self.tracked(step, of: project, in: edition.id, history: history))
      }
      for update in updatesBySprint[edition.id] ?? [] {
        for step in update.steps { track(step, of: update.project.value) }
      }
      for step in edition.steps { track(step, of: nil) }
    }
    return tracked
  }

  private static func tracked(
    _ step: Step, of project: ID<Project>?, in sprint: ID<Edition>,
    history: [(outcome: Outcome, sprint: ID<Edition>)]
  ) -> TrackedStep {
    let closing = history.first { $0.outcome.result == .done || $0.outcome.result == .dropped }
    return TrackedStep(
      step: step, project: project, firstSprint: sprint,
      due: history.last { $0.outcome.due != nil }?.outcome.due ?? step.due?.value,
      carried: history.count { $0.outcome.result == .carried },
      outcome: closing?.outcome ?? history.last?.outcome, closedIn: closing?.sprint)
  }
}
