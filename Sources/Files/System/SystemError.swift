#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The number by which the system says why a call failed.
struct SystemError: Error, Hashable {
  let code: Int32

  /// The reason of the call that failed last on this thread.
  static var current: SystemError { SystemError(code: errno) }

  static let exists = SystemError(code: EEXIST)
  static let isFolder = SystemError(code: EISDIR)
  static let isLink = SystemError(code: ELOOP)
  static let notEmpty = SystemError(code: ENOTEMPTY)
  static let notFolder = SystemError(code: ENOTDIR)
  static let notFound = SystemError(code: ENOENT)
  static let wouldBlock = SystemError(code: EWOULDBLOCK)

  /// Calls `body` and takes the failures given for success.
  static func tolerating(
    _ tolerated: SystemError..., body: () throws(SystemError) -> Void
  ) throws(SystemError) {
    do throws(SystemError) {
      try body()
    } catch {
      if !tolerated.contains(error) { throw error }
    }
  }

  /// Whether a file system says that it knows no hard links, or no more of them.
  var refusesLinks: Bool {
    [EPERM, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS, EXDEV].contains(code)
  }

  /// The reason in plain words, the same on every platform and in every language setting.
  var words: String {
    switch code {
    case EACCES: "permission denied"
    case EBUSY: "it is in use"
    case EDQUOT: "the disk quota is used up"
    case EEXIST: "it exists already"
    case EFBIG: "the file would be too large"
    case EINVAL: "the system refuses the request as invalid"
    case EIO: "the disk reports an error"
    case EISDIR: "it is a folder"
    case ELOOP: "it is a symbolic link, or there are too many of them"
    case EMFILE, ENFILE: "too many open files"
    case ENAMETOOLONG: "the name is too long"
    case ENOENT: "no such file or folder"
    case ENOLCK: "no lock is available"
    case ENOMEM: "out of memory"
    case ENOSPC: "no space left on device"
    case ENOTDIR: "a part of the path is not a folder"
    case ENOTEMPTY: "the folder is not empty"
    case EOPNOTSUPP: "the file system does not support it"
    case EPERM: "operation not permitted"
    case EROFS: "the file system is read-only"
    case ESTALE: "the network drive lost the file"
    case EXDEV: "it lies on another file system"
    default: "system error \(code)"
    }
  }

  /// What helps, where the reason leaves no doubt.
  var hint: String? {
    switch code {
    case EDQUOT, ENOSPC: "free some space and run the command again"
    case EACCES, EPERM: "check who owns the folder and its permissions"
    case EMFILE, ENFILE: "raise the limit of open files, see 'ulimit -n'"
    case EROFS: "choose an output folder on a file system that can be written"
    default: nil
    }
  }
}
