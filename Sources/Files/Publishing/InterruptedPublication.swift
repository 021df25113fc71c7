/// Finishes what an interrupted publication left, or undoes it.
struct InterruptedPublication {
  private let journal: Journal
  private let run: JournalRun

  /// Looks at what is there, brings it to an end and says what that was.
  static func recover(
    in output: borrowing OutputFolder, probe: @escaping Publication.Probe
  ) throws(FileError) -> PublicationRecovery {
    switch try JournalFile.read(in: output) {
    case nil:
      // The lock's file is there already, so only this one tells of an earlier publication.
      let isLeft = try output.isPresent(StagingLayout.new)
      return isLeft ? .discarded : .none
    case .damaged:
      try JournalFile.remove(in: output)
      return .discarded
    case .foreign:
      throw FileError(.open, output.folder.path, .journalIsForeign)
    case .complete(let journal):
      return try InterruptedPublication(journal: journal, probe: probe).end(in: output)
    }
  }

  private init(journal: Journal, probe: @escaping Publication.Probe) {
    self.journal = journal
    self.run = JournalRun(journal: journal, isResumed: true, probe: probe)
  }

  private func end(in output: borrowing OutputFolder) throws(FileError) -> PublicationRecovery {
    try refuseLinks(in: output)
    guard try isIntact(in: output) else {
      try run.undo(in: output)
      try JournalFile.remove(in: output)
      return .discarded
    }
    do throws(FileError) {
      try run.perform(in: output)
    } catch {
      try run.undo(after: error, in: output)
    }
    try JournalFile.remove(in: output)
    return .finished(written: journal.contents.map(\.path).sorted(), removed: journal.removed)
  }

  /// Between the two runs, someone may have put a link where a folder was.
  private func refuseLinks(in output: borrowing OutputFolder) throws(FileError) {
    let survey = OutputSurvey()
    for path in journal.contents.map(\.path) + journal.removed {
      if case .link(let link) = try survey.standing(of: path.parent, in: output) {
        throw FileError(.write, output.folder.location(of: link), .symbolicLink)
      }
    }
  }

  /// Whether every new file holds what it should, whether it has been moved yet or not.
  ///
  /// After the end of a process it always does; after a loss of power the journal may have reached
  /// the disk before the files did.
  private func isIntact(in output: borrowing OutputFolder) throws(FileError) -> Bool {
    for content in journal.contents {
      let staged = StagingLayout.new(content.path)
      let isMoved = try !output.isPresent(staged)
      let found = try digest(of: isMoved ? content.path.text : staged, in: output)
      guard found == content.digest else { return false }
    }
    return true
  }

  private func digest(
    of path: String, in output: borrowing OutputFolder
  ) throws(FileError) -> Digest? {
    try output.naming(.read, path) { root throws(SystemError) in
      do throws(SystemError) {
        let file = try root.open(path, for: .reading)
        let status = try file.status()
        guard status.kind == .file else { return nil }
        return Digest(of: try file.nextBytes(status.stamp.size))
      } catch let error where [.notFound, .notFolder, .isLink].contains(error) {
        return nil
      }
    }
  }
}
