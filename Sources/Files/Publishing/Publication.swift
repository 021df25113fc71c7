import Synchronization

/// Puts a rendered site into its output folder: all of it, or none of it.
///
/// ```swift
/// let publication = try Publication(in: Folder("output"))
/// try publication.stage(bytes, at: path)  // as pages are rendered, from any thread
/// let result = try publication.commit(removing: stale) { result throws(FileError) in
///   try save(record(of: result))
/// }
/// ```
///
/// New files are written into a hidden folder inside the output folder. `commit` writes down what
/// it is going to do and then moves them to their places. A process that is killed at any instant
/// leaves the old site, the new one, or a journal by which the next `init` finishes the new one;
/// an error leaves the old site. No file is ever half written at its place.
///
/// **Loss of power.** Only the journal is forced onto the disk, because forcing each file would
/// cost more than rendering it. If power fails while a site is published, the next `init` checks
/// the new files against the journal and undoes the publication if any is damaged. If power fails
/// within seconds *after* publishing, a file system may lose the newest bytes; a full build mends
/// that, since files are compared by their bytes.
public final class Publication: Sendable {
  /// What `init` found of an earlier publication that was interrupted.
  public let recovery: PublicationRecovery
  let output: OutputFolder
  let survey = OutputSurvey()
  let probe: Probe
  private let state: Mutex<State>

  /// Called at each moment at which a test may interrupt; throws to make that moment fail.
  public typealias Probe = @Sendable (PublicationMoment) throws(FileError) -> Void

  /// Opens and locks the output folder, which is made if it is not there, and brings an
  /// interrupted publication to its end.
  public init(
    in folder: Folder, probe: @escaping Probe = { _ throws(FileError) in }
  ) throws(FileError) {
    output = try OutputFolder(folder)
    let lock = try PublicationLock(output)
    recovery = try InterruptedPublication.recover(in: output, probe: probe)
    try Self.clear(output)
    try output.createFolder(StagingLayout.new)
    state = Mutex(State(lock: consume lock))
    self.probe = probe
  }

  deinit { abandon() }

  /// Whether a publication into the folder was interrupted and waits for the next `init`.
  public static func isInterrupted(in folder: Folder) throws(FileError) -> Bool {
    let journal = folder.location(ofRelative: StagingLayout.journal)
    return try FileError.naming(.read, journal) { () throws(SystemError) in
      try FileStatus.ifPresent(at: journal) != nil
    }
  }

  /// How one output compares with what was published before.
  public enum Change: Sendable, Hashable {
    case added
    case changed
    case unchanged
  }

  /// What became of one output.
  public struct Staged: Sendable, Hashable {
    /// How the output compares with what was published before.
    public let change: Change
    /// How the file looks from outside; moving it into place changes nothing but `changed`.
    public let stamp: FileStamp
  }

  /// Takes the bytes of one output; safe to call from any number of threads.
  ///
  /// Bytes that are in the output folder already are compared and not written. `digest` is that of
  /// the bytes if the caller knows it. Nothing that is published changes before `commit`.
  @discardableResult
  public func stage(
    _ bytes: UnsafeRawBufferPointer, at path: SitePath, digest: Digest? = nil
  ) throws(FileError) -> Staged {
    guard !StagingLayout.reserves(path) else { throw error(.write, path, .reservedName) }
    guard claim(path) else { throw error(.write, path, .writtenTwice) }
    let comparison = try OutputComparison.compare(bytes, with: path, in: output, survey: survey)
    if case .same(let stamp) = comparison {
      state.withLock { $0.unchanged.append(path) }
      return Staged(change: .unchanged, stamp: stamp)
    }
    try probe(.staging)
    let stamp = try StagingArea.write(bytes, at: path, in: output)
    let content = Journal.Content(path: path, digest: digest ?? Digest(of: bytes))
    state.withLock { $0.staged.append(.init(content: content, comparison: comparison)) }
    return Staged(change: comparison == .different ? .changed : .added, stamp: stamp)
  }

