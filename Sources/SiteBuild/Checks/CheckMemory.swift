internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints
internal import Packing

/// What checks know from earlier checks: which sources were there, what follows from each, and
/// what was found.
///
/// Kept apart from what builds know, as checks keep the words of texts and builds do not. It is a
/// cache: without it, or where it cannot be written, a check only takes longer.
struct CheckMemory: Sendable {
  let source: Folder
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

  /// What the last check noted, if it was asked the same and the time that has passed changes
  /// nothing.
  func note(at instant: BuildInstant) -> (record: BuildRecord, note: BuildNote)? {
    guard let record, record.context == context, let note = BuildNote(unpacking: record.note),
      note.holds(at: instant)
    else { return nil }
    return (record, note)
  }

  /// What is remembered of texts, if it is what belongs to the record.
  func textMemory(_ fingerprint: Fingerprint) throws -> TextMemory? {
    try folder.memoryBytes().flatMap { TextMemory(unpacking: $0, expecting: fingerprint) }
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
  ///
  /// - Parameter texts: What is known of texts; what was known still is when `nil`.
  func save(_ files: [KnownFile], _ note: BuildNote, texts: TextMemory?) {
    let sources = files.map {
      $0.look.isTooFresh(at: start, tick: coarsestTick) ? $0.unsure : $0
    }
    let packed = texts?.packed()
    let bound = packed.map { note.remembering($0.fingerprint) } ?? note
    if let packed { try? folder.saveMemory(packed.bytes) }
    try? folder.save(
      BuildRecord(context: context, sources: sources, tasks: [], note: bound.packed()))
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
