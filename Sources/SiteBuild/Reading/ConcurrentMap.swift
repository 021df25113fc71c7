internal import Synchronization

/// Applies a function to many values on several threads, with the results in order.
enum ConcurrentMap {
  /// Returns `transform` of every item, worked out by at most `jobs` workers at once.
  ///
  /// Each worker has a state of its own, such as buffers, made by `makeWorker` and used for all
  /// the items that the worker takes. The first error thrown stops the rest.
  static func map<Item: Sendable, Worker, Result: Sendable>(
    _ items: [Item], jobs: Int, makeWorker: @escaping @Sendable () -> Worker,
    _ transform: @escaping @Sendable (inout Worker, Item) throws -> Result
  ) async throws -> [Result] {
    let queue = ChunkQueue(count: items.count, jobs: max(1, jobs))
    let results = ResultBuffer<Result>(count: items.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(jobs, items.count)) {
        group.addTask {
          var worker = makeWorker()
          while let range = queue.next() {
            try Task.checkCancellation()
            do {
              try results.fill(range) { try transform(&worker, items[$0]) }
            } catch {
              // The group learns of it only when a thread is free to tell it.
              queue.end()
              throw error
            }
          }
        }
      }
      try await group.waitForAll()
    }
    return results.take()
  }

  /// The same for functions that need no state.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    try await map(items, jobs: jobs, makeWorker: {}) { (_: inout Void, item) in
      try transform(item)
    }
  }

  /// Works out two things at once, or one after the other if only one job may run.
  static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) async -> (First, Second) {
    guard jobs > 1 else { return (first(), second()) }
    async let other = second()
    return (first(), await other)
  }

  /// The same for functions that may throw; if both do, the first one's error is told.
  static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @escaping @Sendable () async throws -> First,
    and second: @escaping @Sendable () async throws -> Second
  ) async throws -> (First, Second) {
    guard jobs > 1 else { return (try await first(), try await second()) }
    async let other = second()
    return (try await first(), try await other)
  }

  /// Hands out runs of indexes: long ones first, which cost little, and ever shorter ones, so that
  /// all workers end at about the same time.
  private final class ChunkQueue: Sendable {
    private let count: Int
    private let jobs: Int
    private let position = Mutex(0)

    init(count: Int, jobs: Int) {
      self.count = count
      self.jobs = jobs
    }

    func next() -> Range<Int>? {
      position.withLock { position in
        guard position < count else { return nil }
        let start = position
        position += max(1, min(64, (count - position) / (jobs * 4)))
        return start..<position
      }
    }

    /// Hands out no more.
    func end() { position.withLock { $0 = count } }
  }
}
