internal import Content
internal import Files
internal import Fingerprints

/// What follows from the texts of a site, for the next check.
struct CheckedTexts: Sendable {
  private let kept: [(source: KeptSource, content: Digest)]
  /// A fingerprint of all that decides which bodies are plain.
  private let terms: Fingerprint
  /// How many of them were not known before.
  let freshCount: Int

  init(_ parsed: [CheckLoader.Parsed], terms: Fingerprint) {
    self.terms = terms
    kept = parsed.compactMap { parsed in
      parsed.content.kept.map { ($0, parsed.entry.digest) }
    }
    freshCount = parsed.count { $0.content.kept != nil && $0.entry.kept == nil }
  }

  var count: Int { kept.count }

  func packed(settings: Digest?) -> [UInt8] {
    KnownSources.pack(
      kept.map { KnownSources.Kept($0.source, $0.content) }, settings: settings,
      terms: terms)
  }
}
