import Files
import Foundation
import Testing

/// A small site before and after a publication that needs every kind of step.
struct SiteChange {
  /// What stands in the output folder before; `by-hand.txt` is no build's.
  static let before = [
    "index.html": "old home", "same.html": "same", "by-hand.txt": "mine",
    "gone/deep": "/", "gone/deep/a.html": "old a", "gone": "/",
    "kept": "/", "kept/stale.html": "old stale", "kept/page.html": "old page",
    "file-then-folder": "old file",
    "folder-then-file": "/", "folder-then-file/x.html": "old x",
  ]
  static let after = [
    "index.html": "new home", "same.html": "same", "by-hand.txt": "mine",
    "kept": "/", "kept/page.html": "new page", "kept/added.html": "new added",
    "file-then-folder": "/", "file-then-folder/index.html": "new index",
    "folder-then-file": "new file",
    "fresh": "/", "fresh/a": "/", "fresh/a/index.html": "new fa", "fresh/b.html": "new fb",
  ]
  static let written = [
    "index.html", "same.html", "kept/page.html", "kept/added.html",
    "file-then-folder/index.html", "folder-then-file", "fresh/a/index.html", "fresh/b.html",
  ]
  static let stale = [
    "gone/deep/a.html", "kept/stale.html", "file-then-folder", "folder-then-file/x.html",
  ]

  /// Makes the output folder as it is before.
  static func prepare(_ temporary: TemporaryFolder) throws {
    for (name, text) in before where text != "/" {
      try temporary.write(text, to: "output/" + name)
    }
  }

  /// Makes the change in this process.
  @discardableResult
  static func publish(
    in folder: Folder, probe: @escaping Publication.Probe = { _ throws(FileError) in },
    saving save: (PublicationResult) throws(FileError) -> Void = { _ throws(FileError) in }
  ) throws -> PublicationResult {
    let publication = try Publication(in: folder, probe: probe)
    for name in written {
      try publication.stage(Array((after[name] ?? "").utf8), at: SitePath(name))
    }
    return try publication.commit(removing: stale.map { try SitePath($0) }, saving: save)
  }
}

/// Another process that makes the change and may die on the way.
enum Victim {
  enum Outcome: Equatable {
    case published
    case failed
    case killed
  }

  static func publish(in folder: Folder, killAt: Int, failAt: Int = -1) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable()
    process.arguments =
      [folder.path, String(killAt), String(failAt)]
      + SiteChange.written.map { "+\($0)=\(SiteChange.after[$0] ?? "")" }
      + SiteChange.stale.map { "-\($0)" }
    try process.run()
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return .killed }
    return process.terminationStatus == 0 ? .published : .failed
  }

  /// Stands beside the tests' own bundle, whose path is among the arguments on every platform.
  private static func executable() throws -> URL {
    let bundle = try #require(CommandLine.arguments.first { $0.contains(".xctest") })
    var folder = URL(filePath: bundle)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "publication-victim")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
