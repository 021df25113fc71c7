internal import BuildGraph
package import Content
package import Diagnostics
package import Files
package import GregorianCalendar

/// Reads a site and finds all that is wrong in it, without rendering or publishing anything.
package struct SiteChecker: Sendable {
  private let source: Folder
  private let instant: BuildInstant
  private let showsDrafts: Bool
  private let jobs: Int
  private let plainBodies: PlainBodyTest.Maker
  private let coarsestTick: Int

  /// - Parameters:
  ///   - plainBodies: Makes the test of which bodies need not be parsed.
  ///   - coarsestTick: How many seconds the file system's clock may stand still; a file written so
  ///     shortly before it was read is read again by the next check.
  package init(
    source: Folder, instant: BuildInstant, showsDrafts: Bool = false, jobs: Int = 2,
    plainBodies: @escaping PlainBodyTest.Maker = { _ in .parsesAll }, coarsestTick: Int = 2
  ) {
    self.plainBodies = plainBodies
    self.coarsestTick = coarsestTick
    self.source = source
    self.instant = instant
    self.showsDrafts = showsDrafts
    self.jobs = jobs
  }

  private func memory() throws -> CheckMemory {
    try CheckMemory(source: source, showsDrafts: showsDrafts, coarsestTick: coarsestTick)
  }

  private var loader: CheckLoader {
    CheckLoader(instant: instant, showsDrafts: showsDrafts, jobs: jobs, plainBodies: plainBodies)
  }

  /// What the last check found, if nothing has changed since that findings depend on; or a check of
  /// what has changed, if that is only texts.
  ///
  /// What the disk would not do is thrown.
  package func resumed() async throws -> Resumption? {
    let memory = try memory()
    guard let last = try memory.last(at: instant) else { return nil }
    guard last.changed.isEmpty else {
      let reader = SiteReader(source: source, known: try memory.knownSources())
      return try await TextCheck.prepare(last, memory: memory, loader: loader, reader: reader)
        .map { .texts($0) }
    }
    return .unchanged(
      CheckedSite(
        subject: nil, diagnostics: last.note.diagnostics, parsedCount: 0, record: nil,
        source: { [source] in SiteSources.file($0, in: source) }))
  }

  /// What is left to do after an earlier check.
  package enum Resumption: Sendable {
    case unchanged(CheckedSite)
    case texts(TextCheck)
  }

  /// Reads, loads and prepares the site as a build does, its bodies with their words.
  ///
  /// What the disk would not do is thrown.
  package func check() async throws -> CheckedSite { try await check { _ in }.site }

  /// The same, with what someone else makes of the site meanwhile.
  ///
  /// - Parameter examine: Not asked when there are no settings to read the rest by.
  package func check<Examination: Sendable>(
    _ examine: @escaping @Sendable (CheckedSite.Subject) async -> Examination
  ) async throws -> (site: CheckedSite, examination: Examination?) {
    let memory = try memory()
    let known = try memory.knownSources()
    let loaded = try await loader.load(try SiteReader(source: source, known: known).open())
    let sources = loaded.sources
    let texts = CheckedTexts(loaded)
    let subject = loaded.site?.subject
    let (faults, (examination, seen)) = try await ConcurrentMap.both(jobs: jobs) {
      try await self.faults(in: loaded)
    } and: {
      try await ConcurrentMap.both(jobs: jobs) {
        guard let subject else { return Examination?.none }
        return await examine(subject)
      } and: {
        memory.save(texts, of: sources, known: known)
        return texts.seen()
      }
    }
    var record: CheckedSite.Record?
    if let found = loaded.site, let faults {
      record = CheckedSite.Record(
        memory: memory, loaded: loaded, site: found, texts: seen, faults: faults)
    }
    let diagnostics = loaded.diagnostics + (faults?.diagnostics ?? [])
    let site = CheckedSite(
      subject: subject, diagnostics: diagnostics.sorted(),
      parsedCount: sources.content.count { $0.kept == nil }, record: record, source: sources.file)
    return (site, examination)
  }

  private func faults(
    in loaded: CheckLoader.Loaded
  ) async throws -> SitePreparation.Faults? {
    guard let found = loaded.site else { return nil }
    return try await SitePreparation.faults(in: found.site, sources: loaded.sources, jobs: jobs)
  }
}

/// A site as far as it could be read, with what is wrong in its sources.
package struct CheckedSite: Sendable {
  /// `nil` when there are no settings to read the rest by.
  package let subject: Subject?
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  /// How many sources were parsed, those that an earlier check knew not counted.
  package let parsedCount: Int
  /// What is to be remembered of the check; `nil` when that is known already.
  let record: Record?
  /// Any source by the name that findings give it.
  package let source: @Sendable (String) -> SourceFile?

  /// What editorial rules are asked about.
  package struct Subject: Sendable {
    package let site: Site
    /// The same site with drafts.
    package let drafts: Site
    package let today: CalendarDay
  }

  /// What a check knows of itself besides its findings; all of it, as taking a large site apart
  /// takes time, and most checks end with the process.
  struct Record: Sendable {
    let memory: CheckMemory
    let loaded: CheckLoader.Loaded
    let site: CheckLoader.LoadedSite
    let texts: [CheckedTexts.Seen]
    let faults: SitePreparation.Faults
  }

  /// Remembers all that was found, so that the next check need only repeat it.
  ///
  /// - Parameter mentions: Who is named in which files.
  package func remember(_ findings: [Diagnostic], mentions: [String: Set<String>]) {
    guard let record else { return }
    let site = record.site
    record.memory.save(
      record.loaded.sources.files,
      BuildNote(
        instant: site.instant, nextChange: site.end, zone: site.zone.name,
        nextDue: NextDueFile(encoded: [], line: nil), diagnostics: findings),
      texts: TextMemory(record.faults.book, record.texts, mentions: mentions))
  }
}
