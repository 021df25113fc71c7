internal import Content
internal import Diagnostics
internal import Files
internal import Templates

/// Every file a build reads, read once.
struct SiteSources: Sendable {
  /// By path; files that are only copied are without their bytes.
  let content: [ContentSource]
  /// By name, without the assets of the theme.
  let templates: [TemplateSource]
  /// The theme's own files for the site, by name, such as `assets/style.css`.
  let themeAssets: [ThemeAsset]
  /// What was passed over, such as symbolic links.
  let diagnostics: [Diagnostic]

  struct ThemeAsset: Sendable {
    let name: String
    let bytes: [UInt8]
  }
}

/// Reads the `content` and `templates` folders of a site.
struct SiteReader: Sendable {
  let source: Folder
  let jobs: Int

  private static let contentFolder = "content"
  private static let templatesFolder = "templates"

  /// Reads everything; a site without templates of its own has the built-in theme's.
  func read() async throws -> SiteSources {
    let content = try listing(Self.contentFolder)
    let templates = try optionalListing(Self.templatesFolder)
    let folder = try folder(Self.contentFolder)
    let sources = try await ConcurrentMap.map(content.files.map(\.path), jobs: jobs) { path in
      // What is copied is read when it is copied.
      let isAsset = ContentKind(path: path.text) == .asset
      return ContentSource(
        path: path.text, bytes: isAsset ? [] : try FileReader.read(path, in: folder).bytes)
    }
    let theme = try themeFiles(templates)
    return SiteSources(
      content: sources,
      templates: theme.filter { !Self.isAsset($0.name) }.map {
        TemplateSource(name: $0.name, bytes: $0.bytes)
      },
      themeAssets: theme.filter { Self.isAsset($0.name) },
      diagnostics: Self.diagnostics(content, in: Self.contentFolder)
        + Self.diagnostics(templates, in: Self.templatesFolder))
  }

  /// The built-in theme's files, those that the site has of the same name in their place.
  private func themeFiles(_ listing: FolderListing) throws -> [SiteSources.ThemeAsset] {
    var files = Dictionary(
      uniqueKeysWithValues: BuiltInTheme.files.map { ($0.name, Array($0.text.utf8)) })
    let folder = try folder(Self.templatesFolder)
    for file in listing.files {
      files[file.path.text] = try FileReader.read(file.path, in: folder).bytes
    }
    return files.map { SiteSources.ThemeAsset(name: $0.key, bytes: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isAsset(_ name: String) -> Bool { name.hasPrefix("assets/") }

  private func folder(_ name: String) throws -> Folder { source.folder(try SitePath(name)) }

  private func listing(_ name: String) throws -> FolderListing {
    try FolderScanner().scan(folder(name))
  }

  /// Lists a folder that a site may lack.
  private func optionalListing(_ name: String) throws -> FolderListing {
    do {
      return try listing(name)
    } catch let error as FileError where error.isAbsence {
      return .empty
    }
  }

  private static func diagnostics(_ listing: FolderListing, in folder: String) -> [Diagnostic] {
    listing.leftOut.map { entry in
      BuildMessage.leftOut(entry.description).at(
        SourceLocation(file: "\(folder)/\(entry.name)", span: 0..<0))
    }
  }

}
