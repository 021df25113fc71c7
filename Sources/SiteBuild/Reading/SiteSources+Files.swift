internal import Content
internal import Diagnostics
internal import Files
internal import Templates

extension SiteSources {
  /// The source that messages name so, with its lines.
  func file(_ name: String) -> SourceFile? {
    let theme = ThemeReader.folderName + "/"
    if name.hasPrefix(theme),
      let template = templates.first(where: { $0.name == name.dropFirst(theme.count) })
    {
      return SourceFile(name: name, bytes: template.bytes)
    }
    let path = AddressBook.contentPath(name)
    let entry = path == name ? nil : content.first { $0.source.path == path }
    return entry.flatMap { entry in
      entry.source.bytes.isEmpty ? nil : SourceFile(name: name, bytes: entry.source.bytes)
    } ?? Self.file(name, in: folder)
  }

  /// A source that is read only to show its lines.
  static func file(_ name: String, in folder: Folder) -> SourceFile? {
    guard let path = try? SitePath(name), let contents = try? FileReader.read(path, in: folder)
    else { return nil }
    return SourceFile(name: name, bytes: contents.bytes)
  }
}
