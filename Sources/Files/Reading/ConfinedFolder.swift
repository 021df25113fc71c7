/// A folder of which strangers may ask for anything: whatever path they name, nothing outside it is
/// looked at, since no link on the way is followed.
public struct ConfinedFolder: Sendable {
  private let folder: Folder

  /// Confines whoever reads to a folder, which may itself be reached over links.
  public init(_ folder: Folder) { self.folder = folder }

  /// What stands at a path.
  public enum Entry: Sendable, Hashable {
    case file(FileStamp)
    case folder
  }

  /// What stands at a path; `nil` if it is nothing that may be read, such as a link.
  public func entry(at path: SitePath) throws(FileError) -> Entry? {
    try inParent(of: path) { parent, name throws(SystemError) in
      guard let status = try parent.statusIfPresent(of: name) else { return nil }
      switch status.kind {
      case .file: return .file(status.stamp)
      case .folder: return .folder
      case .link, .other: return nil
      }
    }
  }

  /// Reads a file as it is at one instant; `nil` if there is none.
  public func read(_ path: SitePath, limit: Int = Self.usualLimit) throws(FileError)
    -> FileContents?
  {
    let location = folder.location(of: path)
    for _ in 0..<FileReader.attempts {
      let file = try inParent(of: path) { parent, name throws(SystemError) in
        try Opened(parent.open(name, for: .reading))
      }
      guard let file else { return nil }
      if let contents = try FileReader.readOnce(file.descriptor, location, limit: limit) {
        return contents
      }
    }
    throw FileError(.read, location, .keepsChanging)
  }

  /// The longest file that is read unless another limit is set: a gigabyte.
  public static let usualLimit = 1 << 30

  private final class Opened {
    let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
  }

  /// Goes to the folder that holds a path, one by one; `nil` if there is no such way.
  private func inParent<Result>(
    of path: SitePath, _ body: (borrowing Descriptor, String) throws(SystemError) -> Result?
  ) throws(FileError) -> Result? {
    do throws(SystemError) {
      var parent = try Descriptor.open(folder.path, for: .folderOrLink)
      var names = path.text.split(separator: "/").map(String.init)
      let last = names.removeLast()
      for name in names { parent = try parent.open(name, for: .folder) }
      return try body(parent, last)
    } catch let error where [.notFound, .notFolder, .isLink].contains(error) {
      return nil
    } catch {
      throw FileError(.read, folder.location(of: path), error)
    }
  }
}
