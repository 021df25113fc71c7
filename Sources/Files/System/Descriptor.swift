#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file or folder, closed when the value goes away.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Takes over what a call of the system has opened.
  init(number: Int32) { self.number = number }

  deinit { _ = close(number) }

  /// What a file is opened for; none of them ever follows a link at the end of the path.
  enum Purpose {
    /// Reading a file; never waits, even if the path turns out to be a pipe.
    case reading
    /// Making a file that is not there yet and writing it.
    case creating
    /// Locking a file, which is made if it is not there.
    case locking
    case folder
    /// A folder that may be reached through a link, as the folders a person names may.
    case folderOrLink

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .locking: O_RDWR | O_CREAT | O_NOFOLLOW
      case .folder: O_RDONLY | O_DIRECTORY | O_NOFOLLOW
      case .folderOrLink: O_RDONLY | O_DIRECTORY
      }
    }
  }

  /// Opens a path that is absolute or relative to the working folder.
  static func open(_ path: String, for purpose: Purpose) throws(SystemError) -> Descriptor {
    try open(path, in: AT_FDCWD, for: purpose)
  }

  /// Opens a path relative to this folder.
  borrowing func open(_ path: String, for purpose: Purpose) throws(SystemError) -> Descriptor {
    try Self.open(path, in: number, for: purpose)
  }

  private static func open(
    _ path: String, in folder: Int32, for purpose: Purpose
  ) throws(SystemError) -> Descriptor {
    let flags = purpose.flags | O_CLOEXEC
    return Descriptor(number: try SystemCall.repeating { openat(folder, path, flags, 0o666) })
  }

  /// Gives the number to an owner who will close it.
  consuming func handOver() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Closes the file and reports what the system still had to say about earlier writes.
  consuming func closeReporting() throws(SystemError) {
    let number = number
    discard self
    // Not repeated after an interruption: the number is free by then, and may be another file's.
    if close(number) != 0, errno != EINTR { throw .current }
  }
}

extension Descriptor {
  /// Reads the bytes that come next, at most `limit`; fewer mean the file's end.
  ///
  /// One call of the system does it, because files, unlike pipes, give all they have at once. Who
  /// needs to be certain compares the length with the file's status.
  borrowing func nextBytes(_ limit: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(SystemError) {
        count = try SystemCall.repeating { read(number, buffer.baseAddress, limit) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of `bytes`.
  borrowing func append(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemError) { try append(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes all of `bytes`.
  borrowing func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let number = number
      let chunk = rest
      let count = try SystemCall.repeating {
        write(number, chunk.baseAddress, chunk.count)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Waits until the file's bytes or the folder's names would outlast a loss of power.
  borrowing func synchronize() throws(SystemError) {
    let number = number
    try SystemCall.repeating { fsync(number) }
  }

  /// Locks the file for this process alone, or fails with `wouldBlock`.
  borrowing func lock() throws(SystemError) {
    let number = number
    try SystemCall.repeating { flock(number, LOCK_EX | LOCK_NB) }
  }

  /// Cuts the file to nothing.
  borrowing func empty() throws(SystemError) {
    let number = number
    try SystemCall.repeating { ftruncate(number, 0) }
  }

  /// What the system says of the file.
  borrowing func status() throws(SystemError) -> FileStatus {
    var status = stat()
    let number = number
    try SystemCall.repeating { fstat(number, &status) }
    return FileStatus(status)
  }
}
