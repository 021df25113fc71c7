/// What a publication is going to do, written down before it does it.
///
/// Each step can be made again or undone however far it came, because it leaves a trace in the
/// staging folder: what is new moves out of `new/`, what was there moves or is linked into `old/`.
struct Journal: Hashable {
  let steps: [Step]
  /// The new files and what they hold, to be checked before an interrupted publication goes on.
  let contents: [Content]

  /// One change of the output folder.
  enum Step: Hashable {
    /// A stale file moves into `old/`.
    case setAside(SitePath)
    /// A folder is removed if it is empty.
    case removeFolder(SitePath)
    /// A new file moves to a path where nothing is.
    case add(SitePath)
    /// A new file takes the place of another, which is linked into `old/` before.
    case replace(SitePath)
    /// A new folder moves in as a whole.
    case addFolder(SitePath)
  }

  /// A new file.
  struct Content: Hashable {
    let path: SitePath
    let digest: Digest
  }

  var isEmpty: Bool { steps.isEmpty }

  /// The paths that the steps remove.
  var removed: [SitePath] {
    steps.compactMap { step in
      if case .setAside(let path) = step { path } else { nil }
    }.sorted()
  }
}