  /// Takes the bytes of one output; safe to call from any number of threads.
  @discardableResult
  public func stage(
    _ bytes: [UInt8], at path: SitePath, digest: Digest? = nil
  ) throws(FileError) -> Staged {
    let outcome = bytes.withUnsafeBytes { buffer in
      Result { () throws(FileError) in try stage(buffer, at: path, digest: digest) }
    }
    return try outcome.get()
  }

  /// A file that an earlier build wrote, and by what it is known again.
  public struct KeptFile {
    let path: SitePath
    let digest: Digest
    let isFamiliar: (FileStamp) -> Bool

    /// - Parameters:
    ///   - digest: That of what the file must hold; it is read only if `isFamiliar` is false.
    ///   - isFamiliar: Whether a file that looks so is surely the one that was written.
    public init(
      path: SitePath, digest: Digest, isFamiliar: @escaping (FileStamp) -> Bool
    ) {
      self.path = path
      self.digest = digest
      self.isFamiliar = isFamiliar
    }
  }

  /// Keeps files that an earlier build wrote and returns how they look now; `nil`, keeping none, if
  /// one of them is not known to hold what that build left.
  public func keep(_ files: [KeptFile]) throws(FileError) -> [FileStamp]? {
    var stamps: [FileStamp] = []
    for file in files {
      guard let stamp = try intactStamp(of: file) else { return nil }
      stamps.append(stamp)
    }
    for file in files {
      guard claim(file.path) else { throw error(.write, file.path, .writtenTwice) }
      state.withLock { $0.unchanged.append(file.path) }
    }
    return stamps
  }

  private func intactStamp(of file: KeptFile) throws(FileError) -> FileStamp? {
    guard let status = try? output.status(of: file.path.text), status.kind == .file else {
      return nil
    }
    if file.isFamiliar(status.stamp) { return status.stamp }
    guard try survey.standing(of: file.path.parent, in: output) == .present,
      let contents = try? FileReader.read(file.path, in: output.folder),
      Digest(of: contents.bytes) == file.digest
    else { return nil }
    return contents.stamp
  }

  /// Returns whether the path was free.
  private func claim(_ path: SitePath) -> Bool {
    state.withLock { state in
      precondition(state.lock != nil, "nothing is staged once a publication has ended")
      return state.claimed.insert(path).inserted
    }
  }

  private func error(
    _ operation: FileError.Operation, _ path: SitePath, _ reason: FileError.Reason
  ) -> FileError {
    FileError(operation, output.folder.location(of: path), reason)
  }
}

extension Publication {
  private struct State: ~Copyable {
    /// Gone once the publication has come to its end.
    var lock: PublicationLock?
    var claimed: Set<SitePath> = []
    var staged: [JournalPlanner.StagedFile] = []
    var unchanged: [SitePath] = []

    init(lock: consuming PublicationLock) { self.lock = consume lock }
  }

  /// What was staged so far, in the order of paths whatever the order of threads.
  func contents() -> (
    staged: [JournalPlanner.StagedFile], unchanged: [SitePath], claimed: Set<SitePath>
  ) {
    state.withLock { state in
      (
        state.staged.inOrderOfPaths(), state.unchanged.sorted(), state.claimed
      )
    }
  }

  /// Removes all traces of publishing but the site; does nothing the second time.
  func end() throws(FileError) {
    guard let lock = state.withLock({ $0.lock.take() }) else { return }
    // A journal is there only if undoing failed; the next publication needs all it speaks of.
    guard try !output.isPresent(StagingLayout.journal) else { return }
    try Self.clear(output)
    try lock.lift(from: output)
    try output.removeIfNewAndEmpty()
  }

  private static func clear(_ output: borrowing OutputFolder) throws(FileError) {
    try output.removeTree(StagingLayout.new)
    try output.removeTree(StagingLayout.old)
    try output.removeFile(StagingLayout.draft)
  }
}
