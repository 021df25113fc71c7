internal import BuildGraph
internal import Content
internal import Diagnostics
package import Files
internal import Fingerprints
internal import Packing

/// Builds a site: reads, checks, renders what has changed and publishes, or reports why not.
package struct SiteBuilder: Sendable {
  let options: Options
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
    /// Whether what need not be rendered is rendered all the same and compared.
    package var verifies = false
    /// Whether the report says from which sources each rendered output has changed.
    package var explains = false
    /// Which part of the site is built, if not all of it.
    package var shard: Shard?
    /// How many seconds the file system's clock may stand still. A file written so shortly before
    /// it was read is read again by the next build, as it could have changed without a new date.
    package var coarsestTick = 2
    /// Whether changed texts are first tried by themselves.
    var triesTexts = true

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
    let (records, options) = (records, options)
    let look = try records.look()
    let start = FileClock.now
    let ((record, remark), listing) = try await ConcurrentMap.both(jobs: options.jobs) {
      try records.load()
    } and: {
      try SiteReader(source: options.source).list()
    }
    if !options.isFull, !options.verifies, let record,
      let report = try await lesserBuild(since: record, look, listing, from: start)
    {
      return report
    }
    let known = try records.knownSources(record)
    let build = try await BuildPreparation.prepare(
      options, listing: listing, record: record, known: known)
    var remarks = [remark].compactMap { $0 }
    guard let ready = build.ready else {
      return BuildReport(
        diagnostics: remarks + build.diagnostics, sources: build.sources.file)
    }
    let outcome = try await publish(ready, of: build, from: start)
    if record == nil, options.shard == nil, let result = outcome.result {
      remarks += try [UnknownFiles.warning(in: options.output, after: result)].compactMap { $0 }
    }
    return BuildReport(
      diagnostics: remarks + build.diagnostics + outcome.diagnostics, outcome: outcome,
      build: build, nextDue: ready.nextDue,
      trace: options.explains && build.record != nil
        ? SourceTrace(ready, changed: build.changedSources) : nil)
  }

  private func publish(
    _ ready: BuildPreparation.Ready, of build: BuildPreparation, from start: KnownFile.Instant
  ) async throws -> SitePublisher.Outcome {
    let last = usable(build.record)
    let tick = options.coarsestTick
    let finder = ready.finder
    let publisher = SitePublisher(
      site: ready.site, sources: build.sources, finder: finder,
      task: { finder.task(for: $0) }, output: options.output, jobs: options.jobs, last: last,
      cause: build.record == nil || last != nil ? .unknown : .demanded,
      verifies: options.verifies, progress: progress)
    return try await publisher.publish(
      ready.outputs, removing: Self.products(of: build.record),
      meanwhile: {
        let memory = SiteMemory(
          of: ready.site, outlines: build.loaded.outlines, outputs: ready.outputs)
        return (site: memory.packed(), sources: build.findingsToKeep())
      }
    ) { outputs, memory throws(FileError) in
      let note = BuildNote(
        instant: build.loaded.instant, nextChange: ready.nextInstant,
        zone: ready.site.model.site.settings.timeZone, nextDue: ready.nextDue,
        diagnostics: build.diagnostics + outputs.flatMap(\.diagnostics),
        memory: memory.site.fingerprint)
      // The record comes last, as it speaks of the others.
      if let sources = memory.sources { try records.saveSources(sources) }
      try records.saveMemory(memory.site.bytes)
      try records.save(
        BuildRecord(
          context: context,
          sources: build.sources.files.map { $0.asKnown(from: start, tick: tick) },
          tasks: outputs.map(\.task), note: note.packed()))
    }
  }

  /// The files that an earlier build made, so far as their paths are paths at all.
  private static func products(of record: BuildRecord?) -> [SitePath] {
    record?.tasks.flatMap(\.products).compactMap { try? SitePath($0.path) }.sorted() ?? []
  }
}

// MARK: - What is remembered

extension SiteBuilder {
  /// Where builds into the output folder are remembered.
  var records: RecordFolder {
    RecordFolder(
      source: options.source, output: options.output, part: options.shard?.description)
  }

  /// What every output depends on besides its own inputs.
  var context: Fingerprint {
    Fingerprint { fingerprinter in
      fingerprinter.add(Release.version)
      fingerprinter.add(BuiltInTheme.fingerprint)
      fingerprinter.add(options.showsDrafts)
      fingerprinter.add(options.baseURL)
      fingerprinter.add(options.shard?.description)
    }
  }

  /// The record, if the build it is of had the same options and this one does not ask for more.
  func usable(_ record: BuildRecord?) -> BuildRecord? {
    options.isFull || record?.context != context ? nil : record
  }
}

// MARK: - Builds that need not look at the whole site

extension SiteBuilder {
  /// A report of a build of which the record says that little or nothing has to be done; `nil` if
  /// the whole site must be looked at.
  private func lesserBuild(
    since record: BuildRecord, _ look: KnownFile.Look?, _ listing: SiteListing,
    from start: KnownFile.Instant
  ) async throws -> BuildReport? {
    guard record.context == context, let note = BuildNote(unpacking: record.note),
      note.holds(at: options.instant)
    else { return nil }
    let comparison = SiteComparison(
      record: record, listing: listing, output: options.output, jobs: options.jobs)
    guard let changed = comparison.changedSources() else { return nil }
    if changed.isEmpty {
      return try await comparison.unchangedOutputs().map { unchanged in
        let source = options.source
        return BuildReport(
          diagnostics: note.diagnostics, unchanged: unchanged, record: record,
          nextDue: note.nextDue, sources: { SiteSources.file($0, in: source) })
      }
    }
    // The way from a source to an output is explained by looking at the whole site.
    guard options.triesTexts, !options.explains, changed.count <= TextRebuild.limit,
      try !Publication.isInterrupted(in: options.output)
    else { return nil }
    let (ready, outputs) = try await ConcurrentMap.both(jobs: options.jobs) {
      try await textRebuild(of: changed, since: record, note)
    } and: {
      try await comparison.outputs()
    }
    guard let (rebuild, ready) = ready,
      let kept = outputs.unchanged(but: Set(ready.tasks.keys))
    else { return nil }
    return try await rebuild.publish(ready, beside: kept) {
      // Another build may have come to its end since the record was read.
      try records.look() == look
    } saving: { record throws(FileError) in
      try records.save(record)
    } asKnown: {
      $0.asKnown(from: start, tick: options.coarsestTick)
    }
  }

  private func textRebuild(
    of changed: [String], since record: BuildRecord, _ note: BuildNote
  ) async throws -> (TextRebuild, TextRebuild.Ready)? {
    guard let memory = try records.memory(note.memory) else { return nil }
    let rebuild = TextRebuild(
      options: options, record: record, note: note, memory: memory, progress: progress)
    return try await rebuild.prepare(changed).map { (rebuild, $0) }
  }
}

extension KnownFile {
  /// A source as the next build may know it: one that was written shortly before it was read may
  /// have been written again since.
  func asKnown(from start: KnownFile.Instant, tick: Int) -> KnownFile {
    look.isTooFresh(at: start, tick: tick) ? unsure : self
  }
}
