internal import Synchronization

/// Tells which files of some folders change, as soon as they do.
///
/// ```swift
/// let watcher = try FolderWatcher(of: ["content", "templates"], in: Folder("."))
/// while let changes = try watcher.next() { rebuild(changes) }
/// ```
///
/// Everything below the folders is watched, also what comes later; the folders themselves may be
/// absent. What a `FolderScanner` passes over is not told. Between two calls nothing is lost: the
/// system keeps what happens, and if it is too much to keep, everything counts as changed.
public final class FolderWatcher: Sendable {
  private let eye: Mutex<Eye>
  private let waker: WatchWaker

  /// - Parameter names: Of the folders to be watched, which lie in `folder`.
  public init(of names: [String], in folder: Folder) throws(FileError) {
    waker = try FileError.naming(.watch, folder.path) { () throws(SystemError) in
      try WatchWaker()
    }
    eye = Mutex(Eye(of: names, in: folder))
  }

  /// Waits for changes, and a moment longer for those that come with them.
  ///
  /// Blocks its thread, and only one thread may ask at a time. Returns no changes when
  /// `milliseconds` have passed, and `nil` once `stop` has been called.
  public func next(within milliseconds: Int? = nil) throws(FileError) -> FolderChanges? {
    let end = milliseconds.map { WatchClock.now + $0 }
    return try eye.withLock { eye throws(FileError) in
      var gathering = ChangeGathering()
      while true {
        let now = WatchClock.now
        if let due = gathering.due, due <= now { return gathering.changes }
        if gathering.changes.isEmpty, let end, end <= now { return FolderChanges.none }
        let wait = (gathering.due ?? end).map { max(0, $0 - now) }
        guard let seen = try eye.look(within: wait, waker) else { return nil }
        gathering.add(seen, at: WatchClock.now)
      }
    }
  }

  /// Makes `next` return `nil`, now and for ever; safe to call from any thread.
  public func stop() { waker.wake() }
}

extension FolderWatcher {
  /// By what changes are seen.
  private enum Eye: ~Copyable {
    #if os(Linux)
      case told(FolderNotices)
    #endif
    case compared(FolderComparison)

    init(of names: [String], in folder: Folder) {
      #if os(Linux)
        // A system that has no room for more watches can still be asked again and again.
        if let notices = try? FolderNotices.begin(with: names, in: folder) {
          self = .told(notices)
          return
        }
      #endif
      self = .compared(FolderComparison(of: names, in: folder))
    }

    /// Waits for changes; returns none if none come in time, and `nil` when woken.
    mutating func look(
      within milliseconds: Int?, _ waker: borrowing WatchWaker
    ) throws(FileError) -> FolderChanges? {
      switch consume self {
      #if os(Linux)
        case .told(var notices):
          let seen = Result { () throws(SystemError) in
            try notices.next(within: milliseconds, waker)
          }
          switch seen {
          case .success(let changes):
            self = .told(notices)
            return changes
          case .failure:
            // New folders cannot be watched any more.
            self = .compared(FolderComparison(of: notices.names, in: notices.folder))
            return .everything
          }
      #endif
      case .compared(var comparison):
        let changes = Result { () throws(FileError) in
          try comparison.next(within: milliseconds, waker)
        }
        self = .compared(comparison)
        return try changes.get()
      }
    }
  }
}
