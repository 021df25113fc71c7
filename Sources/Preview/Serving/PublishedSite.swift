internal import Files

/// The files of a built site by the addresses that browsers ask for.
struct PublishedSite: Sendable {
  private let folder: ConfinedFolder

  init(_ output: Folder) { folder = ConfinedFolder(output) }

  /// What stands at an address.
  enum Answer: Sendable, Hashable {
    case file(SitePath, FileStamp)
    /// The address of a folder lacks its slash.
    case folder(SitePath)
    case missing
  }

  /// What a path below the site's own means, such as `blog/a-post/`, decoded.
  ///
  /// Names that begin with a dot are the builder's own and not served.
  func answer(to path: String) throws(FileError) -> Answer {
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard let file = try? SitePath(name), !file.isHidden else { return .missing }
    switch try folder.entry(at: file) {
    case .file(let stamp): return .file(file, stamp)
    case .folder: return .folder(file)
    case nil: return .missing
    }
  }

  /// The site's page for what is missing, if it has one.
  func notFoundPage() throws(FileError) -> Answer { try answer(to: "404.html") }

  func read(_ path: SitePath) throws(FileError) -> FileContents? { try folder.read(path) }

  /// By what the answer to an address is known again; another one means that the page has changed.
  func version(of path: String) -> String {
    guard let answer = try? answer(to: path) else { return "" }
    switch answer {
    case .file(_, let stamp): return stamp.version
    case .folder: return "folder"
    case .missing: return missingVersion
    }
  }

  /// The version of what is answered where nothing is.
  var missingVersion: String {
    guard case .file(_, let stamp)? = try? notFoundPage() else { return "missing" }
    return "missing-" + stamp.version
  }
}

extension SitePath {
  fileprivate var isHidden: Bool {
    text.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}

extension FileStamp {
  /// The stamp as a short text; a file that was replaced has another.
  var version: String {
    [UInt64(size), inode, UInt64(modified.seconds), UInt64(modified.nanoseconds)]
      .map { String($0, radix: 36) }.joined(separator: "-")
  }
}
