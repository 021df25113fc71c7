import Synchronization
import Testing

@testable import SiteBuild

@Suite struct ConcurrentMapTests {
  /// Counts the values that are alive.
  private final class Tally: Sendable {
    let count = Atomic(0)
  }

  private final class Counted: Sendable {
    let number: Int
    private let tally: Tally

    init(_ number: Int, _ tally: Tally) {
      self.number = number
      self.tally = tally
      tally.count.add(1, ordering: .relaxed)
    }

    deinit { tally.count.subtract(1, ordering: .relaxed) }
  }

  private struct Refusal: Error, Equatable {}

  @Test(arguments: [0, 1, 2, 63, 64, 65, 1_000], [1, 2, 7])
  func resultsComeInTheOrderOfTheirItems(_ count: Int, _ jobs: Int) async throws {
    let tally = Tally()
    var results = try await ConcurrentMap.map(Array(0..<count), jobs: jobs) { Counted($0, tally) }
    #expect(results.map(\.number) == Array(0..<count))
    #expect(tally.count.load(ordering: .relaxed) == count)
    results = []
    #expect(tally.count.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [0, 1, 499, 500, 999], [1, 2, 7])
  func nothingIsLeftAfterAnError(_ place: Int, _ jobs: Int) async throws {
    let tally = Tally()
    await #expect(throws: Refusal()) {
      try await ConcurrentMap.map(Array(0..<1_000), jobs: jobs) { number in
        if number == place { throw Refusal() }
        return Counted(number, tally)
      }
    }
    #expect(tally.count.load(ordering: .relaxed) == 0)
  }
  /// Without that, the others would go on to the end: the queue is never empty before.
  @Test(arguments: [1, 2, 7])
  func anErrorStopsTheOthers(_ jobs: Int) async throws {
    let count = 100_000
    let begun = Atomic(0)
    await #expect(throws: Refusal()) {
      try await ConcurrentMap.map(Array(0..<count), jobs: jobs) { number in
        begun.add(1, ordering: .relaxed)
        if number == 0 { throw Refusal() }
        return (0..<100).reduce(number) { $0 ^ ($1 &* 0x9E37) }
      }
    }
    #expect(begun.load(ordering: .relaxed) < count / 2)
  }
}
