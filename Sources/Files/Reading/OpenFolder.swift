/// A folder that is kept open while many files in it are looked at.
///
/// Paths are looked up from the open folder, which spares the system the way to it each time.
public final class OpenFolder: Sendable {
  private let folder: Folder
  private let descriptor: Descriptor

  /// Opens a folder, or the one that a symbolic link in its place leads to.
  public init(_ folder: Folder) throws(FileError) {
    self.folder = folder
    descriptor = try FileError.naming(.read, folder.path) { () throws(SystemError) in
      try Descriptor.open(folder.path, for: .folderOrLink)
    }
  }

  /// Returns the stamp of a file without reading it, or `nil` if no file is there.
  public func stamp(of path: SitePath) throws(FileError) -> FileStamp? {
    do throws(SystemError) {
      let status = try descriptor.statusIfPresent(of: path.text)
      return status?.kind == .file ? status?.stamp : nil
    } catch {
      throw FileError(.read, folder.location(of: path), error)
    }
  }
}
