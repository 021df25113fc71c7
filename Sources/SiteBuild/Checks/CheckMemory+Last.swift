internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files

extension CheckMemory {
  /// The last check, and what looks different since.
  struct Last: Sendable {
    let record: BuildRecord
    let note: BuildNote
    let listing: SiteListing
    /// The sources that look different, named from the site's folder.
    let changed: [String]

    /// Whether a finding is in a source that looks different.
    func isOfChange(_ finding: Diagnostic) -> Bool {
      (finding.location?.file).map(changed.contains) ?? false
    }

    /// Whether a source that looks different is a text of which everything found so far depends
    /// on itself, and to which nothing found elsewhere points.
    func canChange(_ file: String, _ texts: TextMemory) -> Bool {
      guard texts.text(at: AddressBook.contentPath(file)) != nil else { return false }
      return note.diagnostics.allSatisfy { finding in
        guard finding.location?.file == file else {
          return !finding.notes.contains { $0.location?.file == file }
        }
        // Ids and output paths are compared with those of other sources.
        return !["S04", "B01", "B02"].contains(finding.rule)
      }
    }
  }

  /// The last check, if it was of the same sources but for what is in some of them, and the time
  /// that has passed changes nothing.
  func last(at instant: BuildInstant) throws -> Last? {
    guard let (record, note) = note(at: instant) else { return nil }
    let listing = try SiteReader(source: source).list()
    let comparison = SiteComparison(record: record, listing: listing, output: source, jobs: 1)
    guard let changed = comparison.changedSources() else { return nil }
    return Last(record: record, note: note, listing: listing, changed: changed)
  }

  /// Remembers what is found after some texts have changed.
  ///
  /// - Parameters:
  ///   - files: The sources that were read, the changed ones among them.
  ///   - texts: What is known of texts, if that is not as it was.
  func save(
    _ findings: [Diagnostic], after last: Last, files: [KnownFile], texts: TextMemory?
  ) {
    let now = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let note = BuildNote(
      instant: last.note.instant, nextChange: last.note.nextChange, zone: last.note.zone,
      nextDue: last.note.nextDue, diagnostics: findings, memory: last.note.memory)
    save(last.record.sources.map { now[$0.path] ?? $0 }, note, texts: texts)
  }
}
