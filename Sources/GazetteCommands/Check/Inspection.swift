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
      let examined = await Self.examine(check.subject, jobs: jobs)
      let findings = examined.findings(alongside: check.diagnostics)
      if let site = check.complete(findings, mentions: examined.mentions) {
        return Inspection(site: site, findings: site.diagnostics)
      }
    case nil: break
    }
    let (checked, examined) = try await checker.check { await Self.examine($0, jobs: jobs) }
    guard let examined else { return Inspection(site: checked, findings: checked.diagnostics) }
    let findings = examined.findings(alongside: checked.diagnostics)
    checked.remember(findings, mentions: examined.mentions)
    return Inspection(site: checked, findings: findings)
  }

  private static func examine(
    _ subject: CheckedSite.Subject, jobs: Int
  ) async -> EditorialChecker.Examination {
    await EditorialChecker(site: subject.site, drafts: subject.drafts, today: subject.today)
      .examine(jobs: jobs)
  }
}
