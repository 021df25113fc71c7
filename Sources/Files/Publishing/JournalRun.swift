/// Makes the steps of a journal, or undoes them.
struct JournalRun {
  let journal: Journal
  /// Whether an interrupted run may have made some of the steps already.
  let isResumed: Bool
  let probe: Publication.Probe

  /// Makes every step that is not made yet.
  func perform(in output: borrowing OutputFolder) throws(FileError) {
    for (number, step) in journal.steps.enumerated() {
      try probe(.performing(step: number))
      try perform(step, number, in: output)
    }
  }

  private func perform(
    _ step: Journal.Step, _ number: Int, in output: borrowing OutputFolder
  ) throws(FileError) {
    switch step {
    case .setAside(let path):
      // By now a new folder may stand where the file stood, so only `old/` can tell.
      if isResumed, try output.isPresent(StagingLayout.old(number)) { return }
      if isResumed, try !output.isPresent(path.text) { return }
      try output.rename(path.text, to: StagingLayout.old(number))
    case .removeFolder(let path):
      try output.removeFolderIfEmpty(path.text)
    case .replace(let path):
      if isResumed, try !output.isPresent(StagingLayout.new(path)) { return }
      try keep(path, number, in: output)
      try output.rename(StagingLayout.new(path), to: path.text)
    case .add(let path), .addFolder(let path):
      if isResumed, try !output.isPresent(StagingLayout.new(path)) { return }
      try output.rename(StagingLayout.new(path), to: path.text)
    }
  }

  /// Gives the old file a second name, so that it can come back.
  private func keep(
    _ path: SitePath, _ number: Int, in output: borrowing OutputFolder
  ) throws(FileError) {
    let old = StagingLayout.old(number)
    try output.naming(.move, path.text) { root throws(SystemError) in
      do throws(SystemError) {
        try root.link(path.text, to: old)
      } catch let error where error.refusesLinks {
        try root.rename(path.text, to: old)
      } catch let error where isResumed && (error == .exists || error == .notFound) {
        // The step was interrupted after the old file got its second name.
      }
    }
  }
}

extension JournalRun {
  /// Undoes every step, removes the journal and throws the cause.
  ///
  /// If that fails too, the journal stays, so that the next publication goes on from it.
  func undo(after cause: FileError, in output: borrowing OutputFolder) throws(FileError) -> Never {
    do throws(FileError) {
      try undo(in: output)
      try JournalFile.remove(in: output)
    } catch {
      throw FileError(.publish, output.folder.path, .unfinished(cause, undoing: error))
    }
    throw cause
  }

  /// Undoes every step that was made, the last one first.
  func undo(in output: borrowing OutputFolder) throws(FileError) {
    for (number, step) in journal.steps.enumerated().reversed() {
      try probe(.undoing(step: number))
      try undo(step, number, in: output)
    }
  }

  private func undo(
    _ step: Journal.Step, _ number: Int, in output: borrowing OutputFolder
  ) throws(FileError) {
    switch step {
    case .setAside(let path):
      guard try output.isPresent(StagingLayout.old(number)) else { return }
      if let folder = path.parent { try output.createFolders(folder) }
      try output.rename(StagingLayout.old(number), to: path.text)
    case .removeFolder:
      // Setting files back makes the folders they need.
      return
    case .replace(let path):
      try takeBack(path, in: output)
      guard try output.isPresent(StagingLayout.old(number)) else { return }
      try output.rename(StagingLayout.old(number), to: path.text)
    case .add(let path), .addFolder(let path):
      try takeBack(path, in: output)
    }
  }

  /// Moves what is new back into the staging folder, if it had left it.
  private func takeBack(
    _ path: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) {
    let new = StagingLayout.new(path)
    if try !output.isPresent(new), try output.isPresent(path.text) {
      try output.rename(path.text, to: new)
    }
  }
}
