/// What an edition says has become of an earlier step or need.
package struct StepChange: Sendable {
  package let step: TrackedStep
  package let outcome: Outcome
}

extension Site {
  /// The steps of editions up to `earlier` on which `later` records an outcome, in its order.
  func stepChanges(from earlier: Edition, to later: Edition) -> [StepChange] {
    let outcomes =
      updates.filter { $0.sprint.value == later.id }.flatMap(\.outcomes) + later.outcomes
    guard !outcomes.isEmpty else { return [] }
    let known = Dictionary(
      trackedSteps(upTo: earlier).map { ($0.step.id, $0) }, uniquingKeysWith: { _, last in last })
    return outcomes.compactMap { outcome in
      known[outcome.step.value].map { StepChange(step: $0, outcome: outcome) }
    }
  }
}
