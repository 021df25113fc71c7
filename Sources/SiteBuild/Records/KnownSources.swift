internal import BuildGraph
internal import Content
internal import Files
internal import Fingerprints
internal import Packing

/// What earlier builds know of sources: their digests, by which they need not be read again, and
/// what was found in them, by which they need not be parsed again.
struct KnownSources: Sendable {
  private let files: [String: KnownFile]
  private let kept: [String: KeptEntry]
  /// The digest of the settings by which the sources were parsed.
  private let settings: KnownFile.Content?
  /// The fingerprint of all that decided which bodies were left unread.
  private let terms: Fingerprint
  private let bytes: [UInt8]

  /// Where in the bytes the findings of a source with certain content are.
  private struct KeptEntry: Sendable {
    let content: KnownFile.Content
    let isUnread: Bool
    let run: Range<Int>
  }

  /// Nothing is known.
  static let none = KnownSources(files: [], kept: [])

  /// - Parameters:
  ///   - files: The sources, named from the site's folder, as the last build found them, without those it cannot be sure of.
  ///   - kept: What `pack` wrote; anything else is as good as nothing.
  init(files: [KnownFile], kept bytes: [UInt8]) {
    let prefix = SiteReader.contentFolder + "/"
    self.files = Dictionary(
      files.lazy.filter { $0.path.hasPrefix(prefix) }
        .map { (String($0.path.dropFirst(prefix.count)), $0) },
      uniquingKeysWith: { first, _ in first })
    self.bytes = bytes
    (settings, terms, kept) = Self.entries(of: bytes)
  }

  private init(_ known: KnownSources, kept: [String: KeptEntry]) {
    files = known.files
    self.kept = kept
    settings = known.settings
    terms = known.terms
    bytes = known.bytes
  }

  /// What is known when the settings are these: others may have sources read differently.
  func assuming(settings digest: Digest?) -> KnownSources {
    digest.map(KnownFile.Content.init) == settings ? self : KnownSources(self, kept: [:])
  }

  /// What is known when bodies are left unread by these terms: by others, some would be read.
  func assuming(terms: Fingerprint) -> KnownSources {
    terms == self.terms ? self : KnownSources(self, kept: kept.filter { !$1.isUnread })
  }

  /// Whether anything is known of a source, by which it may be told not to have changed.
  func knows(_ path: String) -> Bool { files[path] != nil }

  /// The digest of a source that looks as it did; `nil` if it must be read.
  func digest(of path: String, _ stamp: FileStamp) -> Digest? {
    guard let file = files[path], file.look == KnownFile.Look(source: stamp) else { return nil }
    return file.content.digest
  }

  /// What was found in a source with this content.
  func findings(in path: String, _ digest: Digest) -> KeptSource? {
    guard let entry = kept[path], entry.content == KnownFile.Content(digest) else { return nil }
    var unpacker = Unpacker(bytes, in: entry.run)
    let source = KeptSource(path: path, unpacking: &unpacker)
    return unpacker.isDamaged || !unpacker.isAtEnd ? nil : source
  }

  var keptCount: Int { kept.count }
}

// MARK: - As bytes

extension KnownSources {
  private static let heading = Array("gazette sources 3 \(Release.version)\n".utf8)

  /// What was found in a source, packed.
  struct Kept: Sendable {
    let path: String
    let content: Digest
    let isUnread: Bool
    let bytes: [UInt8]

    init(_ source: KeptSource, _ content: Digest) {
      var packer = Packer()
      source.pack(into: &packer)
      self.path = source.path
      self.content = content
      self.isUnread = source.isUnread
      self.bytes = packer.bytes
    }
  }

  /// The findings as a sealed file.
  ///
  /// - Parameter terms: A fingerprint of all that decided which bodies were left unread.
  static func pack(
    _ sources: [Kept], settings: Digest?, terms: Fingerprint = Fingerprint(number: 0)
  ) -> [UInt8] {
    var packer = SealedFile.packer(heading: heading)
    packer.reserve(sources.reduce(0) { $0 + $1.bytes.count + $1.path.utf8.count + 24 })
    packer.add(settings?.high ?? 0)
    packer.add(settings?.low ?? 0)
    packer.add(terms.number)
    packer.add(sources) { packer, source in
      packer.add(source.path)
      packer.add(source.content.high)
      packer.add(source.content.low)
      packer.add(source.isUnread)
      packer.add(bytes: source.bytes)
    }
    return SealedFile(packer, heading: heading).bytes
  }

  private static func entries(
    of bytes: [UInt8]
  ) -> (settings: KnownFile.Content?, terms: Fingerprint, kept: [String: KeptEntry]) {
    let nothing = (KnownFile.Content?.none, Fingerprint(number: 0), [String: KeptEntry]())
    guard let file = SealedFile.open(bytes, heading: heading) else { return nothing }
    var unpacker = file.contents
    let settings = KnownFile.Content(high: unpacker.word(), low: unpacker.word())
    let terms = Fingerprint(number: unpacker.word())
    let entries = unpacker.list { unpacker in
      let path = unpacker.text()
      let content = KnownFile.Content(high: unpacker.word(), low: unpacker.word())
      let isUnread = unpacker.flag()
      return (path, KeptEntry(content: content, isUnread: isUnread, run: unpacker.run()))
    }
    guard !unpacker.isDamaged else { return nothing }
    return (settings, terms, Dictionary(entries, uniquingKeysWith: { first, _ in first }))
  }
}
