internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Templates

/// Every file a build reads, read once.
struct SiteSources: Sendable {
  /// By path.
  let content: [Entry]
  /// By name, without the assets of the theme.
  let templates: [TemplateSource]
  /// The theme's own files for the site, by name, such as `assets/style.css`.
  let themeAssets: [ThemeAsset]
  /// The site's own templates and assets as files, named from the site's folder.
  let themeFiles: [KnownFile]
  /// What was passed over, such as symbolic links.
  let diagnostics: [Diagnostic]
  /// The folder that holds `content`.
  let folder: Folder
  /// How many files were read, those that looked as before not counted.
  let readCount: Int

  /// The digest of the site's settings.
  var settings: Digest? { content.first { $0.source.kind == .settings }?.digest }

  /// All files as they were read, named from the site's folder.
  var files: [KnownFile] {
    content.map { KnownFile(source: $0.source.displayName, $0.stamp, $0.digest) } + themeFiles
  }

  /// A file of the content folder.
  struct Entry: Sendable {
    /// Without its bytes if it is only copied, or if it was kept.
    let source: ContentSource
    let stamp: FileStamp
    let digest: Digest
    /// What an earlier build found in a file with the same bytes.
    let kept: KeptSource?
    /// Whether its bytes were read.
    let wasRead: Bool
  }

  struct ThemeAsset: Sendable {
    let name: String
    let bytes: [UInt8]
  }
}

/// The files of a site's folders, as the file system tells them.
struct SiteListing: Sendable {
  let content: FolderListing
  /// The site's own templates.
  let theme: FolderListing
}

/// Reads the `content` and `templates` folders of a site.
struct SiteReader: Sendable {
  let source: Folder
  let jobs: Int
  /// What need not be read again.
  var known = KnownSources.none

  static let contentFolder = "content"
  private static let settingsFile = "site.yaml"

  /// Lists the files that there are to read.
  func list() throws -> SiteListing {
    SiteListing(
      content: try FolderScanner().scan(source.folder(try SitePath(Self.contentFolder))),
      theme: try ThemeReader(folder: ThemeReader.folder(of: source)).listing())
  }

  /// Reads everything; a site without templates of its own has the built-in theme's.
  func read(_ listed: SiteListing? = nil) async throws -> SiteSources {
    let folder = source.folder(try SitePath(Self.contentFolder))
    let listing = try listed?.content ?? FolderScanner().scan(folder)
    let settings = try listing.files.first { $0.path.text == Self.settingsFile }
      .map { try entry($0, in: folder, known) }
    let usable = known.assuming(settings: settings?.digest)
    let content = try await ConcurrentMap.map(listing.files, jobs: jobs) { file in
      try entry(file, in: folder, usable)
    }
    let theme = try ThemeReader(folder: ThemeReader.folder(of: source)).read()
    return SiteSources(
      content: content, templates: theme.templates, themeAssets: theme.assets,
      themeFiles: theme.files,
      diagnostics: BuildMessage.leftOut(of: listing, in: Self.contentFolder) + theme.diagnostics,
      folder: source, readCount: content.count(where: \.wasRead))
  }

  private func entry(
    _ file: FolderListing.File, in folder: Folder, _ known: KnownSources
  ) throws -> SiteSources.Entry {
    let path = file.path.text
    // What is copied is read again when it is copied.
    let kind = ContentKind(path: path)
    let isAsset = kind == .asset
    if let digest = known.digest(of: path, file.stamp) {
      let kept = known.findings(in: path, digest)
      if isAsset || kept != nil {
        return SiteSources.Entry(
          source: ContentSource(path: path, bytes: [], kind: kind), stamp: file.stamp,
          digest: digest,
          kept: kept, wasRead: false)
      }
    }
    let contents = try FileReader.read(file.path, in: folder)
    let digest = Digest(of: contents.bytes)
    let kept = known.findings(in: path, digest)
    return SiteSources.Entry(
      source: ContentSource(
        path: path, bytes: isAsset || kept != nil ? [] : contents.bytes, kind: kind),
      stamp: contents.stamp, digest: digest, kept: kept, wasRead: true)
  }
}
