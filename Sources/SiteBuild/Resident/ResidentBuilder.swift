internal import BuildGraph
internal import Content
package import Files

/// Builds a site again and again in one process, told each time what has changed.
///
/// What the last build left stays in memory. When nothing but texts has changed, what shows them is
/// rendered with that, and neither the sources nor the outputs are gone through; the record is
/// saved when there is time (`settle`). A process that is killed before leaves an older record, by
/// which the next build finds the same texts changed. Everything else is built as ever.
package struct ResidentBuilder: Sendable {
  private let options: SiteBuilder.Options
  /// What the last build left; `nil` until there is time to load it.
  private var last: LastBuild?
  /// What has changed since the last build that published.
  private var pending = FolderChanges.everything

  /// The folders of a site's sources, in the folder of the site.
  package static let watchedFolders = [SiteReader.contentFolder, ThemeReader.folderName]

  /// - Parameter options: The instant is that of the first build.
  package init(_ options: SiteBuilder.Options) { self.options = options }

  /// Builds the site as at an instant; `changes` are those since the last call.
  ///
  /// When errors stop a build, what it was told is looked at again by the next.
  package mutating func build(
    _ changes: FolderChanges, at instant: BuildInstant
  ) async throws -> BuildReport {
    pending.formUnion(changes)
    var options = options
    options.instant = instant
    if !pending.isEverything, let last,
      let report = try await last.build(pending.paths, options)
    {
      self.last = report.record.map(last.followed(by:)) ?? last
      pending = .none
      return report
    }
    try saveRecord()
    options.triesTexts = pending.isEverything
    let report = try await SiteBuilder(options).build()
    if report.result != nil {
      last = nil
      pending = .none
    }
    return report
  }

  /// The path below which the site's pages refer to each other, such as `/notes/`.
  package var basePath: String? { last?.basePath }

  /// The next instant at which the site changes by itself; `nil` if it is not known.
  package var nextChange: Int? { last?.nextChange }
}

// MARK: - When there is time

extension ResidentBuilder {
  /// Does what nobody waits for: saves what was remembered, loads what the next build may use, and
  /// looks at the outputs. Returns false if they are not what was built, or if someone else has
  /// built, so that the site must be built again.
  package mutating func settle() async throws -> Bool {
    let isOurs = last != nil
    try saveRecord()
    if isOurs, last == nil { return false }
    if last == nil { last = try LastBuild(SiteBuilder(options).records) }
    guard let last else { return true }
    let isIntact = try await last.outputsAreIntact(options)
    if !isIntact { forget() }
    return isIntact
  }

  /// Saves the record of a build of texts; if someone else has built meanwhile, theirs counts.
  private mutating func saveRecord() throws {
    guard let unsaved = last, !unsaved.isSaved else { return }
    let records = SiteBuilder(options).records
    let publication = try Publication(in: options.output)
    defer { publication.abandon() }
    if try unsaved.isCurrent(in: records, publication) {
      last = try unsaved.saved(in: records)
    } else {
      forget()
    }
  }

  private mutating func forget() {
    last = nil
    pending.formUnion(.everything)
  }
}
