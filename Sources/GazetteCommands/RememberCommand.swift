internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SiteBuild

/// `gazette remember`: keeps what an edition shows, for later checks to compare with.
struct RememberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remember",
    abstract: "Keep what an edition shows, so that later changes of it are found.",
    discussion: """
      Writes sprints/<id>/published.json in content/, the same that is published at \
      /data/edition-<id>.json. Run it when the edition is published, and again once a correction \
      is; from then on rules L11 and M07 compare with it.
      """)

  @Argument(help: "The edition's id, such as 2021-09; the newest when not given.")
  var sprint: String?

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let folder = Folder(site.source)
    let checker = SiteChecker(
      source: folder, instant: .seconds(Int(Date().timeIntervalSince1970)),
      jobs: ProcessInfo.processInfo.activeProcessorCount, plainBodies: PlainBodyTest.editorial)
    let checked = try await checker.check()
    guard let subject = checked.subject, !checked.diagnostics.hasErrors else {
      let errors = checked.diagnostics.filter { $0.severity == .error }
      let printer = DiagnosticTextPrinter(sources: errors.sources(from: checked.source))
      Gazette.report(printer.print(errors) + "\n\nnothing was kept")
      throw ExitCode(1)
    }
    let edition = try subject.site.edition(named: sprint)
    let path = try SitePath("content/sprints/\(edition.id)/published.json")
    try FileWriter.replace(
      path, in: folder, with: EditionRecord(of: edition, in: subject.site).encoded())
    print("\(path.text): kept what \(edition.id) shows")
  }
}

extension Site {
  /// The edition that an argument names; the newest when there is none.
  func edition(named name: String?) throws -> Edition {
    guard let name else {
      guard let latestEdition else {
        throw ValidationError("the site has no editions; the first is sprints/<month>/index.md")
      }
      return latestEdition
    }
    guard let edition = ID<Edition>(name).flatMap({ editions[$0] }) else {
      let hint = NearestName.hint(name, among: editions.map(\.id.text))
      throw ValidationError("there is no sprint '\(name)'\(hint)")
    }
    return edition
  }
}
