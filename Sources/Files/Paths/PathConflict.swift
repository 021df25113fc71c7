/// Outputs that cannot stand beside each other on every file system.
public struct PathConflict: Sendable, Hashable {
  /// The paths concerned, by their bytes; the same one twice if two sources make it.
  public let paths: [SitePath]
  /// What is wrong with the paths.
  public let kind: Kind

  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// Two sources make the same path.
    case duplicate
    /// The paths differ only in the case of letters or in how characters are composed, which some
    /// file systems do not tell apart.
    case similar
    /// The first is a file where the other needs a folder.
    case fileAndFolder
  }

  /// Finds every conflict among planned outputs, in the order of the first path of each.
  ///
  /// Give each planned output once, so that a path that is planned twice is there twice.
  public static func find(in planned: [SitePath]) -> [PathConflict] {
    var files = Set<SitePath>(minimumCapacity: planned.count)
    let repeated = Set(planned.filter { !files.insert($0).inserted })
    let duplicates = repeated.map { path in
      PathConflict(paths: planned.filter { $0 == path }, kind: .duplicate)
    }
    let conflicts = duplicates + similar(in: files) + filesAndFolders(in: files)
    return conflicts.sorted { $0.paths.lexicographicallyPrecedes($1.paths) }
  }

  /// Compares folders too: `A/x` and `a/y` would share a folder on some disks.
  ///
  /// Names of small ASCII letters are like themselves only, so that only the others, of which most
  /// sites have none, need a second spelling.
  private static func similar(in paths: Set<SitePath>) -> [PathConflict] {
    guard paths.contains(where: { !isPlain($0) }) else { return [] }
    var spellings = [String: Set<SitePath>]()
    for path in paths {
      for name in path.folders + [path] { spellings[folded(name), default: []].insert(name) }
    }
    return spellings.values
      .filter { $0.count > 1 }
      .map { PathConflict(paths: $0.sorted(), kind: .similar) }
  }

  private static func isPlain(_ path: SitePath) -> Bool {
    path.text.utf8.allSatisfy { byte in
      byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
  }

  private static func filesAndFolders(in files: Set<SitePath>) -> [PathConflict] {
    var folders: Set<SitePath> = []
    for path in files {
      var path = path
      // The folders above one that is known are known too.
      while let folder = path.parent, folders.insert(folder).inserted { path = folder }
    }
    let both = folders.filter(files.contains)
    guard !both.isEmpty else { return [] }
    return files.flatMap { path in
      path.folders.filter(both.contains).map { folder in
        PathConflict(paths: [folder, path], kind: .fileAndFolder)
      }
    }
  }

  /// One spelling for all that differ in case; the dictionary compares canonical equivalents alike.
  private static func folded(_ path: SitePath) -> String {
    // Most paths are in small letters already.
    let isFolded = path.text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    if isFolded { return path.text }
    // Upper case first joins letters with several lower forms, such as `ß` with `ss`.
    return path.text.uppercased().lowercased()
  }
}
