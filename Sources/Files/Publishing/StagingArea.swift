/// Keeps the new files, at their paths below `new/`, until all of them are there.
enum StagingArea {
  /// Writes a file that is not there yet and returns its stamp; safe to call from any number of
  /// threads.
  static func write(
    _ bytes: UnsafeRawBufferPointer, at path: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) -> FileStamp {
    if let folder = path.parent { try output.createFolders(folder, at: StagingLayout.new) }
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
}
