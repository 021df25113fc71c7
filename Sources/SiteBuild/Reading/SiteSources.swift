internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Templates

/// Every file a build has read, each once.
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
  ///
  /// A class, though it never changes, as it is handed about much more often than it is read.
  final class Entry: Sendable {
    /// Without its bytes if it is only copied, if it was kept, or once it has been parsed.
    let source: ContentSource
    let stamp: FileStamp
    let digest: Digest
    /// What an earlier build found in a file with the same bytes.
    let kept: KeptSource?
    /// Whether its bytes were read.
    let wasRead: Bool

    init(
      source: ContentSource, stamp: FileStamp, digest: Digest, kept: KeptSource?, wasRead: Bool
    ) {
      self.source = source
      self.stamp = stamp
      self.digest = digest
      self.kept = kept
      self.wasRead = wasRead
    }

    /// The same without the bytes, of which a large site has too many to keep.
    var withoutBytes: Entry {
      Entry(
        source: ContentSource(path: source.path, bytes: [], kind: source.kind), stamp: stamp,
        digest: digest, kept: kept, wasRead: wasRead)
    }
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

  /// Reads the settings and the theme, and makes ready to read the rest; a site without templates
  /// of its own has the built-in theme's.
  func open(_ listed: SiteListing? = nil) throws -> PendingSources {
    let folder = source.folder(try SitePath(Self.contentFolder))
    // Files are looked at when it is their turn to be read.
    let listing = try listed?.content ?? FolderScanner(looksAtFiles: false).scan(folder)
    let settings = try listing.files.first { $0.path.text == Self.settingsFile }
      .map { try ContentReader(folder: folder, known: known).entry($0) }
    let usable = known.assuming(settings: settings?.digest)
    let theme = try ThemeReader(folder: ThemeReader.folder(of: source)).read()
    return PendingSources(
      settings: settings?.source, files: listing.files, theme: theme,
      reader: ContentReader(folder: folder, known: usable),
      diagnostics: BuildMessage.leftOut(of: listing, in: Self.contentFolder) + theme.diagnostics,
      folder: source)
  }
}
