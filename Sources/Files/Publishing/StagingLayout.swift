/// The names that publishing uses inside the output folder.
enum StagingLayout {
  static let folder = ".gazette-staging"
  /// Holds the new files at their paths.
  static let new = folder + "/new"
  /// Holds what was replaced or removed, by the number of the step, until all is done.
  static let old = folder + "/old"
  static let journal = folder + "/journal"
  /// The journal while it is being written.
  static let draft = folder + "/journal.draft"
  static let lock = folder + "/lock"

  static func new(_ path: SitePath) -> String { "\(new)/\(path.text)" }

  static func old(_ step: Int) -> String { "\(old)/\(step)" }

  /// Whether a path would meet these names, also on a disk that ignores the case of letters.
  static func reserves(_ path: SitePath) -> Bool {
    path.top.elementsEqual(folder.utf8) { byte, reserved in
      byte == reserved || ((0x41...0x5A).contains(byte) && byte + 0x20 == reserved)
    }
  }
}
