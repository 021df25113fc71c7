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
    let known = editions.prefix { $0.period.value <= edition.period.value }
    let order = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, $0) })
    let updates = updates.filter { order[$0.sprint.value] != nil }
    let outcomes = Dictionary(
      grouping: known.flatMap { edition in
        edition.outcomes.map { (outcome: $0, sprint: edition.id) }
      }
        + updates.flatMap { update in
          update.outcomes.map { (outcome: $0, sprint: update.sprint.value) }
        }, by: \.outcome.step.value)
    var tracked: [TrackedStep] = []
    for edition in known {
      let own = edition.steps.map { (step: $0, project: ID<Project>?.none) }
      let written = updates.filter { $0.sprint.value == edition.id }.flatMap { update in
        ((update.next?.steps ?? []) + (update.needs?.steps ?? [])).map {
          (step: $0, project: Optional(update.project.value))
        }
      }
      for (step, project) in written + own {
        let history = (outcomes[step.id] ?? []).filter {
          (order[$0.sprint] ?? 0) > (order[edition.id] ?? 0)
        }
        tracked.append(Self.tracked(step, of: project, in: edition.id, history: history))
      }
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
