import Files
import Foundation

/// An output folder of a small site, with a secret beside it, removed at the end.
final class OutputFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gazette-\(UUID().uuidString)")
    try write("output/index.html", "<!doctype html><body><p>Home</p></body>")
    try write("output/404.html", "<!doctype html><body><p>No such page</p></body>")
    try write("output/blog/a b/index.html", "<p>Ä</p>")
    try write("output/assets/style.css", "p {}")
    try write("output/feed.xml", "<feed/>")
    try write("output/.gazette-staging/lock", "1")
    try write("secret/index.html", "secret")
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: "output/link").path,
      withDestinationPath: url.appending(path: "secret").path)
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: "output/linked.html").path,
      withDestinationPath: url.appending(path: "secret/index.html").path)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var folder: Folder { Folder(url.appending(path: "output").path) }

  /// Puts a file in place of another at once, as publishing does.
  func write(_ path: String, _ text: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }
}
