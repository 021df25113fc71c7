#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A name found in a folder.
struct FolderName {
  /// The name, with replacement characters where it is not UTF-8.
  let text: String
  let isUTF8: Bool
  /// Whether the entry itself says that it is a folder; not every file system tells.
  let isSurelyFolder: Bool
}

extension Descriptor {
  /// The names in this folder but `.` and `..`, in the order of the file system.
  borrowing func names() throws(SystemError) -> [FolderName] {
    // The stream takes over its descriptor, so it is given one of its own.
    let copy = try SystemCall.repeating { fcntl(number, F_DUPFD_CLOEXEC, 0) }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.current
      _ = close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names = [FolderName]()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .current }
        return names
      }
      let name = FolderName(entry)
      if name.text != ".", name.text != ".." { names.append(name) }
    }
  }
}

extension FolderName {
  fileprivate init(_ entry: UnsafeMutablePointer<dirent>) {
    isSurelyFolder = entry.pointee.d_type == UInt8(DT_DIR)
    let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
    (text, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: length) { characters in
        if let text = String(validatingCString: characters) { return (text, true) }
        return (String(cString: characters), false)
      }
    }
  }
}
