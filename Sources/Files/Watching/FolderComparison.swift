/// Finds changes by listing folders again and again, where the system does not tell of them.
struct FolderComparison: ~Copyable, Sendable {
  private let names: [String]
  private let folder: Folder
  private var stamps: [String: FileStamp]

  /// How many milliseconds pass between two looks.
  private static let pause = 200

  init(of names: [String], in folder: Folder) {
    self.names = names
    self.folder = folder
    // What cannot be listed now is told when it is listed again.
    stamps = (try? Self.stamps(of: names, in: folder)) ?? [:]
  }

  /// Looks once more, after a pause that is cut short by the time given; `nil` when woken.
  mutating func next(
    within milliseconds: Int?, _ waker: borrowing WatchWaker
  ) throws(FileError) -> FolderChanges? {
    let pause = min(milliseconds ?? Self.pause, Self.pause)
    let outcome = try FileError.naming(.watch, folder.path) { () throws(SystemError) in
      try waker.wait(within: pause)
    }
    if case .woken = outcome { return nil }
    let now = try Self.stamps(of: names, in: folder)
    var changes = FolderChanges.none
    for (path, stamp) in now where stamps[path] != stamp { changes.add(path) }
    for path in stamps.keys where now[path] == nil { changes.add(path) }
    stamps = now
    return changes
  }

  private static func stamps(
    of names: [String], in folder: Folder
  ) throws(FileError) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for name in names {
      let listing: FolderListing
      do {
        listing = try FolderScanner().scan(Folder(folder.location(ofRelative: name)))
      } catch let error where error.isAbsence {
        continue
      }
      for file in listing.files { stamps["\(name)/\(file.path.text)"] = file.stamp }
      // What is passed over has no stamp, but whether it is there counts.
      for entry in listing.leftOut {
        stamps["\(name)/\(entry.name)"] = FileStamp(
          size: 0, inode: 0, modified: .init(seconds: 0, nanoseconds: 0),
          changed: .init(seconds: 0, nanoseconds: 0))
      }
    }
    return stamps
  }
}
