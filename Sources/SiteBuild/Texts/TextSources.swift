internal import BuildGraph
internal import Content
internal import Files

/// Reads some of the sources of a site, to be made into a site that has no more than is needed to
/// render some texts again.
struct TextSources: Sendable {
  private let source: Folder
  private let known: [String: KnownFile.Content]

  /// - Parameter record: That of the last build.
  init(source: Folder, record: BuildRecord) {
    self.source = source
    known = Dictionary(
      record.sources.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files at paths below the site's folder as they are now, without what is in them.
  func look(at paths: [String]) throws -> [KnownFile] {
    try paths.map { path in
      let contents = try FileReader.read(try SitePath(path), in: source)
      return KnownFile(source: path, contents.stamp, Digest(of: contents.bytes))
    }
  }

  /// Whether a file holds what the last build found in it.
  func isUnchanged(_ file: KnownFile) -> Bool { known[file.path] == file.content }

  /// Reads files of the content folder, named from the site's, and the whole theme.
  ///
  /// Throws `SourceChanged` if a file holds something else than the last build found in it, or than
  /// was found in those that were `edited`.
  func read(_ paths: Set<String>, edited: [KnownFile]) throws -> SiteSources {
    let expected = known.merging(
      edited.map { ($0.path, $0.content) }, uniquingKeysWith: { $1 })
    let prefix = SiteReader.contentFolder + "/"
    let entries = try paths.sorted().map { path in
      let contents = try FileReader.read(try SitePath(path), in: source)
      let digest = Digest(of: contents.bytes)
      guard expected[path] == KnownFile.Content(digest) else { throw SourceChanged(file: path) }
      return SiteSources.Entry(
        source: ContentSource(path: String(path.dropFirst(prefix.count)), bytes: contents.bytes),
        stamp: contents.stamp, digest: digest, kept: nil, wasRead: true)
    }
    let theme = try ThemeReader(folder: ThemeReader.folder(of: source)).read()
    return SiteSources(
      content: entries, templates: theme.templates, themeAssets: theme.assets,
      themeFiles: theme.files, diagnostics: [], folder: source, readCount: entries.count)
  }

  /// The sources that every text may depend on: the settings and the glossary.
  var common: [String] {
    ["site.yaml", "glossary.yaml"].map { "\(SiteReader.contentFolder)/\($0)" }
      .filter { known[$0] != nil }
  }

  /// The sources of what directives can name, posts left out.
  var named: [String] {
    let prefix = SiteReader.contentFolder + "/"
    return known.keys.filter { path in
      guard path.hasPrefix(prefix) else { return false }
      switch ContentKind(path: String(path.dropFirst(prefix.count))) {
      case .people, .organisations, .project, .edition, .event, .impact: return true
      case .settings, .glossary, .lifecycle, .metricDefinitions, .observations, .comparisons,
        .published, .update, .post, .page, .asset, .unknown:
        return false
      }
    }
  }
}
