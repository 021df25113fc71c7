internal import Content
internal import Fingerprints

/// One part of a site's outputs, for building a large site on several machines.
///
/// An output belongs to the same part as long as there are as many parts, whatever is added beside
/// it.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// From 1 to `count`.
  package let number: Int
  package let count: Int

  /// Reads `2/4`; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...Self.most).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  private static let most = 10_000

  package var description: String { "\(number)/\(count)" }

  func contains(_ output: PlannedOutput) -> Bool {
    Int(Fingerprint(of: output.permalink.path).number % UInt64(count)) == number - 1
  }
}
