#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Calls the system and turns its ways of failing into thrown errors.
enum SystemCall {
  /// The number of this process.
  static var processID: Int { Int(getpid()) }

  /// Calls until no signal interrupts; a negative result is an error.
  @discardableResult
  static func repeating<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      guard errno == EINTR else { throw .current }
    }
  }
}

extension Descriptor {
  /// Makes the folder at a path that is absolute or relative to the working folder.
  static func createFolder(at path: String) throws(SystemError) {
    try SystemCall.repeating { mkdir(path, 0o777) }
  }

  /// Removes the folder at a path that is absolute or relative to the working folder, if empty.
  static func removeFolder(at path: String) throws(SystemError) {
    try SystemCall.repeating { rmdir(path) }
  }
}

/// What is done to names inside an open folder. No call follows a link at the end of its path.
extension Descriptor {
  /// What the system says of the path, or `nil` if nothing is there.
  borrowing func statusIfPresent(of path: String) throws(SystemError) -> FileStatus? {
    try FileStatus.ifPresent(at: path, in: number)
  }

  borrowing func createFolder(_ path: String) throws(SystemError) {
    let folder = number
    try SystemCall.repeating { mkdirat(folder, path, 0o777) }
  }

  borrowing func rename(_ path: String, to newPath: String) throws(SystemError) {
    let folder = number
    try SystemCall.repeating { renameat(folder, path, folder, newPath) }
  }

  /// Gives a file a second name.
  borrowing func link(_ path: String, to newPath: String) throws(SystemError) {
    let folder = number
    try SystemCall.repeating { linkat(folder, path, folder, newPath, 0) }
  }

  borrowing func removeFile(_ path: String) throws(SystemError) {
    let folder = number
    try SystemCall.repeating { unlinkat(folder, path, 0) }
  }

  /// Removes a folder that is empty.
  borrowing func removeFolder(_ path: String) throws(SystemError) {
    let folder = number
    try SystemCall.repeating { unlinkat(folder, path, AT_REMOVEDIR) }
  }
}
