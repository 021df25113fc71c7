internal import Diagnostics
internal import Editorial
internal import Files
internal import SiteBuild

/// A site with everything that any rule finds in it.
struct Inspection {
  let site: CheckedSite
  /// In the order of files and places.
  let findings: [Diagnostic]

  /// Reads a site and applies every rule to it.
  static func run(
    _ source: Folder, at instant: BuildInstant, drafts: Bool, jobs: Int, coarsestTick: Int = 2
  ) async throws -> Inspection {
    let checker = SiteChecker(
      source: source, instant: instant, showsDrafts: drafts, jobs: jobs,
      plainBodies: PlainBodyTest.editorial, coarsestTick: coarsestTick)
    switch try await checker.resumed() {
    case .unchanged(let site): return Inspection(site: site, findings: site.diagnostics)
    case .texts(let check):
      let found = await Self.inspect(check.subject, alongside: check.diagnostics, jobs: jobs)
      if let site = check.complete(found.findings, mentions: found.mentions) {
        return Inspection(site: site, findings: site.diagnostics)
      }
    case nil: break
    }
    let checked = try await checker.check()
    guard let subject = checked.subject else {
      return Inspection(site: checked, findings: checked.diagnostics)
    }
    let found = await inspect(subject, alongside: checked.diagnostics, jobs: jobs)
    checked.remember(found.findings, mentions: found.mentions)
    return Inspection(site: checked, findings: found.findings)
  }

  private static func inspect(
    _ subject: CheckedSite.Subject, alongside found: [Diagnostic], jobs: Int
  ) async -> EditorialChecker.Outcome {
    await EditorialChecker(site: subject.site, drafts: subject.drafts, today: subject.today)
      .check(alongside: found, jobs: jobs)
  }
}
