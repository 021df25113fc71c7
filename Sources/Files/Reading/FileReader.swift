/// Reads whole files; safe to call from any number of threads.
public enum FileReader {
  /// The longest file that is read unless the caller sets another limit: 64 MiB.
  public static let usualLimit = 64 * 1_024 * 1_024

  /// Reads the file at `path` in `folder`, which must be a file and not a link.
  ///
  /// A file that changes while it is read is read again, a few times at most, so that the bytes
  /// are never half of an old and half of a new version.
  ///
  /// - Parameter listed: how the file looked when its folder was listed, which spares a look if it
  ///   still does.
  public static func read(
    _ path: SitePath, in folder: Folder, listed: FileStamp? = nil, limit: Int = usualLimit
  ) throws(FileError) -> FileContents {
    let location = folder.location(of: path)
    if let listed, listed.size <= limit, let contents = try readListed(location, as: listed) {
      return contents
    }
    for _ in 0..<attempts {
      if let contents = try readOnce(location, limit: limit) { return contents }
    }
    throw FileError(.read, location, .keepsChanging)
  }

  /// Returns the stamp of a file without reading it, or `nil` if no file is there.
  public static func stamp(of path: SitePath, in folder: Folder) throws(FileError) -> FileStamp? {
    let location = folder.location(of: path)
    let status = try FileError.naming(.read, location) { () throws(SystemError) in
      try FileStatus.ifPresent(at: location)
    }
    return status?.kind == .file ? status?.stamp : nil
  }

  /// Whether anything stands at the path, be it a file, a folder or a link.
  public static func isPresent(_ path: SitePath, in folder: Folder) throws(FileError) -> Bool {
    let location = folder.location(of: path)
    return try FileError.naming(.read, location) { () throws(SystemError) in
      try FileStatus.ifPresent(at: location) != nil
    }
  }

  /// How often a file that changes meanwhile is read at most.
  static let attempts = 5

  /// Reads a file that was listed as `stamp`, or returns `nil` if it is not as it was.
  private static func readListed(
    _ location: String, as stamp: FileStamp
  ) throws(FileError) -> FileContents? {
    try FileError.naming(.read, location) { () throws(SystemError) in
      let file = try Descriptor.open(location, for: .reading)
      let bytes = try? file.nextBytes(stamp.size + 1)
      let status = try file.status()
      guard status.kind == .file, status.stamp == stamp, let bytes, bytes.count == stamp.size else {
        return nil
      }
      return FileContents(bytes: bytes, stamp: stamp)
    }
  }

  /// Reads the file, or returns `nil` if it changed meanwhile.
  private static func readOnce(_ location: String, limit: Int) throws(FileError) -> FileContents? {
    let file = try FileError.naming(.read, location) { () throws(SystemError) in
      try Descriptor.open(location, for: .reading)
    }
    return try readOnce(file, location, limit: limit)
  }

  /// Reads an open file, or returns `nil` if it changed meanwhile.
  static func readOnce(
    _ file: borrowing Descriptor, _ location: String, limit: Int
  ) throws(FileError) -> FileContents? {
    let before = try FileError.naming(.read, location) { () throws(SystemError) in
      try file.status()
    }
    if let reason = refusal(of: before, limit: limit) { throw FileError(.read, location, reason) }
    return try FileError.naming(.read, location) { () throws(SystemError) in
      // One byte more than expected, so that a file that grew is noticed.
      let bytes = try file.nextBytes(before.stamp.size + 1)
      let after = try file.status().stamp
      guard bytes.count == before.stamp.size, after == before.stamp else { return nil }
      return FileContents(bytes: bytes, stamp: after)
    }
  }

  private static func refusal(of status: FileStatus, limit: Int) -> FileError.Reason? {
    switch status.kind {
    case .file: status.stamp.size <= limit ? nil : .tooLarge(limit: limit)
    case .folder: .folderWhereFileMustBe
    case .link: .symbolicLink
    case .other: .notAFile
    }
  }
}
