import Files
import Foundation
import Testing

/// A folder of its own for one test, removed at the end.
final class TemporaryFolder {
  let path: String
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gazette-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var folder: Folder { Folder(path) }

  /// Writes a text file and the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: name).path, withDestinationPath: target)
  }

  func createFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: name), withIntermediateDirectories: true)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  /// Everything below the folder, by name: files with their text, folders as `/`, links as `-> x`.
  func contents(of folder: String = "") throws -> [String: String] {
    let manager = FileManager.default
    let top = folder.isEmpty ? path : path + "/" + folder
    guard manager.fileExists(atPath: top) else { return [:] }
    var contents = [String: String]()
    for name in try manager.subpathsOfDirectory(atPath: top) {
      let full = top + "/" + name
      let type = try manager.attributesOfItem(atPath: full)[.type] as? FileAttributeType
      contents[name] =
        switch type {
        case .typeDirectory: "/"
        case .typeSymbolicLink: "-> " + (try manager.destinationOfSymbolicLink(atPath: full))
        default: String(decoding: try Data(contentsOf: URL(filePath: full)), as: UTF8.self)
        }
    }
    return contents
  }
}

/// Replaces the test's folder in a message, so that messages can be compared whole.
func message(_ error: FileError?, in folder: TemporaryFolder) -> String? {
  error?.description.replacingOccurrences(of: folder.path + "/", with: "")
    .replacingOccurrences(of: folder.path, with: "FOLDER")
}
