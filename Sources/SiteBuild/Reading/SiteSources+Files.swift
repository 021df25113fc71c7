internal import Content
internal import Diagnostics
internal import Files
internal import Templates

extension SiteSources {
  /// The source that messages name so, with its lines.
  func file(_ name: String) -> SourceFile? {
    if let template = templates.first(where: { "templates/\($0.name)" == name }) {
      return SourceFile(name: name, bytes: template.bytes)
    }
    guard let entry = content.first(where: { $0.source.displayName == name }) else { return nil }
    return entry.source.bytes.isEmpty
      ? Self.file(name, in: folder) : SourceFile(name: name, bytes: entry.source.bytes)
  }

  /// A source that is read only to show its lines.
  static func file(_ name: String, in folder: Folder) -> SourceFile? {
    guard let path = try? SitePath(name), let contents = try? FileReader.read(path, in: folder)
    else { return nil }
    return SourceFile(name: name, bytes: contents.bytes)
  }
}
