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
    let files = planned.sorted()
    var single: [SitePath] = []
    single.reserveCapacity(files.count)
    var repeated: [PathConflict] = []
    var index = 0
    while index < files.count {
      let same = files[index...].prefix { $0 == files[index] }
      single.append(files[index])
      if same.count > 1 { repeated.append(PathConflict(paths: Array(same), kind: .duplicate)) }
      index = same.endIndex
    }
    let conflicts = repeated + similar(in: single) + filesAndFolders(in: single)
    return conflicts.sorted { $0.paths.lexicographicallyPrecedes($1.paths) }
  }

  /// Compares folders too: `A/x` and `a/y` would share a folder on some disks.
  ///
  /// Names of small ASCII letters are like themselves only, so that only the others, of which most
  /// sites have none, need a second spelling.
  private static func similar(in paths: [SitePath]) -> [PathConflict] {
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

  /// - Parameter files: In order, each once.
  private static func filesAndFolders(in files: [SitePath]) -> [PathConflict] {
    files.indices.flatMap { index in
      let folder = files[index]
      let length = folder.text.utf8.count
      // What is in a folder comes after a file of its name, and so do others that begin like it.
      return files[(index + 1)...].prefix { $0.begins(with: folder) }
        .filter { $0.text.utf8.dropFirst(length).first == UInt8(ascii: "/") }
        .map { PathConflict(paths: [folder, $0], kind: .fileAndFolder) }
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
