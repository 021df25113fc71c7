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
    let products = record.tasks.flatMap(\.products)
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
  func sourcesAreUnchanged() -> Bool {
    // What is passed over has no stamp to compare.
    guard listing.content.leftOut.isEmpty, listing.theme.leftOut.isEmpty else { return false }
    let found =
      files(listing.content, SiteReader.contentFolder)
      + files(listing.theme, ThemeReader.folderName)
    guard found.count == record.sources.count else { return false }
    return zip(found, record.sources).allSatisfy { $0.path == $1.path && $0.look == $1.look }
  }

  private func files(
    _ listing: FolderListing, _ folder: String
  ) -> [(path: String, look: KnownFile.Look)] {
    listing.files.map { ("\(folder)/\($0.path.text)", KnownFile.Look(source: $0.stamp)) }
  }
}
