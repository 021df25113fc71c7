internal import BuildGraph
internal import Content
internal import Files

/// What a build has left, in memory: its record, the note in it, and what is remembered of the site.
struct LastBuild: Sendable {
  /// How the record on disk looks, by which it is known whether someone else has built since.
  private let look: KnownFile.Look
  private let record: BuildRecord
  private let note: BuildNote
  private let memory: SiteMemory
  /// The paths of all sources.
  private let sources: Set<String>
  /// Whether the record on disk is this one.
  let isSaved: Bool

  private init(
    look: KnownFile.Look, record: BuildRecord, note: BuildNote, memory: SiteMemory,
    sources: Set<String>, isSaved: Bool
  ) {
    self.look = look
    self.record = record
    self.note = note
    self.memory = memory
    self.sources = sources
    self.isSaved = isSaved
  }

  /// Loads what stands on the disk; `nil` if there is nothing of use.
  init?(_ records: RecordFolder) throws {
    guard let look = try records.look(), let record = try records.load().record,
      let note = BuildNote(unpacking: record.note), let memory = try records.memory(note.memory),
      // Another build may have come to its end in between.
      try records.look() == look
    else { return nil }
    self.init(
      look: look, record: record, note: note, memory: memory,
      sources: Set(record.sources.map(\.path)), isSaved: true)
  }

  var basePath: String { memory.book.base.path }
  var nextChange: Int? { note.nextChange }
}

// MARK: - Building with it

extension LastBuild {
  /// Builds a site in which some sources have changed, if that is only a matter of texts; `nil` if
  /// the whole site must be looked at.
  func build(_ paths: Set<String>, _ options: SiteBuilder.Options) async throws -> BuildReport? {
    let builder = SiteBuilder(options)
    let start = FileClock.now
    guard builder.usable(record) != nil, note.holds(at: options.instant),
      let changed = try changedSources(paths, in: options.source),
      changed.count <= TextRebuild.limit, try !Publication.isInterrupted(in: options.output)
    else { return nil }
    let rebuild = TextRebuild(
      options: options, record: record, note: note, memory: memory, progress: .silent)
    do {
      guard let ready = try await rebuild.prepare(changed) else { return nil }
      return try await rebuild.publish(ready, beside: []) {
        try builder.records.look() == look
      } saving: { _ in
        // It is saved when readers have the new pages.
      } asKnown: {
        $0.asKnown(from: start, tick: options.coarsestTick)
      }
    } catch is SourceChanged {
      // Of this nobody has told yet.
      return nil
    } catch let error as FileError where error.isAbsence {
      return nil
    }
  }

  /// The sources among paths, in order; `nil` if there is something new, or nothing to tell it.
  private func changedSources(_ paths: Set<String>, in source: Folder) throws -> [String]? {
    var changed: [String] = []
    for path in paths.sorted() {
      if sources.contains(path) {
        changed.append(path)
      } else if let path = try? SitePath(path), try !FileReader.isPresent(path, in: source) {
        // Editors make files beside the one they save, and remove them.
        continue
      } else {
        return nil
      }
    }
    return changed
  }

  /// What is left once a build of texts has published, whose record is not yet saved.
  func followed(by record: BuildRecord) -> LastBuild {
    LastBuild(
      look: look, record: record, note: BuildNote(unpacking: record.note) ?? note, memory: memory,
      sources: sources, isSaved: false)
  }

  /// Whether every output looks as it was left.
  func outputsAreIntact(_ options: SiteBuilder.Options) async throws -> Bool {
    let comparison = SiteComparison(
      record: record, listing: SiteListing(content: .empty, theme: .empty),
      output: options.output, jobs: options.jobs)
    return try await comparison.outputs().unchanged(but: []) != nil
  }

  /// Whether nobody else has published since; asked when nobody else can.
  func isCurrent(in records: RecordFolder, _ publication: Publication) throws -> Bool {
    guard case .none = publication.recovery else { return false }
    return try records.look() == look
  }

  /// Saves the record.
  func saved(in records: RecordFolder) throws -> LastBuild? {
    try records.save(record)
    return try records.look().map { look in
      LastBuild(
        look: look, record: record, note: note, memory: memory, sources: sources, isSaved: true)
    }
  }
}
