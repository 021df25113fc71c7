/// Lists a folder with everything below it, in a defined order.
///
/// Names that start with a dot are skipped, and the copies that editors leave behind: names that
/// end with `~`, stand between two `#`, or end with `.swp`, `.swo` or `.swx`. Symbolic links are
/// reported and never followed.
public struct FolderScanner: Sendable {
  private let limits: Limits
  private let looksAtFiles: Bool

  /// Makes a scanner that fails where a folder exceeds the limits.
  ///
  /// - Parameter looksAtFiles: Whether all files are looked at. Otherwise they have no stamps where
  ///   the folder itself tells files from all else: who looks at them later can do so on several
  ///   threads.
  public init(limits: Limits = Limits(), looksAtFiles: Bool = true) {
    self.limits = limits
    self.looksAtFiles = looksAtFiles
  }

  /// What a listing may not exceed.
  public struct Limits: Sendable, Hashable {
    /// How many folders may lie inside each other, the scanned one not counted.
    public var depth: Int
    /// How many files there may be in all folders together.
    public var files: Int

    /// Makes limits, by default 64 folders inside each other and two million files.
    public init(depth: Int = 64, files: Int = 2_000_000) {
      self.depth = depth
      self.files = files
    }
  }

  /// Lists the files in `folder`; a folder that vanishes meanwhile counts as empty.
  public func scan(_ folder: Folder) throws(FileError) -> FolderListing {
    var files = [FolderListing.File]()
    var leftOut = [FolderListing.LeftOut]()
    var pending = [(path: "", depth: 0)]
    while let next = pending.popLast() {
      guard next.depth <= limits.depth else {
        throw FileError(
          .list, folder.location(ofRelative: next.path), .tooDeep(limit: limits.depth))
      }
      for entry in try entries(of: next.path, in: folder) {
        switch entry.kind {
        case .folder(let path): pending.append((path.text, next.depth + 1))
        case .file(let file): files.append(file)
        case .leftOut(let reason): leftOut.append(.init(name: entry.name, reason: reason))
        }
      }
      guard files.count <= limits.files else {
        throw FileError(.list, folder.path, .tooManyFiles(limit: limits.files))
      }
    }
    return FolderListing(
      files: files.sorted { $0.path < $1.path },
      leftOut: leftOut.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// Whether a file or folder of this name is passed over without a word.
  public static func skips(_ name: String) -> Bool {
    let bytes = name.utf8
    if bytes.first == UInt8(ascii: ".") { return true }
    // Most names are told by their last letter.
    switch bytes.last {
    case UInt8(ascii: "~"): return true
    case UInt8(ascii: "#"): return bytes.count > 1 && bytes.first == UInt8(ascii: "#")
    case UInt8(ascii: "p"), UInt8(ascii: "o"), UInt8(ascii: "x"):
      return [".swp", ".swo", ".swx"].contains { bytes.suffix(4).elementsEqual($0.utf8) }
    default: return false
    }
  }
}

extension FolderScanner {
  private struct Entry {
    /// The path below the scanned folder, as it can be shown.
    let name: String
    let kind: Kind

    enum Kind {
      case folder(SitePath)
      case file(FolderListing.File)
      case leftOut(FolderListing.Reason)
    }
  }

  private func entries(of path: String, in folder: Folder) throws(FileError) -> [Entry] {
    let location = path.isEmpty ? folder.path : folder.location(ofRelative: path)
    do throws(SystemError) {
      var opened = try FolderStream(
        Descriptor.open(location, for: path.isEmpty ? .folderOrLink : .folder))
      let prefix = path.isEmpty ? "" : path + "/"
      var entries = [Entry]()
      for name in try opened.names() where !Self.skips(name.text) {
        if let entry = try entry(name, in: opened, prefix: prefix) { entries.append(entry) }
      }
      return entries
    } catch let error where (error == .notFound || error == .notFolder) && !path.isEmpty {
      return []
    } catch {
      throw FileError(.list, location, error)
    }
  }

  /// Looks at one name; `nil` if it vanished meanwhile.
  private func entry(
    _ name: FolderName, in folder: borrowing FolderStream, prefix: String
  ) throws(SystemError) -> Entry? {
    let full = prefix + name.text
    guard name.isUTF8 else { return Entry(name: full, kind: .leftOut(.notUTF8)) }
    let path: SitePath
    do throws(SitePathProblem) {
      path = try SitePath(full)
    } catch {
      return Entry(name: full, kind: .leftOut(.unsuitable(error)))
    }
    // Most file systems tell what a name is by its entry, which saves a call.
    if name.isSurelyFolder { return Entry(name: full, kind: .folder(path)) }
    if name.isSurelyFile, !looksAtFiles {
      return Entry(name: full, kind: .file(.init(path: path, stamp: nil)))
    }
    guard let status = try folder.status(of: name.text) else { return nil }
    switch status.kind {
    case .file: return Entry(name: full, kind: .file(.init(path: path, stamp: status.stamp)))
    case .folder: return Entry(name: full, kind: .folder(path))
    case .link: return Entry(name: full, kind: .leftOut(.link))
    case .other: return Entry(name: full, kind: .leftOut(.special))
    }
  }
}
