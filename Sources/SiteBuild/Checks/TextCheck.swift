internal import BuildGraph
internal import CommonMark
internal import Content
package import Diagnostics
internal import Files
internal import Fingerprints

/// A check of a site in which nothing has changed since the last but the texts of some posts and
/// pages: a site of these alone with the registers and the front matter of what texts may refer
/// to, in which the same is found in them as in all.
package struct TextCheck: Sendable {
  /// What editorial rules are to be asked about.
  package let subject: CheckedSite.Subject
  /// What is wrong in the changed texts besides.
  package let diagnostics: [Diagnostic]
  /// Any source by the name that findings give it.
  package let source: @Sendable (String) -> SourceFile?
  private let memory: CheckMemory
  private let before: CheckMemory.Last
  private let texts: TextMemory
  private let changed: [CheckLoader.Parsed]
  private let sources: SiteSources

  /// Makes the site of the changed texts; `nil` if more than texts may have changed.
  static func prepare(
    _ last: CheckMemory.Last, memory: CheckMemory, loader: CheckLoader, reader: SiteReader
  ) async throws -> TextCheck? {
    let paths = Set(last.changed.map(AddressBook.contentPath))
    guard paths.count <= limit, let texts = try memory.textMemory(last.note.memory),
      last.changed.allSatisfy({ last.canChange($0, texts) })
    else { return nil }
    let pending = try reader.open(last.listing).selecting { path in
      paths.contains(path) || texts.text(at: path) == nil && Self.mattersToTexts(path)
    }
    // What stands in the bodies of others is found in none of these.
    let loaded = try await loader.load(pending, bodiesOf: paths)
    let changed = loaded.parsed.filter { paths.contains($0.content.path) }
    guard let site = loaded.site, let today = site.today,
      changed.allSatisfy({ isOnlyText($0, texts) })
    else { return nil }
    let links = LinkResolver(book: texts.book)
    let found = loaded.diagnostics + LinkChecker.check(site.site, [], links: links)
    return TextCheck(
      subject: CheckedSite.Subject(site: site.site, drafts: site.drafts, today: today),
      diagnostics: found.filter { last.isOfChange($0) }, source: loaded.sources.file,
      memory: memory, before: last, texts: texts, changed: changed, sources: loaded.sources)
  }

  /// Whether what a source that is no text says can matter to what is found in texts, which refer to
  /// no updates and stories.
  private static func mattersToTexts(_ path: String) -> Bool {
    switch ContentKind(path: path) {
    case .update, .impact: false
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .published, .project, .edition, .event, .post, .page, .asset,
      .unknown:
      true
    }
  }

  /// More changed texts than these are left to a whole check.
  private static let limit = 100

  /// Whether what has changed in a source can be seen nowhere else.
  private static func isOnlyText(_ parsed: CheckLoader.Parsed, _ texts: TextMemory) -> Bool {
    guard let before = texts.text(at: parsed.content.path), parsed.content.kept != nil,
      !before.isLedTo, parsed.content.seenElsewhere == before.seenElsewhere
    else { return false }
    // The anchors of other texts need not be known.
    return parsed.content.body?.links.allSatisfy { link in
      link.kind == .external || !link.destination.contains("#")
    } ?? false
  }

  /// All findings of the site, if those outside of the changed texts are as they were.
  ///
  /// - Parameters:
  ///   - findings: What was found by all rules.
  ///   - mentions: Who is named in which files.
  package func complete(
    _ findings: [Diagnostic], mentions: [String: Set<String>]
  ) -> CheckedSite? {
    var texts = texts
    var delta: Set<String> = []
    for parsed in changed {
      let path = parsed.content.path
      guard let known = texts.text(at: path), let seen = parsed.content.seenElsewhere else {
        return nil
      }
      let now = mentions[parsed.entry.source.displayName] ?? []
      delta.formUnion(known.mentions.symmetricDifference(now))
      texts.set(
        path, TextMemory.Text(seenElsewhere: seen, isLedTo: false, mentions: now))
    }
    let paths = Set(changed.map(\.content.path))
    // Whoever is named nowhere else now, or was not before, makes a difference to the registers.
    guard texts.name(delta, elsewhereThan: paths) else { return nil }
    let all =
      (before.note.diagnostics.filter { !before.isOfChange($0) }
      + findings.filter { before.isOfChange($0) }).sorted()
    memory.save(all, after: before, files: sources.files, texts: delta.isEmpty ? nil : texts)
    return CheckedSite(
      subject: nil, diagnostics: all, parsedCount: changed.count { $0.entry.kept == nil },
      record: nil, source: source)
  }
}
