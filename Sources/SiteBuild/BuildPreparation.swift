internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints

/// A site that was read, checked and planned, with what is remembered of its last build: all that
/// rendering needs, or what stops it.
struct BuildPreparation: Sendable {
  let sources: SiteSources
  let loaded: SiteLoader.Loaded
  let known: KnownSources
  /// What the last build left behind, whatever its options were.
  let record: BuildRecord?
  /// In the order they were found.
  let diagnostics: [Diagnostic]
  /// `nil` when there are errors.
  let ready: Ready?

  struct Ready: Sendable {
    let site: PreparedSite
    let finder: InputFinder
    /// What is to be made.
    let outputs: [PlannedOutput]
    /// What comes next by itself, for people and programs, and when anything of it comes.
    let nextDue: NextDueFile
    let nextInstant: Int?
  }

  static func prepare(
    _ options: SiteBuilder.Options, listing: SiteListing? = nil, record: BuildRecord?,
    known: KnownSources
  ) async throws -> BuildPreparation {
    let pending = try SiteReader(source: options.source, known: known)
      .open(listing)
    let loader = SiteLoader(
      instant: options.instant, showsDrafts: options.showsDrafts,
      baseURL: options.baseURL.flatMap { BaseURL($0) }, jobs: options.jobs)
    let (sources, loaded) = try await loader.load(pending)
    var found = loaded.diagnostics.map(\.asBuildFinding)
    var ready: Ready?
    if let site = loaded.site, let zone = loaded.zone {
      let prepared = try await SitePreparation.prepare(
        site, zone: zone, sources: sources, jobs: options.jobs)
      found += prepared.diagnostics.map(\.asBuildFinding)
      if !found.hasErrors, let planned = prepared.site {
        let theme = try await ThemeReads.find(
          in: planned.programs.compilation, sources: sources, schema: planned.model.schema,
          site: site, book: planned.book, jobs: options.jobs)
        let next = site.nextDue(after: loaded.instant, zone: zone)
        let instants = [
          loaded.nextChange, next.changes.first?.instant, next.reminders.first?.instant,
        ]
        ready = Ready(
          site: planned, finder: InputFinder(site: planned, theme: theme, sources: sources),
          outputs: planned.plan.outputs.filter { options.shard?.contains($0) ?? true },
          nextDue: NextDueFile(next, zone: zone), nextInstant: instants.compactMap { $0 }.min())
      }
    }
    return BuildPreparation(
      sources: sources, loaded: loaded, known: known, record: record, diagnostics: found,
      ready: ready)
  }

  /// What was found in sources, packed to be kept; `nil` if hardly any of it is new.
  func findingsToKeep() -> [UInt8]? {
    let kept = loaded.kept
    let fresh = kept.count - sources.content.count { $0.kept != nil }
    let gone = known.keptCount + fresh - kept.count
    guard fresh + gone > Self.tolerance + kept.count / 50 else { return nil }
    return KnownSources.pack(kept, settings: sources.settings)
  }

  /// So many sources may be parsed in each build before what is known of them is written anew.
  private static let tolerance = 4

  /// The files that the last build read and that hold something else now, or are new, or are gone,
  /// named from the site's folder.
  var changedSources: Set<String> {
    let before = Dictionary(
      (record?.sources ?? []).map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first }
    )
    let now = Dictionary(
      sources.files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
    return Set(now.filter { before[$0.key] != $0.value }.keys)
      .union(before.keys.filter { now[$0] == nil })
  }
}

extension Diagnostic {
  /// The finding as a plain build tells it: what only editors must decide never stops the site.
  var asBuildFinding: Diagnostic {
    guard severity == .error, Self.editorialRules.contains(rule) else { return self }
    var finding = self
    finding.severity = .warning
    return finding
  }

  /// Rules on style and access that reading Markdown already finds.
  private static let editorialRules: Set<String> = ["A01", "A02", "A03", "A05"]
}
