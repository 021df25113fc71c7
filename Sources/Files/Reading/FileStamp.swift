/// What tells without reading that a file is probably the one that was read before.
///
/// A different stamp means that the file must be read again, and nothing more: whether its content
/// changed is for a `Digest` to say.
package struct FileStamp: Sendable, Hashable {
  /// In bytes.
  package let size: Int
  /// The file's number on its disk; a file that was replaced has another.
  package let inode: UInt64
  /// When the content was last written, which programs may set as they like.
  package let modified: Time
  /// When content or attributes last changed, which programs cannot set.
  package let changed: Time

  package init(size: Int, inode: UInt64, modified: Time, changed: Time) {
    self.size = size
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }

  /// A file system's time since 1970.
  package struct Time: Sendable, Hashable {
    package let seconds: Int
    package let nanoseconds: Int

    package init(seconds: Int, nanoseconds: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }
  }
}
