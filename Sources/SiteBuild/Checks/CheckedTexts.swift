internal import Content
internal import Files
internal import Fingerprints

/// What follows from the texts of a site, for the next check.
struct CheckedTexts: Sendable {
  private let kept: [(source: KeptSource, content: Digest)]
  private let anchored: AnchoredTexts
  private let contents: [ParsedContent]
  /// A fingerprint of all that decides which bodies are plain.
  private let terms: Fingerprint
  /// How many of them were not known before.
  let freshCount: Int

  init(_ loaded: CheckLoader.Loaded) {
    let parsed = loaded.parsed
    terms = loaded.terms
    anchored = loaded.anchored
    contents = parsed.map(\.content).filter { $0.kept != nil }
    kept = parsed.compactMap { parsed in
      parsed.content.kept.map { ($0, parsed.entry.digest) }
    }
    freshCount = parsed.count { $0.content.kept != nil && $0.entry.kept == nil }
  }

  var count: Int { kept.count }

  /// What a text has to do with the rest of the site, but for whom it names.
  struct Seen: Sendable {
    let path: String
    /// Its name from the site's folder.
    let file: String
    let fingerprint: Fingerprint
    let isLedTo: Bool
  }

  /// What the next check need not bring back of the texts.
  func seen() -> [Seen] {
    contents.compactMap { content in
      guard let seen = content.seenElsewhere, let file = content.header?.origin.file else {
        return nil
      }
      return Seen(
        path: content.path, file: file, fingerprint: seen,
        isLedTo: anchored.mayBeLed(to: content))
    }
  }

  func packed(settings: Digest?) -> [UInt8] {
    KnownSources.pack(
      kept.map { KnownSources.Kept($0.source, $0.content) }, settings: settings,
      terms: terms)
  }
}
