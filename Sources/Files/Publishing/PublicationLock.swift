/// Keeps other processes from publishing into the same folder; the system lifts it if we die.
struct PublicationLock: ~Copyable, Sendable {
  private let file: Descriptor

  /// Locks the output folder or says which process holds the lock.
  init(_ output: borrowing OutputFolder) throws(FileError) {
    for _ in 0..<Self.attempts {
      try Self.createStagingFolder(in: output)
      if let file = try Self.lockedFile(in: output) {
        self.file = file
        return
      }
    }
    throw Self.taken(in: output)
  }

  /// Removes the lock's file and the staging folder, which are of no use without each other.
  consuming func lift(from output: borrowing OutputFolder) throws(FileError) {
    try output.removeFile(StagingLayout.lock)
    try output.removeFolderIfEmpty(StagingLayout.folder)
  }

  /// Each attempt fails only if another process finishes at the same moment.
  private static let attempts = 100

  private static func createStagingFolder(in output: borrowing OutputFolder) throws(FileError) {
    let name = StagingLayout.folder
    try output.createFolder(name)
    let place = output.folder.location(ofRelative: name)
    switch try output.status(of: name)?.kind {
    case .folder, nil: return
    case .link: throw FileError(.lock, place, .symbolicLink)
    case .file, .other: throw FileError(.lock, place, .fileWhereFolderMustBe)
    }
  }

  /// Returns the locked file, or `nil` if another process removed it just then.
  private static func lockedFile(
    in output: borrowing OutputFolder
  ) throws(FileError) -> Descriptor? {
    let place = output.folder.location(ofRelative: StagingLayout.lock)
    do throws(SystemError) {
      let file = try output.root.open(StagingLayout.lock, for: .locking)
      try file.lock()
      let named = try output.root.statusIfPresent(of: StagingLayout.lock)
      guard try named?.stamp.inode == file.status().stamp.inode else { return nil }
      try file.empty()
      try file.append(Array("\(SystemCall.processID)\n".utf8))
      return file
    } catch let error where error == .notFound {
      return nil
    } catch let error where error == .wouldBlock {
      throw taken(in: output)
    } catch {
      throw FileError(.lock, place, error)
    }
  }

  private static func taken(in output: borrowing OutputFolder) -> FileError {
    FileError(.lock, output.folder.path, .lockedBy(process: holder(in: output)))
  }

  private static func holder(in output: borrowing OutputFolder) -> Int? {
    // The other process may finish at any time, so failing to read its id is not worth a word.
    guard let file = try? output.root.open(StagingLayout.lock, for: .reading),
      let bytes = try? file.nextBytes(32)
    else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).prefix { $0.isNumber })
  }
}
