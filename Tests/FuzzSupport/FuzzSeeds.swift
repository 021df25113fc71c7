import Foundation

/// The seeds of one fuzz test: the same few in every run, or as many as fit into a long one.
///
/// `GAZETTE_FUZZ_SECONDS` says how long each fuzz test of a long run goes on; `make fuzz` sets it.
package struct FuzzSeeds: Sequence, IteratorProtocol {
  private let usual: UInt64
  private let deadline: ContinuousClock.Instant?
  private var seed: UInt64 = 0

  /// `usual` is how many seeds a run without the variable tries.
  package init(usual: Int) {
    let seconds = ProcessInfo.processInfo.environment["GAZETTE_FUZZ_SECONDS"].flatMap(Int.init)
    self.usual = UInt64(usual)
    self.deadline = seconds.map { .now + .seconds($0) }
  }

  package mutating func next() -> UInt64? {
    // A long run tries at least what every run tries.
    if seed >= usual {
      guard let deadline, ContinuousClock.now < deadline else { return nil }
    }
    defer { seed += 1 }
    return seed
  }
}
