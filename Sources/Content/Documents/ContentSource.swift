/// One file of the content folder, read once.
package struct ContentSource: Sendable {
  /// Relative to the content folder, with `/` between folders, such as `projects/istv.md`.
  package let path: String
  package let bytes: [UInt8]
  /// What the file is, by its path.
  package let kind: ContentKind

  /// The file as messages name it, from the site's folder.
  package var displayName: String { "content/\(path)" }

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, bytes: bytes, kind: ContentKind(path: path))
  }

  /// Takes the kind that the path is known to have.
  package init(path: String, bytes: [UInt8], kind: ContentKind) {
    self.path = path
    self.bytes = bytes
    self.kind = kind
  }
}
