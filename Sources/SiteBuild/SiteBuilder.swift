internal import BuildGraph
internal import Content
internal import Diagnostics
package import Files
internal import Fingerprints
internal import Templates

/// Builds a site: reads, checks, renders what has changed and publishes, or reports why not.
package struct SiteBuilder: Sendable {
  private let options: Options
  private let progress: BuildProgress

  package init(_ options: Options, progress: BuildProgress = .silent) {
    self.options = options
    self.progress = progress
  }

  /// What a build is asked to do.
  package struct Options: Sendable {
    /// The folder that holds `content` and, maybe, `templates`.
    package var source: Folder
    package var output: Folder
    package var instant: BuildInstant
    package var showsDrafts: Bool
    /// The address to publish at, instead of the one in `site.yaml`.
    package var baseURL: String?
    /// How many threads work at once.
    package var jobs: Int
    /// Whether everything is rendered, whatever is known of earlier builds.
    package var isFull = false
    /// Which part of the site is built, if not all of it.
    package var shard: Shard?

    package init(
      source: Folder, output: Folder, instant: BuildInstant, showsDrafts: Bool = false,
      baseURL: String? = nil, jobs: Int = 2
    ) {
      self.source = source
      self.output = output
      self.instant = instant
      self.showsDrafts = showsDrafts
      self.baseURL = baseURL
      self.jobs = jobs
    }
  }

  /// Builds and publishes the site; when anything is wrong in its sources, nothing is published.
  ///
  /// What the disk would not do is thrown.
  package func build() async throws -> BuildReport {
    for _ in 0..<Self.attempts {
      do {
        return try await buildOnce()
      } catch is SourceChanged {
        // Someone is writing; what was read is thrown away, and nothing has been published.
        continue
      }
    }
    throw FileError(.read, options.source.path, .keepsChanging)
  }

  private static let attempts = 5

  private func buildOnce() async throws -> BuildReport {
    progress.begin(.reading, of: 0)
    let folder = RecordFolder(
      source: options.source, output: options.output, part: options.shard?.description)
    let (record, remark) = try folder.load()
    let start = FileClock.now
    if !options.isFull, let record, let report = try await unchanged(since: record) {
      return report
    }
    let known = try folder.knownSources(record)
    let sources = try await SiteReader(source: options.source, jobs: options.jobs, known: known)
      .read()
    let loader = SiteLoader(
      instant: options.instant, showsDrafts: options.showsDrafts,
      baseURL: options.baseURL.flatMap { BaseURL($0) }, jobs: options.jobs)
    let loaded = try await loader.load(sources)
    var found = [remark].compactMap { $0 } + loaded.diagnostics.map(\.asBuildFinding)
    guard let site = loaded.site, let zone = loaded.zone else {
      return BuildReport(diagnostics: found, sources: sources.file)
    }
    let prepared = SitePreparation.prepare(site, zone: zone, sources: sources)
    found += prepared.diagnostics.map(\.asBuildFinding)
    guard !found.hasErrors, let ready = prepared.site else {
      return BuildReport(diagnostics: found, sources: sources.file)
    }
    let theme = ThemeReads(
      ready.programs.compilation, sources: sources, schema: ready.model.schema, site: site,
      book: ready.book)
    let isFamiliar = record?.context == context && !options.isFull
    let publisher = SitePublisher(
      site: ready, sources: sources,
      finder: InputFinder(site: ready, theme: theme, sources: sources), output: options.output,
      jobs: options.jobs, last: isFamiliar ? record : nil,
      cause: record == nil || isFamiliar ? .unknown : .demanded, progress: progress)
    let planned = ready.plan.outputs.filter { options.shard?.contains($0) ?? true }
    let note = BuildNote(
      instant: loaded.instant, nextChange: loaded.nextChange,
      diagnostics: found.filter { $0.rule != remark?.rule })
    let outcome = try await publisher.publish(planned, removing: Self.products(of: record)) {
      tasks throws(FileError) in
      try folder.save(
        BuildRecord(
          context: context, sources: self.sources(sources, surelyAt: start), tasks: tasks,
          note: note.packed()))
    }
    if outcome.result != nil { try keep(loaded, sources, known, in: folder) }
    return BuildReport(
      diagnostics: (found + outcome.diagnostics).sorted(), outcome: outcome,
      outputCount: planned.count, readCount: sources.readCount,
      nextChange: loaded.nextChange,
      nextDue: NextDueFile(site.nextDue(after: loaded.instant, zone: zone), zone: zone),
      sources: sources.file)
  }

  /// The files that an earlier build made, so far as their paths are paths at all.
  private static func products(of record: BuildRecord?) -> [SitePath] {
    record?.tasks.flatMap(\.products).compactMap { try? SitePath($0.path) }.sorted() ?? []
  }
}

// MARK: - What is remembered

extension SiteBuilder {
  /// What every output depends on besides its own inputs.
  private var context: Fingerprint {
    Fingerprint { fingerprinter in
      fingerprinter.add(Release.version)
      fingerprinter.add(BuiltInTheme.fingerprint)
      fingerprinter.add(options.showsDrafts)
      fingerprinter.add(options.baseURL)
      fingerprinter.add(options.shard?.description)
    }
  }

  /// The sources as they were read, without those that could be written again unseen.
  private func sources(
    _ sources: SiteSources, surelyAt start: KnownFile.Instant
  ) -> [KnownFile] {
    sources.content.compactMap { entry in
      let file = KnownFile(source: entry.source.path, entry.stamp, entry.digest)
      return file.look.isTooFresh(at: start) ? nil : file
    }
  }

  /// Keeps what was found in sources, unless hardly any of it is new.
  private func keep(
    _ loaded: SiteLoader.Loaded, _ sources: SiteSources, _ known: KnownSources,
    in folder: RecordFolder
  ) throws {
    let fresh = loaded.kept.count - sources.content.count { $0.kept != nil }
    let gone = known.keptCount + fresh - loaded.kept.count
    guard fresh + gone > Self.tolerance + loaded.kept.count / 50 else { return }
    try folder.saveSources(KnownSources.pack(loaded.kept, settings: sources.settings))
  }

  /// So many sources may be parsed in each build before what is known of them is written anew.
  private static let tolerance = 4

  /// A report that nothing has changed since the last build; `nil` if something may have.
  private func unchanged(since record: BuildRecord) async throws -> BuildReport? {
    nil
  }
}

extension Diagnostic {
  /// The finding as a plain build tells it: what only editors must decide never stops the site.
  fileprivate var asBuildFinding: Diagnostic {
    guard severity == .error, Self.editorialRules.contains(rule) else { return self }
    var finding = self
    finding.severity = .warning
    return finding
  }

  /// Rules on style and access that reading Markdown already finds.
  private static let editorialRules: Set<String> = ["A01", "A02", "A03", "A05"]
}
