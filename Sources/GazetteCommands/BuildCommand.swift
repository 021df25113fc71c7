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
    let options = SiteBuilder.Options(
      source: folder, output: Folder(outputPath),
      instant: at.map { .time($0) } ?? .seconds(Int(Date().timeIntervalSince1970)),
      showsDrafts: drafts, baseURL: baseURL,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let report = try await SiteBuilder(options).build()
    if !report.diagnostics.isEmpty {
      FileHandle.standardError.write(Data((report.text() + "\n").utf8))
    }
    guard let result = report.result else {
      Gazette.report(Self.refusal(report.diagnostics))
      throw ExitCode(1)
    }
    let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
    let written = result.added.count + result.changed.count
    print(
      "\(Self.counted(report.outputCount, "output")) in \(outputPath): \(written) written, "
        + "\(result.removed.count) removed, \(Int(elapsed.rounded())) ms")
  }

  private static func refusal(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let rest = warnings == 0 ? "" : " and \(counted(warnings, "warning"))"
    return "\(counted(errors, "error"))\(rest); nothing was published"
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
