/// What tells without reading that a file is probably the one that was read before.
///
/// A different stamp means that the file must be read again, and nothing more: whether its content
/// changed is for a `Digest` to say.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  public let size: Int
  /// The file's number on its disk; a file that was replaced has another.
  public let inode: UInt64
  /// When the content was last written, which programs may set as they like.
  public let modified: Time
  /// When content or attributes last changed, which programs cannot set.
  public let changed: Time

  /// Makes a stamp of what the file system says of a file.
  public init(size: Int, inode: UInt64, modified: Time, changed: Time) {
    self.size = size
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }

  /// A file system's time since 1970.
  public struct Time: Sendable, Hashable {
    /// Whole seconds since 1970, in UTC; negative before.
    public let seconds: Int
    /// The rest, from 0 to 999,999,999, as finely as the file system keeps it.
    public let nanoseconds: Int

    /// Makes a time of whole seconds and the nanoseconds after them.
    public init(seconds: Int, nanoseconds: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }
  }
}
