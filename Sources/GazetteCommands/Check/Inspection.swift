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
    if let repeated = try checker.repeated() {
      return Inspection(site: repeated, findings: repeated.diagnostics)
    }
    let checked = try await checker.check()
    guard let subject = checked.subject else {
      return Inspection(site: checked, findings: checked.diagnostics)
    }
    let editorial = EditorialChecker(
      site: subject.site, drafts: subject.drafts, today: subject.today)
    let findings = await editorial.check(alongside: checked.diagnostics, jobs: jobs)
    checked.remember(findings)
    return Inspection(site: checked, findings: findings)
  }
}
