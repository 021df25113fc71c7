internal import BuildGraph
internal import Files

/// Compares a site with what is remembered of it, by what the file systems tell without reading.
struct SiteComparison: Sendable {
  let record: BuildRecord
  let listing: SiteListing
  let output: Folder
  let jobs: Int

  /// Every output file, if all sources and all outputs look as the last build left them, and
  /// nothing was added or removed; `nil` if anything may be different.
  func unchangedOutputs() async throws -> [SitePath]? {
    guard try !Publication.isInterrupted(in: output), sourcesAreUnchanged() else { return nil }
    return try await keptOutputs(but: [])
  }

  /// The output files of all tasks but some, if they look as the last build left them; `nil` if any
  /// does not.
  func keptOutputs(but tasks: Set<String>) async throws -> [SitePath]? {
    let products = record.tasks.flatMap { tasks.contains($0.name) ? [] : $0.products }
    let output = output
    let paths = try await ConcurrentMap.map(products, jobs: jobs) { product -> SitePath? in
      let path = try SitePath(product.path)
      // An output that cannot be looked at is rendered again, which tells what is wrong with it.
      let stamp = try? FileReader.stamp(of: path, in: output)
      return stamp.map(KnownFile.Look.init(output:)) == product.look ? path : nil
    }
    let unchanged = paths.compactMap { $0 }
    return unchanged.count == products.count ? unchanged.sorted() : nil
  }

  /// Whether every source is there and looks as it did, and no other is.
  func sourcesAreUnchanged() -> Bool { changedSources()?.isEmpty == true }

  /// The sources that look different, in the order of their paths; `nil` if there are others than
  /// there were, or if something was passed over, which has no look to compare.
  func changedSources() -> [String]? {
    guard listing.content.leftOut.isEmpty, listing.theme.leftOut.isEmpty else { return nil }
    let found =
      files(listing.content, SiteReader.contentFolder)
      + files(listing.theme, ThemeReader.folderName)
    guard found.count == record.sources.count else { return nil }
    var changed: [String] = []
    for (found, known) in zip(found, record.sources) {
      guard found.path == known.path else { return nil }
      if found.look != known.look { changed.append(found.path) }
    }
    return changed
  }

  private func files(
    _ listing: FolderListing, _ folder: String
  ) -> [(path: String, look: KnownFile.Look)] {
    listing.files.map { ("\(folder)/\($0.path.text)", KnownFile.Look(source: $0.stamp)) }
  }
}
