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

  /// Reads everything; a site without templates of its own has the built-in theme's.
  func read() async throws -> SiteSources {
    let folder = source.folder(try SitePath(Self.contentFolder))
    let content = try FolderScanner().scan(folder)
    let sources = try await ConcurrentMap.map(content.files.map(\.path), jobs: jobs) { path in
      // What is copied is read when it is copied.
      let isAsset = ContentKind(path: path.text) == .asset
      return ContentSource(
        path: path.text, bytes: isAsset ? [] : try FileReader.read(path, in: folder).bytes)
    }
    let theme = try ThemeReader(folder: ThemeReader.folder(of: source)).read()
    return SiteSources(
      content: sources, templates: theme.templates, themeAssets: theme.assets,
      diagnostics: BuildMessage.leftOut(of: content, in: Self.contentFolder) + theme.diagnostics)
  }
}
