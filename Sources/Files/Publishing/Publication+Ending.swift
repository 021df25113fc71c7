extension Publication {
  /// Publishes what was staged and removes `stale` files, which an earlier build wrote.
  ///
  /// Paths that were staged are never removed. `save` is called when everything is in place and
  /// before the journal is removed: a record saved there never claims more than the folder holds,
  /// and if it cannot be saved, everything is undone. After an error the old site is in place; if
  /// even undoing fails, the journal stays and the next publication goes on from it.
  @discardableResult
  public func commit(
    removing stale: [SitePath] = [],
    saving save: (PublicationResult) throws(FileError) -> Void = { _ throws(FileError) in }
  ) throws(FileError) -> PublicationResult {
    let (staged, unchanged, claimed) = contents()
    var planner = JournalPlanner(staged: staged, survey: survey)
    let leaving = Set(stale).subtracting(claimed).sorted()
    let journal = try planner.plan(removing: leaving, from: output)
    let result = PublicationResult(
      added: staged.filter { $0.comparison != .different }.map(\.path),
      changed: staged.filter { $0.comparison == .different }.map(\.path),
      unchanged: unchanged, removed: journal.removed, leftAlone: planner.leftAlone)
    try publish(journal, result, save)
    try probe(.cleaning)
    try end()
    return result
  }

  /// Gives up: removes what was staged and lets others publish. The old site stays.
  public func abandon() {
    // Whatever is left behind is removed by the next publication.
    try? end()
  }

  private func publish(
    _ journal: Journal, _ result: PublicationResult,
    _ save: (PublicationResult) throws(FileError) -> Void
  ) throws(FileError) {
    guard !journal.isEmpty else { return try save(result) }
    let run = JournalRun(journal: journal, isResumed: false, probe: probe)
    try output.createFolder(StagingLayout.old)
    try probe(.sealing)
    try JournalFile.seal(journal, in: output)
    do throws(FileError) {
      try run.perform(in: output)
      try probe(.saving)
      try save(result)
    } catch {
      try run.undo(after: error, in: output)
    }
    try probe(.completing)
    try JournalFile.remove(in: output)
  }
}
