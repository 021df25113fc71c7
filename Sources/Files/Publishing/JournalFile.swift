/// The journal on disk: once it has its name, the new site is certain.
enum JournalFile {
  /// Writes the journal under another name, waits until the disk has it, and names it.
  static func seal(_ journal: Journal, in output: borrowing OutputFolder) throws(FileError) {
    try output.removeFile(StagingLayout.draft)
    try output.naming(.write, StagingLayout.journal) { root throws(SystemError) in
      let file = try root.open(StagingLayout.draft, for: .creating)
      try file.append(journal.encoded())
      try file.synchronize()
      try file.closeReporting()
      try root.rename(StagingLayout.draft, to: StagingLayout.journal)
      try root.open(StagingLayout.folder, for: .folder).synchronize()
    }
  }

  /// Reads the journal that an interrupted publication left, or returns `nil` if there is none.
  static func read(in output: borrowing OutputFolder) throws(FileError) -> Journal.Reading? {
    guard try output.isPresent(StagingLayout.journal) else { return nil }
    let bytes = try output.naming(.read, StagingLayout.journal) { root throws(SystemError) in
      let file = try root.open(StagingLayout.journal, for: .reading)
      return try file.nextBytes(file.status().stamp.size)
    }
    return Journal.read(bytes)
  }

  /// Removes the journal, which ends the publication.
  static func remove(in output: borrowing OutputFolder) throws(FileError) {
    try output.removeFile(StagingLayout.journal)
  }
}
