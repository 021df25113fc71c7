/// What an edition says has become of an earlier step or need.
package struct StepChange: Sendable {
  package let step: TrackedStep
  package let outcome: Outcome
}

extension Site {
  /// The steps of editions up to `earlier` on which `later` records an outcome, in its order.
  func stepChanges(from earlier: Edition, to later: Edition) -> [StepChange] {
    (updates.all(in: later.id).flatMap(\.outcomes) + later.outcomes).compactMap { outcome in
      steps.step(outcome.step.value, asAt: earlier).map { StepChange(step: $0, outcome: outcome) }
    }
  }
}
