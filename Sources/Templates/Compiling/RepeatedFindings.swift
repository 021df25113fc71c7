public import Diagnostics

extension Sequence<Diagnostic> {
  /// The findings without those that differ only in the pages they were reached from.
  ///
  /// One fault in a layout shows in every page that uses it; it is told once.
  public func withoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { finding in
      var bare = finding
      bare.notes = []
      return seen.insert(bare).inserted
    }
  }
}
