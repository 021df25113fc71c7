internal import CommonMark
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints
internal import GregorianCalendar

/// Turns the sources of a site that is to be checked into the `Site`, with everything that is wrong
/// in them.
///
/// Bodies keep their words. Those of posts and pages, of which there are many, are parsed last, and
/// only where something can be found in them.
struct CheckLoader: Sendable {
  let instant: BuildInstant
  let showsDrafts: Bool
  let jobs: Int
  let plainBodies: PlainBodyTest.Maker

  /// What was read; no site when the settings cannot be.
  struct Loaded: Sendable {
    let sources: SiteSources
    let site: LoadedSite?
    /// By path.
    let parsed: [Parsed]
    /// The texts that links to anchors may lead to.
    let anchored: AnchoredTexts
    /// A fingerprint of all that decided which bodies were left unread.
    let terms: Fingerprint
    let diagnostics: [Diagnostic]
  }

  /// A site with what depends on when it is looked at.
  struct LoadedSite: Sendable {
    let site: Site
    /// The same with drafts.
    let drafts: Site
    let zone: SiteZone
    /// The instant of the check, in seconds since 1970, and when the site next changes by itself.
    let instant: Int
    let nextChange: Int?

    var today: CalendarDay? { zone.day(at: instant) }

    /// What editorial rules are asked about; `nil` of a day that no calendar has.
    var subject: CheckedSite.Subject? {
      today.map { CheckedSite.Subject(site: site, drafts: drafts, today: $0) }
    }

    /// The first instant at which other findings may be made of the same sources.
    var end: Int? {
      let tomorrow = today.flatMap { CalendarDay(daysSince1970: $0.daysSince1970 + 1) }
      return [nextChange, tomorrow.map { zone.instant(of: PublishTime(day: $0)) }]
        .compactMap(\.self).min()
    }
  }

  /// Reads sources and loads them one by one.
  ///
  /// - Parameter bodiesOf: The paths of the sources whose bodies are read, if not all are.
  func load(_ pending: PendingSources, bodiesOf: Set<String>? = nil) async throws -> Loaded {
    let (settings, faults) = SiteLoader.settings(in: pending.settings)
    var diagnostics = pending.diagnostics + faults
    guard let settings else { return Self.nothing(pending, diagnostics) }
    let zone = SiteZone(name: settings.timeZone)
    if zone == nil { diagnostics.append(SiteLoader.unknownZone(settings)) }
    guard let assumed = zone ?? SiteZone(name: "UTC"), let seconds = instant.seconds(in: assumed)
    else { return Self.nothing(pending, diagnostics) }
    let visibility = Visibility(instant: seconds, zone: assumed, showsDrafts: showsDrafts)
    let (parsed, anchored, terms) = try await parse(
      pending, settings, visibility, bodiesOf: bodiesOf)
    let contents = parsed.map(\.content)
    let assembler = SiteAssembler(contents, settings: settings, visibility: visibility)
    let (site, found) = await ConcurrentMap.both(jobs: jobs) {
      assembler.site()
    } _: {
      assembler.findings()
    }
    return Loaded(
      sources: pending.read(parsed.map(\.entry)),
      site: LoadedSite(
        site: site, drafts: drafts(contents, settings, visibility) ?? site, zone: assumed,
        instant: seconds, nextChange: visibility.nextChange(of: contents)),
      parsed: parsed, anchored: anchored, terms: terms, diagnostics: diagnostics + found)
  }

  private static func nothing(_ pending: PendingSources, _ found: [Diagnostic]) -> Loaded {
    Loaded(
      sources: pending.read([]), site: nil, parsed: [], anchored: AnchoredTexts(),
      terms: Fingerprint(number: 0), diagnostics: found)
  }

  /// The site with what drafts would add; `nil` when there are none.
  private func drafts(
    _ parsed: [ParsedContent], _ settings: SiteSettings, _ visibility: Visibility
  ) -> Site? {
    guard !visibility.showsDrafts, parsed.contains(where: \.isDraft) else { return nil }
    let all = Visibility(instant: visibility.instant, zone: visibility.zone, showsDrafts: true)
    return SiteAssembler(parsed, settings: settings, visibility: all).site()
  }
}

// MARK: - Parsing

extension CheckLoader {
  /// A source with what it holds.
  struct Parsed: Sendable {
    /// With its bytes only if they are to be shown beside a finding.
    let entry: SiteSources.Entry
    let content: ParsedContent

    /// Whether the body was not parsed.
    var isUnread: Bool { content.body?.isUnread ?? false }

    init(_ entry: SiteSources.Entry, _ parser: ContentParser) {
      content = entry.kept.map { parser.parse($0) } ?? parser.parse(entry.source)
      self.entry = content.diagnostics.isEmpty ? entry.withoutBytes : entry
    }
  }

  /// Parses everything, posts and pages after what decides which of their bodies are plain.
  private func parse(
    _ pending: PendingSources, _ settings: SiteSettings, _ visibility: Visibility,
    bodiesOf: Set<String>?
  ) async throws -> (parsed: [Parsed], anchored: AnchoredTexts, terms: Fingerprint) {
    let parser = ContentParser(settings: settings, keepsText: true, bodiesOf: bodiesOf)
    let files = pending.files.map { (file: $0, kind: ContentKind(path: $0.path.text)) }
    let isText = files.map { Self.isText($0.kind, settings) }
    let others = files.indices.filter { !isText[$0] }
    let texts = files.indices.filter { isText[$0] }
    let first = try await ConcurrentMap.map(others, jobs: jobs) { index in
      Parsed(try pending.reader.entry(files[index].file, files[index].kind), parser)
    }
    let test = plainBodies(
      SiteAssembler(first.map(\.content), settings: settings, visibility: visibility).site())
    let plainParser = ContentParser(
      settings: settings, keepsText: true, isPlain: test.isPlain, bodiesOf: bodiesOf)
    let reader = pending.reader.assuming(terms: test.terms)
    var second = try await ConcurrentMap.map(texts, jobs: jobs) { index in
      Parsed(try reader.entry(files[index].file, files[index].kind), plainParser)
    }
    let anchored = AnchoredTexts(first, second, settings: settings)
    let fresh = pending.reader.forgetting
    let ledTo = second.indices.filter { index in
      second[index].isUnread && anchored.mayBeLed(to: second[index].content)
    }
    let third = try await ConcurrentMap.map(ledTo, jobs: jobs) { index in
      let (file, kind) = files[texts[index]]
      return Parsed(try fresh.entry(file, kind), parser)
    }
    for (index, parsed) in zip(ledTo, third) { second[index] = parsed }
    var (nextOther, nextText) = (first.makeIterator(), second.makeIterator())
    return (
      isText.compactMap { $0 ? nextText.next() : nextOther.next() }, anchored, test.terms
    )
  }

  /// Whether a file is a post or page whose body may be left unread.
  private static func isText(_ kind: ContentKind, _ settings: SiteSettings) -> Bool {
    switch kind {
    case .post: return true
    case .page(let id):
      // What it names may be loaded by other pages.
      return settings.privacyPage?.value != Permalink(page: [id.text]).path
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .project, .edition, .published, .update, .event, .impact, .asset,
      .unknown:
      return false
    }
  }
}
