import Synchronization

/// Keeps the new files, at their paths below `new/`, until all of them are there.
final class StagingArea: Sendable {
  private let made = Mutex<Set<SitePath>>([])

  /// Writes a file that is not there yet and returns its stamp; safe to call from any number of
  /// threads.
  func write(
    _ bytes: UnsafeRawBufferPointer, at path: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) -> FileStamp {
    if let folder = path.parent { try createFolders(folder, in: output) }
    let name = StagingLayout.new(path)
    // Errors name the path that the caller knows, not the place where it is staged.
    return try output.naming(.write, path.text) { root throws(SystemError) in
      let file = try root.open(name, for: .creating)
      try file.append(bytes)
      let stamp = try file.status().stamp
      try file.closeReporting()
      return stamp
    }
  }

  private func createFolders(
    _ folder: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) {
    guard !made.withLock({ $0.contains(folder) }) else { return }
    if let parent = folder.parent { try createFolders(parent, in: output) }
    // Another thread may make the same folder meanwhile, which is fine.
    try output.createFolder(StagingLayout.new(folder))
    made.withLock { _ = $0.insert(folder) }
  }
}
