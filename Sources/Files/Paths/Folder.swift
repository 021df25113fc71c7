/// A folder on disk, absolute or relative to the working folder, as a person named it.
public struct Folder: Sendable, Hashable {
  /// The path without a `/` at its end, unless it is the root.
  public let path: String

  /// Takes a path as it was given; the empty path is the working folder.
  public init(_ path: String) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    self.path = path.isEmpty ? "." : path
  }

  /// Returns where `path` inside this folder lies on disk.
  public func location(of path: SitePath) -> String { location(ofRelative: path.text) }

  /// Returns the folder `path` inside this one.
  public func folder(_ path: SitePath) -> Folder { Folder(location(of: path)) }

  func location(ofRelative path: String) -> String {
    switch self.path {
    case ".": path
    case "/": "/" + path
    default: "\(self.path)/\(path)"
    }
  }
}
