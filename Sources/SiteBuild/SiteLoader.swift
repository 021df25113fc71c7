internal import Content
internal import Diagnostics
internal import Files

/// Turns the sources of a site into the `Site`, with everything that is wrong in them.
struct SiteLoader: Sendable {
  let instant: BuildInstant
  let showsDrafts: Bool
  let baseURL: BaseURL?
  let jobs: Int

  /// A site and the zone its days are counted in; no site when the settings cannot be read.
  struct Loaded: Sendable {
    let site: Site?
    let zone: SiteZone?
    /// What can be kept of sources, so that the next build need not parse them.
    var kept: [KnownSources.Kept] = []
    /// What others can see of posts and pages, by their paths in the content folder.
    var outlines: [(path: String, outline: TextOutline)] = []
    /// The instant of the build, in seconds since 1970, and when the site next changes by itself.
    var instant = 0
    var nextChange: Int?
    let diagnostics: [Diagnostic]
  }

  /// Reads sources and loads them one by one, so that few of them are in memory at a time.
  func load(_ pending: PendingSources) async throws -> (SiteSources, Loaded) {
    let (entries, loaded) = try await load(
      pending.files, settings: pending.settings, beside: pending.diagnostics
    ) { try pending.reader.entry($0) }
    return (pending.read(entries), loaded)
  }

  /// Loads sources that have been read.
  func load(_ sources: SiteSources) async throws -> Loaded {
    try await load(
      sources.content, settings: sources.content.first { $0.source.kind == .settings }?.source,
      beside: sources.diagnostics
    ) { $0 }.1
  }

  private func load<Source: Sendable>(
    _ sources: [Source], settings: ContentSource?, beside found: [Diagnostic],
    entry: @escaping @Sendable (Source) throws -> SiteSources.Entry
  ) async throws -> ([SiteSources.Entry], Loaded) {
    let (settings, faults) = Self.settings(in: settings, at: baseURL)
    var diagnostics = found + faults
    guard let settings else { return ([], Loaded(site: nil, zone: nil, diagnostics: diagnostics)) }
    let zone = SiteZone(name: settings.timeZone)
    if zone == nil { diagnostics.append(Self.unknownZone(settings)) }
    let parser = ContentParser(settings: settings)
    let results = try await ConcurrentMap.map(sources, jobs: jobs) { source in
      ParsedEntry(try entry(source), parser)
    }
    var entries: [SiteSources.Entry] = []
    var parsed: [ParsedContent] = []
    var kept: [KnownSources.Kept] = []
    entries.reserveCapacity(results.count)
    parsed.reserveCapacity(results.count)
    kept.reserveCapacity(results.count)
    // One pass for all of it, as none of it is in the processor's caches any more.
    for result in results {
      entries.append(result.entry)
      parsed.append(result.parsed)
      if let source = result.kept { kept.append(source) }
    }
    guard let assumed = zone ?? SiteZone(name: "UTC"),
      let seconds = instant.seconds(in: assumed)
    else {
      return (entries, Loaded(site: nil, zone: nil, diagnostics: diagnostics))
    }
    let visibility = Visibility(instant: seconds, zone: assumed, showsDrafts: showsDrafts)
    let assembler = SiteAssembler(parsed, settings: settings, visibility: visibility)
    let (site, faultsBetween) = await ConcurrentMap.both(jobs: jobs) {
      assembler.site()
    } _: {
      assembler.findings()
    }
    let loaded = Loaded(
      site: site, zone: assumed, kept: kept,
      outlines: parsed.compactMap { source in source.outline.map { (source.path, $0) } },
      instant: seconds, nextChange: visibility.nextChange(of: parsed),
      diagnostics: diagnostics + faultsBetween)
    return (entries, loaded)
  }

  /// The settings in a source, as the site is published by them; none without the source.
  static func settings(
    in source: ContentSource?, at address: BaseURL? = nil
  ) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
    guard let source else { return (nil, [BuildMessage.missingSettings.at(nil)]) }
    let (settings, faults) = ContentParser.settings(source)
    return (address.flatMap { settings?.published(at: $0) } ?? settings, faults)
  }

  static func unknownZone(_ settings: SiteSettings) -> Diagnostic {
    let hint = NearestName.hint(settings.timeZone, among: SiteZone.knownNames)
    return BuildMessage.unknownZone(settings.timeZone, hint: hint)
      .at(settings.origin.location(ofValue: "timezone"))
  }
}

/// A source with what it holds.
private struct ParsedEntry: Sendable {
  /// With its bytes only if they are to be shown beside a finding.
  let entry: SiteSources.Entry
  let parsed: ParsedContent
  let kept: KnownSources.Kept?

  init(_ entry: SiteSources.Entry, _ parser: ContentParser) {
    parsed = entry.kept.map { parser.parse($0) } ?? parser.parse(entry.source)
    kept = parsed.kept.map { KnownSources.Kept($0, entry.digest) }
    self.entry = parsed.diagnostics.isEmpty ? entry.withoutBytes : entry
  }
}
