internal import BuildGraph
internal import Content
internal import Files
internal import Fingerprints

/// What checks know of sources from earlier checks, so that only what has changed is read again.
///
/// Kept apart from what builds know, as checks keep the words of texts and builds do not. It is a
/// cache: without it, or where it cannot be written, a check only takes longer.
struct CheckMemory {
  private let folder: RecordFolder
  let known: KnownSources
  private let start: KnownFile.Instant

  init(source: Folder) throws {
    folder = RecordFolder(source: source, output: source, part: "check")
    start = FileClock.now
    known = try folder.knownSources(try folder.load().record)
  }

  /// Remembers what a check has read, unless all that can be known was known.
  func save(_ sources: SiteSources, _ loaded: SiteLoader.Loaded) {
    let usedCount = sources.content.count { $0.kept != nil }
    let isNew = loaded.kept.count != usedCount || known.keptCount != usedCount
    guard isNew || sources.content.contains(where: { $0.kept != nil && $0.wasRead }) else { return }
    let files = sources.content.compactMap { entry in
      let file = KnownFile(source: entry.source.path, entry.stamp, entry.digest)
      return file.look.isTooFresh(at: start) ? nil : file
    }
    let context = Fingerprint { $0.add(Release.version) }
    // Sources may be where nothing can be written, which is no reason not to check them.
    if isNew { try? folder.saveSources(KnownSources.pack(loaded.kept, settings: sources.settings)) }
    try? folder.save(BuildRecord(context: context, sources: files, tasks: [], note: []))
  }
}
