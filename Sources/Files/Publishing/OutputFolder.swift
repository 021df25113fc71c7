/// The open folder that a site is published into; names its paths when something fails.
///
/// Everything goes through the folder that was opened, so that nothing goes elsewhere if it is
/// renamed or replaced meanwhile.
struct OutputFolder: ~Copyable, Sendable {
  let folder: Folder
  let root: Descriptor
  /// Whether it had to be made.
  let isNew: Bool

  /// Opens the folder, which is made if it is not there. It may itself be reached through a link.
  init(_ folder: Folder) throws(FileError) {
    let isNew = try FolderCreation.create(folder)
    let root = try FileError.naming(.open, folder.path) { () throws(SystemError) in
      try Descriptor.open(folder.path, for: .folderOrLink)
    }
    self.folder = folder
    self.isNew = isNew
    self.root = root
  }

  /// Calls `body` with the open folder and gives a failure the path it lacks.
  borrowing func naming<Result>(
    _ operation: FileError.Operation, _ path: String,
    _ body: (borrowing Descriptor) throws(SystemError) -> Result
  ) throws(FileError) -> Result {
    do throws(SystemError) {
      return try body(root)
    } catch {
      throw FileError(operation, folder.location(ofRelative: path), error)
    }
  }

  /// What the system says of a path, or `nil` if nothing is there; links are not followed.
  borrowing func status(of path: String) throws(FileError) -> FileStatus? {
    try naming(.read, path) { root throws(SystemError) in try root.statusIfPresent(of: path) }
  }

  /// Whether anything is at a path.
  borrowing func isPresent(_ path: String) throws(FileError) -> Bool {
    try status(of: path) != nil
  }

  /// Moves what is at a path, over a file that may be at the other.
  borrowing func rename(_ path: String, to newPath: String) throws(FileError) {
    try naming(.move, newPath) { root throws(SystemError) in try root.rename(path, to: newPath) }
  }

  /// Makes a folder; that it is there already is fine.
  borrowing func createFolder(_ path: String) throws(FileError) {
    try naming(.createFolder, path) { root throws(SystemError) in
      try SystemError.tolerating(.exists) { () throws(SystemError) in try root.createFolder(path) }
    }
  }

  /// Makes a folder unless it is there; returns whether the one above it exists.
  private borrowing func createFolderInExisting(_ path: String) throws(FileError) -> Bool {
    try naming(.createFolder, path) { root throws(SystemError) in
      do throws(SystemError) {
        try root.createFolder(path)
      } catch .exists {
        return true
      } catch .notFound {
        return false
      }
      return true
    }
  }

  /// Makes a folder, and those above it if it turns out that they are missing.
  ///
  /// The system is asked rather than a list kept: most files have a folder of their own, and
  /// another thread may make the same one meanwhile, which is fine.
  ///
  /// - Parameter place: Where a path is in the output folder.
  borrowing func createFolders(
    _ path: SitePath, at place: (SitePath) -> String = \.text
  ) throws(FileError) {
    guard try !createFolderInExisting(place(path)) else { return }
    if let parent = path.parent { try createFolders(parent, at: place) }
    try createFolder(place(path))
  }

  /// Removes the output folder itself, if it was made for nothing.
  borrowing func removeIfNewAndEmpty() throws(FileError) {
    guard isNew else { return }
    try FileError.naming(.remove, folder.path) { () throws(SystemError) in
      try SystemError.tolerating(.notEmpty, .exists, .notFound) { () throws(SystemError) in
        try Descriptor.removeFolder(at: folder.path)
      }
    }
  }

  /// Removes a file if it is there.
  borrowing func removeFile(_ path: String) throws(FileError) {
    try naming(.remove, path) { root throws(SystemError) in
      try SystemError.tolerating(.notFound) { () throws(SystemError) in
        try root.removeFile(path)
      }
    }
  }

  /// Removes a folder if it is there and empty.
  borrowing func removeFolderIfEmpty(_ path: String) throws(FileError) {
    try naming(.remove, path) { root throws(SystemError) in
      // Systems differ in which of the first two they say.
      try SystemError.tolerating(.notEmpty, .exists, .notFound, .notFolder) {
        () throws(SystemError) in try root.removeFolder(path)
      }
    }
  }

  /// Removes a folder with everything in it; links in it are removed, not followed.
  borrowing func removeTree(_ path: String) throws(FileError) {
    var folders = [path]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      folders += try naming(.remove, folder) { root throws(SystemError) in
        try Self.removeFiles(in: folder, of: root)
      }
    }
    for folder in folders.reversed() { try removeFolderIfEmpty(folder) }
  }

  /// Removes the files in a folder and returns the folders in it.
  private static func removeFiles(
    in folder: String, of root: borrowing Descriptor
  ) throws(SystemError) -> [String] {
    do throws(SystemError) {
      let opened = try root.open(folder, for: .folder)
      var folders = [String]()
      for name in try opened.names() {
        var isFolder = name.isSurelyFolder
        if !isFolder { isFolder = try opened.statusIfPresent(of: name.text)?.kind == .folder }
        if isFolder {
          folders.append("\(folder)/\(name.text)")
        } else {
          try opened.removeFile(name.text)
        }
      }
      return folders
    } catch let error where error == .notFound {
      return []
    }
  }
}
