internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints

/// What checks know from earlier checks: which sources were there, what follows from each, and
/// what was found.
///
/// Kept apart from what builds know, as checks keep the words of texts and builds do not. It is a
/// cache: without it, or where it cannot be written, a check only takes longer.
struct CheckMemory: Sendable {
  private let source: Folder
  private let showsDrafts: Bool
  private let folder: RecordFolder
  private let record: BuildRecord?
  private let start: KnownFile.Instant
  private let coarsestTick: Int

  init(source: Folder, showsDrafts: Bool, coarsestTick: Int) throws {
    self.coarsestTick = coarsestTick
    self.source = source
    self.showsDrafts = showsDrafts
    folder = RecordFolder(source: source, output: source, part: "check")
    start = FileClock.now
    record = try folder.load().record
  }

  /// What is known of the sources.
  func knownSources() throws -> KnownSources { try folder.knownSources(record) }

  /// What the last check found, if the sources look as it left them and the time that has passed
  /// changes nothing; `nil` if anything may be different.
  func findings(at instant: BuildInstant) throws -> [Diagnostic]? {
    guard let record, record.context == context, let note = BuildNote(unpacking: record.note),
      note.holds(at: instant)
    else { return nil }
    let listing = try SiteReader(source: source).list()
    let comparison = SiteComparison(record: record, listing: listing, output: source, jobs: 1)
    return comparison.sourcesAreUnchanged() ? note.diagnostics : nil
  }

  /// Remembers what follows from sources, unless hardly any of it is new.
  func save(_ texts: CheckedTexts, of sources: SiteSources, known: KnownSources) {
    let gone = known.keptCount - (texts.count - texts.freshCount)
    guard texts.freshCount + gone > Self.tolerance + texts.count / 50 else { return }
    // Sources may be where nothing can be written, which is no reason not to check them.
    try? folder.saveSources(texts.packed(settings: sources.settings))
  }

  /// So many sources may be parsed in each check before what follows from all is written anew.
  private static let tolerance = 4

  /// Remembers which sources were there, and what was found in them.
  func save(_ files: [KnownFile], _ note: BuildNote) {
    let sure = files.filter { !$0.look.isTooFresh(at: start, tick: coarsestTick) }
    try? folder.save(BuildRecord(context: context, sources: sure, tasks: [], note: note.packed()))
  }

  /// What findings depend on besides the sources and the time.
  private var context: Fingerprint {
    Fingerprint { fingerprinter in
      fingerprinter.add(Release.version)
      fingerprinter.add(BuiltInTheme.fingerprint)
      fingerprinter.add(showsDrafts)
    }
  }
}
