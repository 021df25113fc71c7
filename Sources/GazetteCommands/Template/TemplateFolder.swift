import Diagnostics
import Foundation
import Templates

/// The templates of a folder, as the template commands read them.
struct TemplateFolder {
  let sources: [TemplateSource]

  /// Why a folder or file cannot be read.
  struct Failure: Error {
    let message: String
  }

  /// The size of one template and the number of them, beyond which the folder is surely a mistake.
  private static let sizeLimit = 16 << 20
  private static let countLimit = 20_000

  /// Reads every file below a folder, by name; files that are no text are left out.
  init(root: String) throws(Failure) {
    let base = URL(fileURLWithPath: root, isDirectory: true)
    let names = try Self.names(in: base)
    var sources: [TemplateSource] = []
    for name in names {
      guard let data = try? Data(contentsOf: base.appendingPathComponent(name)) else {
        throw Failure(message: "cannot read the template '\(name)'")
      }
      guard data.count <= Self.sizeLimit, String(validating: data, as: UTF8.self) != nil else {
        continue
      }
      sources.append(TemplateSource(name: name, bytes: Array(data)))
    }
    self.sources = sources
  }

  private static func names(in base: URL) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: base.path, isDirectory: &isFolder),
      isFolder.boolValue,
      let paths = FileManager.default.enumerator(atPath: base.path)
    else {
      throw Failure(message: "there is no folder '\(base.path)'")
    }
    var names: [String] = []
    for case let path as String in paths {
      let type = paths.fileAttributes?[.type] as? FileAttributeType
      if type == .typeRegular { names.append(path) }
      if names.count > countLimit { throw Failure(message: "the folder holds too many files") }
    }
    return names.sorted()
  }

  /// Prints findings with the lines they are about.
  func print(_ diagnostics: [Diagnostic]) -> String {
    let files = sources.map { ($0.name, SourceFile(name: $0.name, bytes: $0.bytes)) }
    return DiagnosticTextPrinter(sources: Dictionary(files, uniquingKeysWith: { $1 }))
      .print(diagnostics)
  }
}
