/// Works out the steps from the staged files and the stale ones; changes nothing.
struct JournalPlanner: ~Copyable {
  private let staged: [StagedFile]
  private let survey: OutputSurvey
  /// Stale paths at which a file stands that may be removed.
  private var removable: Set<SitePath> = []
  /// Those of them that must go before the new files come.
  private var inTheWay: Set<SitePath> = []
  /// Folders that must go before the new files come.
  private var foldersInTheWay: Set<SitePath> = []
  /// Stale paths at which something else stands.
  private(set) var leftAlone: [SitePath] = []

  /// A file that was written into the staging folder, and what stood at its path.
  struct StagedFile: Hashable {
    let content: Journal.Content
    let comparison: OutputComparison

    var path: SitePath { content.path }
  }

  /// Takes the staged files, by their paths, and the stale paths, none of which is staged.
  init(staged: [StagedFile], survey: OutputSurvey) {
    self.staged = staged
    self.survey = survey
  }

  /// Returns the journal, or throws if something that no earlier build wrote is in the way.
  mutating func plan(
    removing stale: [SitePath], from output: borrowing OutputFolder
  ) throws(FileError) -> Journal {
    for path in stale { try inspect(path, in: output) }
    for file in staged { try clearWay(for: file, in: output) }
    return Journal(steps: try steps(in: output), contents: staged.map(\.content))
  }

  private mutating func inspect(
    _ path: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) {
    switch try survey.standing(of: path.parent, in: output) {
    case .missing: return
    case .file, .link: leftAlone.append(path)
    case .present:
      switch try output.status(of: path.text)?.kind {
      case .file: removable.insert(path)
      case .folder, .link, .other: leftAlone.append(path)
      case nil: return
      }
    }
  }

  private mutating func clearWay(
    for file: StagedFile, in output: borrowing OutputFolder
  ) throws(FileError) {
    switch file.comparison {
    case .absent, .same, .different: return
    case .link:
      throw FileError(.write, output.folder.location(of: file.path), .symbolicLink)
    case .fileOnTheWay(let other):
      guard removable.contains(other) else {
        throw FileError(
          .createFolder, output.folder.location(of: other), .fileWhereFolderMustBe)
      }
      inTheWay.insert(other)
    case .folder: try clear(file.path, in: output)
    }
  }

  /// Checks that a folder holds nothing but stale files, so that a file may take its place.
  private mutating func clear(
    _ folder: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) {
    let stale = removable.filter { $0.isInside(folder) }
    let known = stale.reduce(into: Set([folder])) { $0.formUnion($1.folders) }
    var pending = [folder]
    while let next = pending.popLast() {
      let names = try output.naming(.list, next.text) { root throws(SystemError) in
        try root.open(next.text, for: .folder).names()
      }
      for name in names {
        let path = try? SitePath("\(next.text)/\(name.text)")
        if let path, known.contains(path) {
          pending.append(path)
        } else if path.map(stale.contains) != true {
          throw FileError(.write, output.folder.location(of: folder), .folderWhereFileMustBe)
        }
      }
    }
    inTheWay.formUnion(stale)
    foldersInTheWay.formUnion(known.filter { $0 == folder || $0.isInside(folder) })
  }
}

extension [JournalPlanner.StagedFile] {
  /// Sorted by numbers, which are moved about more cheaply than what they stand for.
  func inOrderOfPaths() -> [JournalPlanner.StagedFile] {
    let paths = map(\.path)
    return paths.indices.sorted { paths[$0] < paths[$1] }.map { self[$0] }
  }
}

extension JournalPlanner {
  private borrowing func steps(in output: borrowing OutputFolder) throws(FileError) -> [Journal
    .Step]
  {
    let leaving = removable.subtracting(inTheWay)
    let emptied = leaving.reduce(into: Set<SitePath>()) { $0.formUnion($1.folders) }
    // A folder's name is longer than that of the folder that holds it, so the inner comes first.
    return inTheWay.sorted().map(Journal.Step.setAside)
      + foldersInTheWay.sorted(by: >).map(Journal.Step.removeFolder)
      + (try arrivals(in: output))
      + leaving.sorted().map(Journal.Step.setAside)
      + emptied.sorted(by: >).map(Journal.Step.removeFolder)
  }

  /// The steps that bring the new files; those in a folder that is new itself come with it.
  private borrowing func arrivals(
    in output: borrowing OutputFolder
  ) throws(FileError) -> [Journal.Step] {
    var folders = Set<SitePath>()
    var steps = [Journal.Step]()
    for file in staged {
      if file.comparison == .different {
        steps.append(.replace(file.path))
      } else if let folder = try newFolder(of: file, in: output) {
        if folders.insert(folder).inserted { steps.append(.addFolder(folder)) }
      } else {
        steps.append(.add(file.path))
      }
    }
    return steps
  }

  /// The highest folder above a file that is not there yet.
  private borrowing func newFolder(
    of file: StagedFile, in output: borrowing OutputFolder
  ) throws(FileError) -> SitePath? {
    if case .absent(let folder) = file.comparison { return folder }
    return switch try survey.standing(of: file.path.parent, in: output) {
    case .present: nil
    case .missing(let top), .file(let top), .link(let top): top
    }
  }
}
