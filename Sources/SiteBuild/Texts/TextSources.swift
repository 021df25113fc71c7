internal import BuildGraph
internal import Content
internal import Files

/// Reads some of the sources of a site, to be made into a site that has no more than is needed to
/// render some texts again.
struct TextSources: Sendable {
  let source: Folder
  let record: BuildRecord

  /// Reads the files at paths below the site's folder, and the whole theme.
  ///
  /// - Parameter changed: Those that may hold something else than the last build found. Throws
  ///   `SourceChanged` if another does.
  func read(_ paths: some Sequence<String>, changed: Set<String>) throws -> SiteSources {
    let prefix = SiteReader.contentFolder + "/"
    let digests = Dictionary(
      record.sources.map { ($0.path, $0.content.digest) }, uniquingKeysWith: { first, _ in first })
    let entries = try paths.map { path in
      let contents = try FileReader.read(try SitePath(path), in: source)
      let digest = Digest(of: contents.bytes)
      guard changed.contains(path) || digests[path] == digest else {
        throw SourceChanged(file: path)
      }
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
    paths { kind in
      switch kind {
      case .settings, .glossary: true
      case .lifecycle, .people, .organisations, .metricDefinitions, .observations, .comparisons,
        .project, .edition, .published, .update, .event, .impact, .post, .page, .asset, .unknown:
        false
      }
    }
  }

  /// The sources of what directives can name, posts left out.
  var named: [String] {
    paths { kind in
      switch kind {
      case .people, .organisations, .project, .edition, .event, .impact: true
      case .settings, .glossary, .lifecycle, .metricDefinitions, .observations, .comparisons,
        .published, .update, .post, .page, .asset, .unknown:
        false
      }
    }
  }

  private func paths(_ isWanted: (ContentKind) -> Bool) -> [String] {
    let prefix = SiteReader.contentFolder + "/"
    return record.sources.map(\.path).filter { path in
      path.hasPrefix(prefix) && isWanted(ContentKind(path: String(path.dropFirst(prefix.count))))
    }
  }
}
