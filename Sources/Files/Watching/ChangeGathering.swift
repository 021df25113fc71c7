/// Decides when what was seen is told: as soon as nothing more comes for a moment, since editors
/// save one file in several steps, and at the latest after a while.
///
/// It has no clock; times are milliseconds on any that goes on evenly.
struct ChangeGathering: Sendable {
  private(set) var changes = FolderChanges.none
  private var first: Int?
  private var last = 0

  /// How long nothing may come before what came is told.
  static let quiet = 10
  /// How long what came may be kept while more is coming.
  static let patience = 100

  /// Takes what was seen at a time; what nobody asks for does not count.
  mutating func add(_ seen: FolderChanges, at time: Int) {
    guard !seen.isEmpty else { return }
    changes.formUnion(seen)
    first = first ?? time
    last = time
  }

  /// When the changes are to be told; `nil` while there are none.
  var due: Int? {
    first.map { min(last + Self.quiet, $0 + Self.patience) }
  }
}
