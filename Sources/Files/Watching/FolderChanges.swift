/// What has changed in watched folders since it was asked last.
public struct FolderChanges: Sendable, Hashable {
  /// Files that were written, came or went, named as the watcher was told to.
  public private(set) var paths: Set<String>
  /// Whether anything may have changed, whatever `paths` says.
  public private(set) var isEverything: Bool

  /// Nothing has changed.
  public static let none = FolderChanges(paths: [], isEverything: false)
  /// Anything may have changed, and nothing is known of what.
  public static let everything = FolderChanges(paths: [], isEverything: true)

  /// Changes of files that are known by name.
  public init(_ paths: Set<String>) { self.init(paths: paths, isEverything: false) }

  private init(paths: Set<String>, isEverything: Bool) {
    self.paths = paths
    self.isEverything = isEverything
  }

  /// Whether nothing has changed.
  public var isEmpty: Bool { paths.isEmpty && !isEverything }

  mutating func add(_ path: String) { paths.insert(path) }

  mutating func addEverything() { isEverything = true }

  /// Adds what else has changed.
  public mutating func formUnion(_ other: FolderChanges) {
    paths.formUnion(other.paths)
    isEverything = isEverything || other.isEverything
  }
}
