internal import Files

/// The list of what the last build wrote into an output folder, kept beside the sources.
///
/// Only what stands here is ever removed. A list that is missing or damaged means that nothing
/// is known, and so that nothing is removed.
struct OutputRecord: Sendable {
  private let folder: Folder
  private let path: SitePath?

  private static let heading = "gazette outputs 1"

  /// There is one record for each output folder.
  init(source: Folder, output: Folder) {
    self.folder = source
    let name = Digest(of: Array(output.absolute.path.utf8)).description
    self.path = try? SitePath(".gazette/outputs-\(name)")
  }

  /// The paths that the last build wrote.
  func load() throws -> [SitePath] {
    guard let path, try FileReader.stamp(of: path, in: folder) != nil else { return [] }
    let bytes = try FileReader.read(path, in: folder).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.heading[...] else { return [] }
    return lines.dropFirst().compactMap { try? SitePath(String($0)) }
  }

  func save(_ paths: [SitePath]) throws(FileError) {
    guard let path else { return }
    let text = ([Self.heading] + paths.sorted().map(\.text)).joined(separator: "\n") + "\n"
    try FileWriter.replace(path, in: folder, with: Array(text.utf8))
  }
}
