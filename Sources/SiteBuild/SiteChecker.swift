package import Content
package import Diagnostics
package import Files
package import GregorianCalendar

/// Reads a site and finds all that is wrong in it, without rendering or publishing anything.
package struct SiteChecker: Sendable {
  private let source: Folder
  private let instant: BuildInstant
  private let showsDrafts: Bool
  private let jobs: Int

  package init(source: Folder, instant: BuildInstant, showsDrafts: Bool = false, jobs: Int = 2) {
    self.source = source
    self.instant = instant
    self.showsDrafts = showsDrafts
    self.jobs = jobs
  }

  /// Reads, loads and prepares the site as a build does, its bodies with their words.
  ///
  /// What the disk would not do is thrown.
  package func check() async throws -> CheckedSite {
    let memory = try CheckMemory(source: source)
    let sources = try await SiteReader(source: source, jobs: jobs, known: memory.known).read()
    let loader = SiteLoader(
      instant: instant, showsDrafts: showsDrafts, baseURL: nil, jobs: jobs, isForChecks: true)
    let loaded = try await loader.load(sources)
    memory.save(sources, loaded)
    var diagnostics = loaded.diagnostics
    var subject: CheckedSite.Subject?
    if let site = loaded.site, let drafts = loaded.drafts, let zone = loaded.zone {
      diagnostics += SitePreparation.faults(in: site, sources: sources)
      subject = instant.seconds(in: zone).flatMap { zone.day(at: $0) }.map {
        CheckedSite.Subject(site: site, drafts: drafts, today: $0)
      }
    }
    return CheckedSite(
      subject: subject, diagnostics: diagnostics.sorted(),
      parsedCount: sources.content.count { $0.kept == nil },
      source: sources.file)
  }
}

/// A site as far as it could be read, with what is wrong in its sources.
package struct CheckedSite: Sendable {
  /// `nil` when there are no settings to read the rest by.
  package let subject: Subject?
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  /// How many sources were parsed, those that an earlier check knew not counted.
  package let parsedCount: Int
  /// Any source by the name that findings give it.
  package let source: @Sendable (String) -> SourceFile?

  /// What editorial rules are asked about.
  package struct Subject: Sendable {
    package let site: Site
    /// The same site with drafts.
    package let drafts: Site
    package let today: CalendarDay
  }
}
