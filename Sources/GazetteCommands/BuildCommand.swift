internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Files
internal import Foundation
internal import SiteBuild

/// `gazette build`: builds a site into its output folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site into its output folder.",
    discussion: """
      Reads content/ and templates/ in the source folder. When anything in them is wrong, all of \
      it is reported and the output folder stays as it was.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Write the site to this folder.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Build as at this day or time instead of now, such as 2021-10-20 or 2021-10-20T09:00Z.",
      valueName: "date"))
  var at: String?

  @Flag(help: "Show drafts too, as for a preview.")
  var drafts = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Publish at this address instead of the one in site.yaml.", valueName: "url")
  )
  var baseURL: String?

  @Flag(help: "Apply the editorial rules too, and publish nothing when they find errors.")
  var strict = false

  @Option(
    name: .customLong("fail-on"),
    help: "With --strict, the mildest finding that stops the build: error, warning or info.")
  var failOn = FailureThreshold.error

  @Option(help: ArgumentHelp("How many threads to use; all cores when not given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if let at, PublishTime(at) == nil {
      throw ValidationError(
        "--at must be a day such as 2021-10-20 or a time such as 2021-10-20T09:00Z, not '\(at)'")
    }
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError(
        "--base-url must be an address such as https://notes.example.org/, not '\(baseURL)'")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let folder = Folder(site.source)
    let usual = folder.folder(try SitePath("output"))
    let outputPath = output ?? usual.path
    let instant = at.map { BuildInstant.time($0) } ?? .seconds(Int(Date().timeIntervalSince1970))
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    if strict { try await refuseWhatCheckWould(folder, at: instant, jobs: jobs) }
    let options = SiteBuilder.Options(
      source: folder, output: Folder(outputPath),
      instant: instant, showsDrafts: drafts, baseURL: baseURL, jobs: jobs)
    let report = try await SiteBuilder(options).build()
    if !report.diagnostics.isEmpty {
      FileHandle.standardError.write(Data((report.text() + "\n").utf8))
    }
    guard let result = report.result else {
      Gazette.report(Self.refusal(report.diagnostics))
      throw ExitCode(1)
    }
    try report.nextDue?.save(in: folder)
    let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
    let written = result.added.count + result.changed.count
    print(
      "\(Self.counted(report.outputCount, "output")) in \(outputPath): \(written) written, "
        + "\(result.removed.count) removed, \(Int(elapsed.rounded())) ms")
    if let line = report.nextDue?.line() { print(line) }
  }

  /// Ends the command when any rule finds something as grave as the threshold.
  private func refuseWhatCheckWould(
    _ folder: Folder, at instant: BuildInstant, jobs: Int
  ) async throws {
    let inspection = try await Inspection.run(folder, at: instant, drafts: drafts, jobs: jobs)
    let found = inspection.findings.filter { $0.severity >= failOn.severity }
    guard !found.isEmpty else { return }
    let printer = DiagnosticTextPrinter(sources: found.sources(from: inspection.site.source))
    FileHandle.standardError.write(Data((printer.print(found) + "\n").utf8))
    Gazette.report(Self.refusal(found))
    throw ExitCode(1)
  }

  private static func refusal(_ diagnostics: [Diagnostic]) -> String {
    let counts = [(Diagnostic.Severity.error, "error"), (.warning, "warning"), (.info, "info")]
      .compactMap { severity, noun in
        let count = diagnostics.count { $0.severity == severity }
        return count == 0 ? nil : counted(count, noun)
      }
    return "\(counts.joined(separator: " and ")); nothing was published"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(Number(units: count).grouped) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// Where the site is.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds content/.", valueName: "dir"))
  var source = "."
}
