internal import Diagnostics
internal import Files

/// Looks for pages of earlier builds that nothing remembers, which nobody would ever remove.
enum UnknownFiles {
  /// A warning if files stand in an output folder that a build has just written for the first time,
  /// as far as is known, and did not make; `nil` if there are none.
  ///
  /// Only a folder that held something of the site before is looked through: in any other, an
  /// earlier build cannot have been at work.
  static func warning(
    in output: Folder, after result: PublicationResult
  ) throws(FileError) -> Diagnostic? {
    guard !result.changed.isEmpty || !result.unchanged.isEmpty else { return nil }
    let made = Set(result.added + result.changed + result.unchanged)
    let others = try FolderScanner().scan(output).files.filter { !made.contains($0.path) }
    return others.first.map { first in
      BuildMessage.notOurs(others.count, in: output.path, example: first.path.text).at(nil)
    }
  }
}
