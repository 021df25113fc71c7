/// What has changed in watched folders since it was asked last.
package struct FolderChanges: Sendable, Hashable {
  /// Files that were written, came or went, named as the watcher was told to.
  package private(set) var paths: Set<String>
  /// Whether anything may have changed, whatever `paths` says.
  package private(set) var isEverything: Bool

  package static let none = FolderChanges(paths: [], isEverything: false)
  package static let everything = FolderChanges(paths: [], isEverything: true)

  package init(_ paths: Set<String>) { self.init(paths: paths, isEverything: false) }

  private init(paths: Set<String>, isEverything: Bool) {
    self.paths = paths
    self.isEverything = isEverything
  }

  package var isEmpty: Bool { paths.isEmpty && !isEverything }

  mutating func add(_ path: String) { paths.insert(path) }

  mutating func addEverything() { isEverything = true }

  package mutating func formUnion(_ other: FolderChanges) {
    paths.formUnion(other.paths)
    isEverything = isEverything || other.isEverything
  }
}
