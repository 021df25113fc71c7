internal import Synchronization

/// Notes whether a directive was met while something was fingerprinted.
final class DirectiveSighting: Sendable {
  private let flag = Atomic(false)

  var hasSeen: Bool { flag.load(ordering: .relaxed) }

  func note() { flag.store(true, ordering: .relaxed) }
}
