internal import Content
internal import Diagnostics
internal import Files

/// The sources of a site that are about to be read, each when it is its turn to be parsed.
struct PendingSources: Sendable {
  let settings: ContentSource?
  /// Those of the content folder, by path.
  let files: [FolderListing.File]
  let theme: ThemeReader.Theme
  let reader: ContentReader
  /// What was passed over, such as symbolic links.
  let diagnostics: [Diagnostic]
  /// The folder that holds `content`.
  let folder: Folder

  /// The sources when all files have been read; `entries` are those of `files`.
  func read(_ entries: [SiteSources.Entry]) -> SiteSources {
    SiteSources(
      content: entries, templates: theme.templates, themeAssets: theme.assets,
      themeFiles: theme.files, diagnostics: diagnostics, folder: folder,
      readCount: entries.count(where: \.wasRead))
  }
}

/// Reads files of the content folder that are not known.
struct ContentReader: Sendable {
  let folder: Folder
  let known: KnownSources

  func entry(_ file: FolderListing.File) throws -> SiteSources.Entry {
    try entry(file, ContentKind(path: file.path.text))
  }

  /// The same of a file that is known to be of a kind.
  func entry(_ file: FolderListing.File, _ kind: ContentKind) throws -> SiteSources.Entry {
    let path = file.path.text
    // What is copied is read again when it is copied.
    let isAsset = kind == .asset
    var stamp = file.stamp
    if stamp == nil, known.knows(path) { stamp = try FileReader.stamp(of: file.path, in: folder) }
    if let stamp, let digest = known.digest(of: path, stamp) {
      let kept = known.findings(in: path, digest)
      if isAsset || kept != nil {
        return SiteSources.Entry(
          source: ContentSource(path: path, bytes: [], kind: kind), stamp: stamp, digest: digest,
          kept: kept, wasRead: false)
      }
    }
    let contents = try FileReader.read(file.path, in: folder, listed: stamp)
    let digest = Digest(of: contents.bytes)
    let kept = known.findings(in: path, digest)
    return SiteSources.Entry(
      source: ContentSource(
        path: path, bytes: isAsset || kept != nil ? [] : contents.bytes, kind: kind),
      stamp: contents.stamp, digest: digest, kept: kept, wasRead: true)
  }
}
