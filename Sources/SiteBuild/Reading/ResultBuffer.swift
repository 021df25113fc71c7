internal import Synchronization

/// Results that several threads write, each in places of its own, so that none is copied when all
/// are there.
///
/// Unchecked, as the compiler cannot see that the queue gives each place away once and that the
/// results are only taken when every worker has ended.
final class ResultBuffer<Result: Sendable>: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<Result>
  /// The places that hold a result.
  private let filled = Mutex<[Range<Int>]>([])

  init(count: Int) { places = .allocate(capacity: count) }

  deinit {
    // Empty unless an error has stopped the work.
    for range in filled.withLock({ $0 }) { places[range].deinitialize() }
    places.deallocate()
  }

  /// Writes the results of some places that nobody else writes.
  func fill(_ range: Range<Int>, _ result: (Int) throws -> Result) rethrows {
    var end = range.lowerBound
    defer { filled.withLock { $0.append(range.lowerBound..<end) } }
    while end < range.upperBound {
      places.initializeElement(at: end, to: try result(end))
      end += 1
    }
  }

  /// Moves all results out, which must be there.
  func take() -> [Result] {
    let count = filled.withLock { filled in
      defer { filled = [] }
      return filled.reduce(0) { $0 + $1.count }
    }
    precondition(count == places.count, "a result is missing")
    return Array(unsafeUninitializedCapacity: count) { array, initialized in
      initialized = array.moveInitialize(fromContentsOf: places)
    }
  }
}
