internal import Files
internal import Formats
internal import Foundation
internal import SiteBuild

/// The list of what a build changed, by which only that need be sent to where the site is served.
struct BuildManifest {
  private let report: BuildReport

  init(_ report: BuildReport) { self.report = report }

  /// Writes the list; what the disk would not do is thrown.
  func save(at path: String) throws {
    let url = URL(filePath: path)
    let folder = Folder(url.deletingLastPathComponent().path)
    try FileWriter.replace(try SitePath(url.lastPathComponent), in: folder, with: encoded())
  }

  /// An object with the paths of each kind, in order; those that are there, with their hashes.
  func encoded() -> [UInt8] {
    let hashes = Dictionary(
      report.files.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    return JSONWriter.object(layout: .indented) { json in
      json.member("format", "gazette-manifest-1")
      for (name, paths) in [
        ("added", report.result?.added), ("changed", report.result?.changed),
        ("unchanged", report.result?.unchanged),
      ] {
        json.array(name) { json in
          for path in paths ?? [] {
            json.object { json in
              json.member("path", .text(path.text))
              if let hash = hashes[path] { json.member("hash", .text(hash.description)) }
            }
          }
        }
      }
      json.array("removed") { json in
        for path in report.result?.removed ?? [] { json.value(.text(path.text)) }
      }
    }
  }
}
