import Synchronization

/// Remembers what stands in the output folder where folders are needed; asks the disk once each.
final class OutputSurvey: Sendable {
  private let known = Mutex<[SitePath: Standing]>([:])

  /// What stands where a folder is needed.
  enum Standing: Sendable, Hashable {
    case present
    /// Nothing; `top` is the highest folder on the way that is missing.
    case missing(top: SitePath)
    /// A file on the way.
    case file(SitePath)
    /// A link, or something stranger, on the way.
    case link(SitePath)
  }

  /// Returns what stands at a folder of the output; `nil` means the output folder itself.
  func standing(
    of folder: SitePath?, in output: borrowing OutputFolder
  ) throws(FileError) -> Standing {
    guard let folder else { return .present }
    if let standing = known.withLock({ $0[folder] }) { return standing }
    // What is not there, or no folder, holds nothing.
    let above = try standing(of: folder.parent, in: output)
    guard above == .present else { return above }
    let standing = try look(at: folder, in: output)
    known.withLock { $0[folder] = standing }
    return standing
  }

  private func look(
    at folder: SitePath, in output: borrowing OutputFolder
  ) throws(FileError) -> Standing {
    switch try output.status(of: folder.text)?.kind {
    case .folder: .present
    case .file: .file(folder)
    case .link, .other: .link(folder)
    case nil: .missing(top: folder)
    }
  }
}
