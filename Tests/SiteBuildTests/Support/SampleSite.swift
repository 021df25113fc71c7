import Files
import Foundation
import SiteBuild
import Testing

/// A small site in a temporary folder that tests edit and build.
final class SampleSite {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gazette-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("content/site.yaml", "name: Notes\nbase-url: https://notes.example.org/\n")
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A copy of this repository's own content and templates.
  static func ofThisRepository() throws -> SampleSite {
    let site = try SampleSite()
    for name in ["content", "templates"] {
      let target = site.folder.appending(path: name)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: repository.appending(path: name), to: target)
    }
    return site
  }

  /// Lays two later, invented editions over the content.
  func addLaterEditions() throws {
    let fixture = Self.repository.appending(path: "Tests/Fixtures/later-editions")
    guard let names = FileManager.default.enumerator(atPath: fixture.path) else { return }
    for case let name as String in names where name.hasPrefix("content/") && name.contains(".") {
      try write(name, String(contentsOf: fixture.appending(path: name), encoding: .utf8))
    }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  func write(_ path: String, _ text: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  /// Replaces a text that must be there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    try #require(text.contains(old))
    try write(path, text.replacing(old, with: new))
  }

  func build(
    at time: String = "2021-10-20", jobs: Int = 2, output: String = "output", drafts: Bool = false,
    _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) async throws -> BuildReport {
    var options = SiteBuilder.Options(
      source: Folder(folder.path), output: Folder(folder.appending(path: output).path),
      instant: .time(time), showsDrafts: drafts, jobs: jobs)
    change(&options)
    return try await SiteBuilder(options).build()
  }

  /// Every file of an output folder by its path.
  func published(_ output: String = "output") throws -> [String: Data] {
    let root = folder.appending(path: output)
    guard let names = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let name as String in names {
      let url = root.appending(path: name)
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder { files[name] = try Data(contentsOf: url) }
    }
    return files
  }

  func page(_ path: String) throws -> PublishedPage {
    PublishedPage(try text(path))
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: "output/\(path)"), encoding: .utf8)
  }
}
