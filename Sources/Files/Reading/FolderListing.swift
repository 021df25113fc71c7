/// The files found in a folder and all folders below it.
public struct FolderListing: Sendable, Hashable {
  /// Every file, by the bytes of its path.
  public let files: [File]
  /// What was seen and is not read, by its name; dot files and backups are not even mentioned.
  public let leftOut: [LeftOut]

  /// A listing of nothing.
  public static let empty = FolderListing(files: [], leftOut: [])

  /// A file that can be read.
  public struct File: Sendable, Hashable {
    /// The file's path in the listed folder.
    public let path: SitePath
    /// What the file looked like when the folder was listed; `nil` if it was not looked at.
    public let stamp: FileStamp?
  }

  /// Something in the folder that cannot be a source.
  public struct LeftOut: Sendable, Hashable {
    /// Its path in the folder; bytes that are not UTF-8 are replaced.
    public let name: String
    /// Why it is not read.
    public let reason: Reason
  }

  /// Why something was left out.
  public enum Reason: Sendable, Hashable {
    /// A symbolic link, wherever it leads.
    case link
    /// A pipe, a device or a socket.
    case special
    /// A name that is not UTF-8.
    case notUTF8
    /// A name that cannot stand in a path.
    case unsuitable(SitePathProblem)
  }
}

extension FolderListing.LeftOut: CustomStringConvertible {
  /// One phrase for a message, such as `content/a is a symbolic link, which is not followed`.
  public var description: String {
    switch reason {
    case .link: "\(name) is a symbolic link, which is not followed"
    case .special: "\(name) is neither a file nor a folder"
    case .notUTF8: "\(name) has a name that is not UTF-8"
    case .unsuitable(let problem): "\(name) cannot be used: \(problem)"
    }
  }
}
