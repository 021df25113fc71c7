internal import Synchronization

/// Holds what a command has finished with until the process ends, which is right then: taking a
/// large site apart, value by value, would cost time for nothing.
enum LeftToTheSystem {
  private static let values = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
