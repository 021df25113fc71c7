import Files
import Foundation
import Testing

/// A small site on disk that commands are run on.
final class SampleFolder {
  let url: URL

  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gazette-\(UUID().uuidString)")
    for (path, text) in files { try write(path, text) }
  }

  /// The repository's own content with two later, invented editions.
  static func withLaterEditions() throws -> SampleFolder {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let site = try SampleFolder([:])
    for root in [repository, repository.appending(path: "Tests/Fixtures/later-editions")] {
      let content = root.appending(path: "content")
      let names = try #require(FileManager.default.enumerator(atPath: content.path))
      for case let name as String in names where name.contains(".") {
        let text = try String(contentsOf: content.appending(path: name), encoding: .utf8)
        try site.write("content/\(name)", text)
      }
    }
    return site
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var folder: Folder { Folder(url.path) }

  func write(_ path: String, _ text: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Runs git in the folder.
  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", url.path, "-c", "user.name=Test", "-c", "user.email=test@example.org"]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
