internal import Synchronization

/// Tells how far a build is, from any thread.
package struct BuildProgress: Sendable {
  /// What a build does, one after the other.
  package enum Phase: String, Sendable {
    case reading
    case rendering
    case publishing
  }

  /// Called with the phase, how much of it is done and how much there is; 0 if that is not known.
  package typealias Report = @Sendable (Phase, _ done: Int, _ total: Int) -> Void

  private let state: State?

  /// Tells nobody.
  package static let silent = BuildProgress(state: nil)

  private init(state: State?) { self.state = state }

  package init(_ report: @escaping Report) { state = State(report) }

  func begin(_ phase: Phase, of total: Int) { state?.begin(phase, total) }

  func advance() { state?.advance() }

  private final class State: Sendable {
    private let report: Report
    private let current = Mutex((phase: Phase.reading, done: 0, total: 0))

    init(_ report: @escaping Report) { self.report = report }

    func begin(_ phase: Phase, _ total: Int) {
      current.withLock { $0 = (phase, 0, total) }
      report(phase, 0, total)
    }

    func advance() {
      let (phase, done, total) = current.withLock { current in
        current.done += 1
        return current
      }
      report(phase, done, total)
    }
  }
}
