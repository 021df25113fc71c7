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
  /// The file that a step was first written in.
  package func origin(of tracked: TrackedStep) -> Origin {
    let update = tracked.project.flatMap { updates.update(of: $0, in: tracked.firstSprint) }
    return update?.header.origin ?? editions[tracked.firstSprint]?.header.origin
      ?? settings.origin
  }
}
