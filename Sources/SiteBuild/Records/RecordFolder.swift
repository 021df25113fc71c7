internal import BuildGraph
internal import Diagnostics
internal import Files
internal import Fingerprints

/// The files in `.gazette/` beside the sources in which builds are remembered, three for each
/// output folder.
struct RecordFolder: Sendable {
  private let source: Folder
  private let name: String

  /// - Parameter part: Which part of the site is built, if not all of it.
  init(source: Folder, output: Folder, part: String? = nil) {
    self.source = source
    let place = output.absolute.path + (part.map { "\u{0}\($0)" } ?? "")
    self.name = Digest(of: Array(place.utf8)).description
  }

  private func path(_ kind: String) throws -> SitePath {
    try SitePath(".gazette/\(kind)-\(name)")
  }

  /// How the record looks from outside, by which it is known to be the same still.
  func look() throws -> KnownFile.Look? {
    try FileReader.stamp(of: try path("build"), in: source).map(KnownFile.Look.init(source:))
  }

  /// The record of the last build; with a remark if there is one that cannot be read.
  func load() throws -> (record: BuildRecord?, remark: Diagnostic?) {
    guard let bytes = try bytes(of: "build") else { return (nil, nil) }
    guard let record = BuildRecord(unpacking: bytes) else {
      return (nil, BuildMessage.uselessRecord(try path("build").text).at(nil))
    }
    return (record, nil)
  }

  /// What is known of the sources; of a damaged file, nothing.
  func knownSources(_ record: BuildRecord?) throws -> KnownSources {
    KnownSources(files: record?.sources ?? [], kept: try bytes(of: "sources") ?? [])
  }

  /// What is remembered of the site beside the record; `nil` if it is not what belongs to it.
  func memory(_ fingerprint: Fingerprint) throws -> SiteMemory? {
    try bytes(of: "site").flatMap { SiteMemory(unpacking: $0, expecting: fingerprint) }
  }

  /// What is remembered beside the record, as it was written.
  func memoryBytes() throws -> [UInt8]? { try bytes(of: "site") }

  func saveMemory(_ bytes: [UInt8]) throws(FileError) {
    try write(bytes, "site")
  }

  func save(_ record: BuildRecord) throws(FileError) {
    try write(record.packed(), "build")
  }

  func saveSources(_ bytes: [UInt8]) throws(FileError) {
    try write(bytes, "sources")
  }

  private func write(_ bytes: [UInt8], _ kind: String) throws(FileError) {
    guard let path = try? path(kind) else { return }
    try FileWriter.replace(path, in: source, with: bytes)
  }

  private func bytes(of kind: String) throws -> [UInt8]? {
    let path = try path(kind)
    guard try FileReader.stamp(of: path, in: source) != nil else { return nil }
    return try FileReader.read(path, in: source, limit: Self.limit).bytes
  }

  /// A gigabyte is the record of several million pages.
  private static let limit = 1 << 30
}
