internal import BuildGraph
internal import CommonMark
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints

/// Builds a site in which nothing has changed but the texts of some posts and pages: what shows
/// them is rendered with what was remembered of everything else.
///
/// It gives up as soon as anything is not as plain as that, and leaves the site to a whole build.
struct TextRebuild: Sendable {
  let options: SiteBuilder.Options
  let record: BuildRecord
  let note: BuildNote
  let memory: SiteMemory
  let progress: BuildProgress

  /// A site made of the changed texts and what is shown beside them.
  struct Ready: Sendable {
    let site: PreparedSite
    let finder: InputFinder
    let sources: SiteSources
    /// The files that were read and may hold something else now.
    let read: [KnownFile]
    /// The tasks that show a changed text, by their names.
    let tasks: [String: BuildTask]
  }

  /// More changed files than these are left to a whole build.
  static let limit = 200

  /// Prepares the rendering of what shows the texts of changed sources, which are named from the
  /// site's folder; `nil` if more than texts may have changed.
  func prepare(_ changed: [String]) async throws -> Ready? {
    let reader = TextSources(source: options.source, record: record)
    let read = try reader.look(at: changed)
    let edited = read.filter { !reader.isUnchanged($0) }
    let texts = edited.map { AddressBook.contentPath($0.path) }
    var names: Set<String> = []
    for path in texts {
      guard let text = memory.text(at: path) else { return nil }
      names.formUnion(text.tasks)
    }
    var paths = Set(reader.common).union(edited.map(\.path))
    for (feed, _) in Self.feeds(among: names) {
      paths.formUnion(
        memory.feeds[feed.channel]?.map { "\(SiteReader.contentFolder)/\($0.source)" } ?? [])
    }
    var sources = try reader.read(paths, edited: edited)
    var loaded = try await loader.load(sources)
    if let site = loaded.site, !site.bodies(where: { !$0.directives.isEmpty }).isEmpty {
      sources = try reader.read(paths.union(reader.named), edited: edited)
      loaded = try await loader.load(sources)
    }
    guard let site = loaded.site, let zone = loaded.zone, outlinesAreKept(loaded, of: texts) else {
      return nil
    }
    return try await prepare(site, zone, sources, names: names, read: read)
  }

  private var loader: SiteLoader {
    SiteLoader(
      instant: options.instant, showsDrafts: options.showsDrafts,
      baseURL: options.baseURL.flatMap { BaseURL($0) }, jobs: options.jobs)
  }

  private func outlinesAreKept(_ loaded: SiteLoader.Loaded, of paths: [String]) -> Bool {
    let outlines = Dictionary(loaded.outlines, uniquingKeysWith: { first, _ in first })
    return paths.allSatisfy { path in
      outlines[path].map { $0.fingerprint == memory.text(at: path)?.outline } ?? false
    }
  }

  private static func feeds(
    among names: Set<String>
  ) -> [(feed: PlannedFeed, permalink: Permalink)] {
    PlannedFeed.Channel.allCases.flatMap { channel in
      PlannedFeed.Format.allCases.compactMap { format in
        let feed = PlannedFeed(channel: channel, format: format)
        return feed.permalink.flatMap { names.contains($0.path) ? (feed, $0) : nil }
      }
    }
  }
}

// MARK: - The site that is left

extension TextRebuild {
  private func prepare(
    _ site: Site, _ zone: SiteZone, _ sources: SiteSources, names: Set<String>, read: [KnownFile]
  ) async throws -> Ready? {
    let writer = FragmentWriter(
      links: LinkResolver(book: memory.book), glossary: site.glossary,
      wellKnown: site.settings.wellKnown)
    // Lists and the like are planned as well, from a few of their entries; their names are not
    // among those that are wanted.
    let pages = OutputPlanner(site: site).pages()
    let outputs =
      pages.filter { names.contains($0.permalink.path) }
      .map { PlannedOutput($0.permalink, .page($0)) }
      + Self.feeds(among: names).map { PlannedOutput($0.permalink, .feed($0.feed)) }
    guard Set(outputs.map(\.permalink.path)) == names else { return nil }
    let plan = OutputPlan(outputs: outputs.sorted { $0.permalink < $1.permalink })
    let (programs, found) = try await SitePreparation.programs(
      for: site, plan: plan, sources: sources, schema: memory.schema, writer: writer,
      jobs: options.jobs)
    guard Set(found.map(\.asBuildFinding)).isSubset(of: note.diagnostics) else { return nil }
    let prepared = PreparedSite(
      plan: plan, book: memory.book, model: memory.model(of: site, writer: writer),
      programs: programs,
      feeds: FeedMaker(
        settings: site.settings, book: memory.book, zone: zone, items: memory.feeds))
    let theme = try await ThemeReads.find(
      in: programs.compilation, sources: sources, schema: memory.schema, site: site,
      book: memory.book, jobs: options.jobs)
    let finder = InputFinder(site: prepared, theme: theme, sources: sources, pages: pages)
    var tasks: [String: BuildTask] = [:]
    for output in plan.outputs {
      let name = output.permalink.path
      guard let text = finder.text(of: output),
        let task = record.task(named: name)?.task(with: text.fingerprint, of: text.key)
      else { return nil }
      tasks[name] = task
    }
    return Ready(site: prepared, finder: finder, sources: sources, read: read, tasks: tasks)
  }
}
