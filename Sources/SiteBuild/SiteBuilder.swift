internal import Content
package import Diagnostics
package import Files
internal import Templates

/// Builds a site: reads, checks, renders and publishes, or reports why not.
package struct SiteBuilder: Sendable {
  private let options: Options

  package init(_ options: Options) { self.options = options }

  /// What a build is asked to do.
  package struct Options: Sendable {
    /// The folder that holds `content` and, maybe, `templates`.
    package var source: Folder
    package var output: Folder
    package var instant: BuildInstant
    package var showsDrafts: Bool
    /// The address to publish at, instead of the one in `site.yaml`.
    package var baseURL: String?
    /// How many threads work at once.
    package var jobs: Int

    package init(
      source: Folder, output: Folder, instant: BuildInstant, showsDrafts: Bool = false,
      baseURL: String? = nil, jobs: Int = 2
    ) {
      self.source = source
      self.output = output
      self.instant = instant
      self.showsDrafts = showsDrafts
      self.baseURL = baseURL
      self.jobs = jobs
    }
  }

  /// Builds and publishes the site; when anything is wrong in its sources, nothing is published.
  ///
  /// What the disk would not do is thrown.
  package func build() async throws -> BuildReport {
    let sources = try await SiteReader(source: options.source, jobs: options.jobs).read()
    let loader = SiteLoader(
      instant: options.instant, showsDrafts: options.showsDrafts,
      baseURL: options.baseURL.flatMap { BaseURL($0) }, jobs: options.jobs)
    let loaded = try await loader.load(sources)
    guard let site = loaded.site, let zone = loaded.zone else {
      return report(sources, loaded.diagnostics)
    }
    let prepared = SitePreparation.prepare(site, zone: zone, sources: sources)
    let found = (loaded.diagnostics + prepared.diagnostics).map(\.asBuildFinding)
    guard !found.hasErrors, let ready = prepared.site else { return report(sources, found) }
    let publisher = SitePublisher(
      site: ready, sources: sources, source: options.source, output: options.output,
      jobs: options.jobs)
    let outcome = try await publisher.publish()
    let next = options.instant.seconds(in: zone).map {
      NextDueFile(site.nextDue(after: $0, zone: zone), zone: zone)
    }
    return BuildReport(
      diagnostics: (found + outcome.diagnostics).sorted(), result: outcome.result,
      outputCount: ready.plan.outputs.count, nextDue: next, sources: sources.file)
  }

  private func report(_ sources: SiteSources, _ diagnostics: [Diagnostic]) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics.sorted(), result: nil, outputCount: 0, sources: sources.file)
  }
}

extension Diagnostic {
  /// The finding as a plain build tells it: what only editors must decide never stops the site.
  fileprivate var asBuildFinding: Diagnostic {
    guard severity == .error, Self.editorialRules.contains(rule) else { return self }
    var finding = self
    finding.severity = .warning
    return finding
  }

  /// Rules on style and access that reading Markdown already finds.
  private static let editorialRules: Set<String> = ["A01", "A02", "A03", "A05"]
}

/// What a build found and did.
package struct BuildReport: Sendable {
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  /// What changed in the output folder; `nil` when errors stopped the build.
  package let result: PublicationResult?
  package let outputCount: Int
  /// When the site would next change by itself; `nil` when nothing was published.
  package let nextDue: NextDueFile?
  private let sources: @Sendable (String) -> SourceFile?

  init(
    diagnostics: [Diagnostic], result: PublicationResult?, outputCount: Int,
    nextDue: NextDueFile? = nil, sources: @escaping @Sendable (String) -> SourceFile?
  ) {
    self.diagnostics = diagnostics
    self.result = result
    self.outputCount = outputCount
    self.nextDue = nextDue
    self.sources = sources
  }

  /// All findings as people read them, with the lines they point at.
  package func text() -> String {
    DiagnosticTextPrinter(sources: diagnostics.sources(from: sources)).print(diagnostics)
  }
}
