internal import Synchronization

/// All steps and needs of a site with what editions made of them, to be asked as at any edition.
package final class StepHistory: Sendable {
  /// In the site's order.
  private let editions: EntityTable<Edition>
  private let updates: UpdateTable
  /// Made when it is first asked for, as who reads a site need not ask of its steps.
  private let found = Mutex<Index?>(nil)
  /// Where each step was written; made when it is first asked for too.
  private let writers = Mutex<[ID<Step>: [WrittenStep]]?>(nil)

  /// - Parameter editions: By period, oldest first.
  init(editions: EntityTable<Edition>, updates: UpdateTable) {
    self.editions = editions
    self.updates = updates
  }

  private var index: Index {
    found.withLock { found in
      let index = found ?? Index(editions, updates)
      found = index
      return index
    }
  }

  private func writers(of id: ID<Step>) -> [WrittenStep] {
    writers.withLock { writers in
      let all = writers ?? Dictionary(grouping: index.written.joined(), by: \.step.id)
      writers = all
      return all[id] ?? []
    }
  }
}

/// What was written and recorded where.
private struct Index {
  /// By the position of the edition that wrote them.
  let written: [[WrittenStep]]
  /// In the order of editions.
  let outcomes: [ID<Step>: [RecordedOutcome]]

  init(_ editions: EntityTable<Edition>, _ updates: UpdateTable) {
    var written: [[WrittenStep]] = []
    var outcomes: [ID<Step>: [RecordedOutcome]] = [:]
    for (position, edition) in editions.enumerated() {
      let ofEdition = updates.all(in: edition.id)
      let steps =
        ofEdition.flatMap { update in
          update.steps.map {
            WrittenStep(step: $0, project: update.project.value, position: position)
          }
        } + edition.steps.map { WrittenStep(step: $0, project: nil, position: position) }
      written.append(steps)
      for outcome in edition.outcomes + ofEdition.flatMap(\.outcomes) {
        outcomes[outcome.step.value, default: []]
          .append(RecordedOutcome(outcome: outcome, position: position))
      }
    }
    self.written = written
    self.outcomes = outcomes
  }
}

/// A step where an edition, or an update in it, wrote it.
private struct WrittenStep {
  let step: Step
  let project: ID<Project>?
  /// The edition's.
  let position: Int
}

/// An outcome with the position of the edition that recorded it.
private struct RecordedOutcome {
  let outcome: Outcome
  let position: Int
}

// MARK: - Asking

extension StepHistory {
  /// Every step and need that was written by an edition, in order, with its outcome by then.
  package func all(upTo edition: Edition) -> [TrackedStep] {
    let (index, end) = (index, end(of: edition))
    return index.written[..<end].joined().map { tracked($0, before: end, index) }
  }

  /// Those that an edition wrote, with what editions of its own period made of them.
  package func all(of edition: Edition) -> [TrackedStep] {
    let (index, end) = (index, end(of: edition))
    guard let position = editions.position(of: edition.id) else { return [] }
    return index.written[position].map { tracked($0, before: end, index) }
  }

  /// Those that are open as at an edition.
  package func open(asAt edition: Edition) -> [TrackedStep] {
    all(upTo: edition).filter(\.isOpen)
  }

  /// Those that are open as at each edition, without looking again at those that were closed.
  package func openByEdition() -> [ID<Edition>: [TrackedStep]] {
    let index = index
    var found: [ID<Edition>: [TrackedStep]] = [:]
    var (open, tracked): ([WrittenStep], [TrackedStep]) = ([], [])
    var end = 0
    for edition in editions {
      let next = self.end(of: edition)
      if next > end {
        let candidates = (open + index.written[end..<next].joined()).map {
          (written: $0, tracked: self.tracked($0, before: next, index))
        }
        .filter(\.tracked.isOpen)
        open = candidates.map(\.written)
        tracked = candidates.map(\.tracked)
        end = next
      }
      found[edition.id] = tracked
    }
    return found
  }

  /// The step of an id as at an edition; of several the last that was written by then.
  package func step(_ id: ID<Step>, asAt edition: Edition) -> TrackedStep? {
    let (index, end) = (index, end(of: edition))
    return writers(of: id).last { $0.position < end }.map { tracked($0, before: end, index) }
  }

  /// The position behind the editions of up to the same period.
  private func end(of edition: Edition) -> Int {
    var (low, high) = (0, editions.count)
    while low < high {
      let middle = (low + high) / 2
      if editions[middle].period.value <= edition.period.value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// - Parameter end: The position behind the editions that may have recorded outcomes.
  private func tracked(
    _ written: WrittenStep, before end: Int, _ index: Index
  ) -> TrackedStep {
    let history = (index.outcomes[written.step.id] ?? []).filter {
      $0.position > written.position && $0.position < end
    }
    let closing = history.first {
      $0.outcome.result == .done || $0.outcome.result == .dropped
    }
    return TrackedStep(
      step: written.step, project: written.project, firstSprint: editions[written.position].id,
      due: history.last { $0.outcome.due != nil }?.outcome.due ?? written.step.due?.value,
      carried: history.count { $0.outcome.result == .carried },
      outcome: closing?.outcome ?? history.last?.outcome,
      closedIn: closing.map { editions[$0.position].id })
  }
}
