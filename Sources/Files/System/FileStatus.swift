#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the system says of a path: its kind and its stamp.
struct FileStatus {
  let kind: Kind
  let stamp: FileStamp

  enum Kind {
    case file
    case folder
    case link
    case other
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    stamp = FileStamp(
      size: Int(status.st_size), inode: UInt64(status.st_ino),
      modified: FileStamp.Time(modified), changed: FileStamp.Time(changed))
  }
}

extension FileStatus {
  /// What the system says of a path, or `nil` if nothing is there; a link at its end is not
  /// followed.
  static func ifPresent(
    at path: String, in folder: Int32 = AT_FDCWD
  ) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      var status = stat()
      try SystemCall.repeating { fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) }
      return FileStatus(status)
    } catch let error where error == .notFound || error == .notFolder {
      return nil
    }
  }
}

extension FileStamp.Time {
  fileprivate init(_ time: timespec) {
    self.init(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }
}
