/// Makes folders on disk.
public enum FolderCreation {
  /// Makes a folder and those above it; returns whether it was not there before.
  @discardableResult
  public static func create(_ folder: Folder) throws(FileError) -> Bool {
    var missing = [folder.path]
    var isNew = false
    // The last one that was refused for lack of a parent: where its parent is there all the same,
    // the file system takes no new folders.
    var refused: String?
    while let path = missing.last {
      switch try attempt(path) {
      case .made:
        missing.removeLast()
        isNew = true
      case .present:
        missing.removeLast()
        isNew = false
      case .lacksParent(let parent):
        guard refused != path else { throw FileError(.createFolder, path, SystemError.notFound) }
        refused = path
        missing.append(parent)
      }
    }
    return isNew
  }

  private enum Outcome {
    case made
    case present
    case lacksParent(String)
  }

  private static func attempt(_ path: String) throws(FileError) -> Outcome {
    do throws(SystemError) {
      try Descriptor.createFolder(at: path)
      return .made
    } catch let error where error == .exists {
      return .present
    } catch {
      guard error == .notFound, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
        slash > path.startIndex
      else { throw FileError(.createFolder, path, error) }
      return .lacksParent(String(path[..<slash]))
    }
  }
}
