package import GregorianCalendar

/// Where a project stands in one stage as at a month.
package struct StageState: Sendable {
  package let stage: Stage
  package let part: Stage.Part?
  package let progress: Progress

  package enum Progress: Sendable, Hashable {
    case done(from: Month, to: Month)
    /// Still going on; `months` counts from the first month to the one shown, both included.
    case current(from: Month, months: Int)
    case notStarted
  }

  /// The first month; `nil` for a stage that has not begun.
  package var from: Month? {
    switch progress {
    case .done(let from, _), .current(let from, _): from
    case .notStarted: nil
    }
  }

  package var isCurrent: Bool { if case .current = progress { true } else { false } }

  /// The months spent in the stage so far, first and last included.
  package var monthCount: Int {
    switch progress {
    case .done(let from, let to): to.index - from.index + 1
    case .current(_, let months): months
    case .notStarted: 0
    }
  }
}

extension Project {
  /// The intervals that had begun by a month, those that go on past it still open.
  package func lifecycle(asAt month: Month) -> [StageInterval] {
    lifecycle.filter { $0.from.value <= month }.map { interval in
      guard case .month(let end) = interval.to.value, end > month else { return interval }
      return StageInterval(
        span: interval.span, stage: interval.stage, part: interval.part, from: interval.from,
        to: interval.to.map { _ in .present }, note: interval.note)
    }
  }

  /// One state for each stage of the lifecycle, in its order, dated or not.
  package func stageStates(in lifecycle: Lifecycle, asAt month: Month) -> [StageState] {
    let intervals = self.lifecycle(asAt: month)
    return lifecycle.stages.map { stage in
      guard let interval = intervals.last(where: { $0.stage.value == stage.id }) else {
        return StageState(stage: stage, part: nil, progress: .notStarted)
      }
      let part = interval.part.flatMap { part in stage.parts.first { $0.id == part.value } }
      let from = interval.from.value
      let progress: StageState.Progress =
        switch interval.to.value {
        case .month(let end): .done(from: from, to: end)
        case .present: .current(from: from, months: month.index - from.index + 1)
        }
      return StageState(stage: stage, part: part, progress: progress)
    }
  }

  /// The stage the project was in at a month, if any.
  package func currentStage(in lifecycle: Lifecycle, asAt month: Month) -> StageState? {
    stageStates(in: lifecycle, asAt: month).last(where: \.isCurrent)
  }

  /// What the status was at a month: a project that ended later counts as active.
  package func status(asAt month: Month) -> Status {
    guard status.isEnded, let ended, ended.value > month else { return status }
    return .active
  }

  /// The people of one role at a month; those with dates outside are left out.
  package static func people(_ involvements: [Involvement], asAt month: Month) -> [ID<Person>] {
    involvements.filter { involvement in
      (involvement.from.map { $0 <= month } ?? true)
        && (involvement.to.map { $0.asAt(month) >= month } ?? true)
    }.map(\.person.value)
  }

  /// The distinct months that stages cover up to a month; a shared month counts once.
  package func monthsInStages(asAt month: Month) -> Int {
    var covered: Set<Month> = []
    for interval in lifecycle(asAt: month) {
      let first = interval.from.value
      let last = interval.to.value.asAt(month)
      guard first <= last else { continue }
      covered.formUnion((first.index...last.index).map(Month.init(index:)))
    }
    return covered.count
  }

  /// The months from the first stage's beginning to a month, both included.
  package func monthsSinceStart(asAt month: Month) -> Int? {
    lifecycle(asAt: month).map(\.from.value).min().map { month.index - $0.index + 1 }
  }
}
