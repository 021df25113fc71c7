internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SiteBuild

/// `gazette status`: who owes what for an edition.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what an edition still waits for, and from whom.",
    discussion: "Drafts count, so that an edition can be followed while it is written.")

  @Argument(help: "The edition's id, such as 2021-09; the newest when not given.")
  var sprint: String?

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp("Look at the site as at this day or time instead of now.", valueName: "date")
  )
  var at: String?

  @Option(help: "How the status is printed: text or json.")
  var format = StatusFormat.text

  func validate() throws {
    if let at, PublishTime(at) == nil {
      throw ValidationError("--at must be a day such as 2021-10-20, not '\(at)'")
    }
  }

  func run() async throws {
    let checker = SiteChecker(
      source: Folder(site.source),
      instant: at.map { .time($0) } ?? .seconds(Int(Date().timeIntervalSince1970)),
      showsDrafts: true, jobs: ProcessInfo.processInfo.activeProcessorCount,
      plainBodies: PlainBodyTest.editorial)
    let checked = try await checker.check()
    guard let subject = checked.subject else {
      let errors = checked.diagnostics
      let printer = DiagnosticTextPrinter(sources: errors.sources(from: checked.source))
      Gazette.report(printer.print(errors))
      throw ExitCode(1)
    }
    let report = StatusReport(
      status: subject.site.status(of: try subject.site.edition(named: sprint)))
    FileHandle.standardOutput.write(
      Data((format == .text ? report.text() : report.jsonLines()).utf8))
  }
}

/// How `gazette status` prints.
enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
