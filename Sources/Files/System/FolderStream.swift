#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open folder whose names are read; closed when the value goes away.
struct FolderStream: ~Copyable {
  #if canImport(Darwin)
    private let stream: UnsafeMutablePointer<DIR>
  #else
    private let stream: OpaquePointer
  #endif

  /// Takes over an open folder.
  init(_ folder: consuming Descriptor) throws(SystemError) {
    guard let stream = fdopendir(folder.number) else { throw .current }
    // The stream closes the folder from now on.
    _ = folder.handOver()
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The names in the folder but `.` and `..`, in the order of the file system.
  mutating func names() throws(SystemError) -> [FolderName] {
    var names = [FolderName]()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .current }
        return names
      }
      if let name = FolderName(entry) { names.append(name) }
    }
  }

  /// What the system says of a name in the folder, or `nil` if nothing is there.
  borrowing func status(of name: String) throws(SystemError) -> FileStatus? {
    try FileStatus.ifPresent(at: name, in: dirfd(stream))
  }
}

extension Descriptor {
  /// The names in this folder but `.` and `..`, in the order of the file system.
  borrowing func names() throws(SystemError) -> [FolderName] {
    var stream = try FolderStream(open(".", for: .folder))
    return try stream.names()
  }
}
