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
    return try await outputs().unchanged(but: [])
  }

  /// How the files of all tasks look.
  func outputs() async throws -> OutputLooks {
    guard let folder = try? OpenFolder(output) else { return OutputLooks(tasks: []) }
    let tasks = try await ConcurrentMap.map(record.tasks, jobs: jobs) { task in
      let paths = try task.products.map { try SitePath($0.path) }
      let isUnchanged = zip(task.products, paths).allSatisfy { product, path in
        // An output that cannot be looked at is rendered again, which tells what is wrong with it.
        let stamp = try? folder.stamp(of: path)
        return stamp.map(KnownFile.Look.init(output:)) == product.look
      }
      return OutputLooks.Task(name: task.name, paths: paths, isUnchanged: isUnchanged)
    }
    return OutputLooks(tasks: tasks)
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
  ) -> [(path: String, look: KnownFile.Look?)] {
    listing.files.map { ("\(folder)/\($0.path.text)", $0.stamp.map(KnownFile.Look.init(source:))) }
  }
}

/// How output files look beside what is remembered of them.
struct OutputLooks: Sendable {
  /// All tasks of the record; none if the output folder cannot be looked into.
  let tasks: [Task]

  struct Task: Sendable {
    let name: String
    /// The files it made.
    let paths: [SitePath]
    /// Whether all of them look as it left them.
    let isUnchanged: Bool
  }

  /// The files of all tasks but some; `nil` if one of them looks different.
  func unchanged(but others: Set<String>) -> [SitePath]? {
    var paths: [SitePath] = []
    paths.reserveCapacity(tasks.count)
    for task in tasks where !others.contains(task.name) {
      guard task.isUnchanged else { return nil }
      paths += task.paths
    }
    return tasks.isEmpty ? nil : paths.sorted()
  }
}
