internal import ArgumentParser
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
      it is reported and the output folder stays as it was. Only what shows something that has \
      changed since the last build is rendered.
      """)

  @OptionGroup var build: BuildOptions

  @Flag(help: "Apply the editorial rules too, and publish nothing when they find errors.")
  var strict = false

  @Option(
    name: .customLong("fail-on"),
    help: "With --strict, the mildest finding that stops the build: error, warning or info.")
  var failOn = FailureThreshold.error

  @Flag(help: "Render everything, whatever is known of earlier builds.")
  var full = false

  @Flag(help: "Render also what need not be, and publish nothing if it comes out differently.")
  var verify = false

  @Flag(help: "Say why each output was rendered.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "List added, changed, removed and unchanged files with their hashes in this file.",
      valueName: "file"))
  var manifest: String?

  @Option(help: "How to tell what was done: text or json.")
  var format = SummaryFormat.text

  func run() async throws {
    let start = ContinuousClock.now
    if strict { try await refuseWhatCheckWould() }
    var options = try build.builderOptions()
    options.isFull = full
    options.verifies = verify
    options.explains = explain
    let line = ProgressLine(isShown: format == .text && StandardError.isTerminal)
    let report = try await SiteBuilder(options, progress: line.progress).build()
    line.clear()
    if !report.diagnostics.isEmpty {
      FileHandle.standardError.write(Data((report.text() + "\n").utf8))
    }
    let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
    let summary = BuildSummary(report, milliseconds: Int(elapsed.rounded()), explains: explain)
    guard report.result != nil else {
      if format == .json { print(summary.json()) }
      Gazette.report(Self.refusal(report.diagnostics))
      throw ExitCode(1)
    }
    try report.nextDue?.save(in: build.source)
    if let manifest { try BuildManifest(report).save(at: manifest) }
    print(format == .json ? summary.json() : summary.text())
    LeftToTheSystem.keep(report)
  }

  /// Ends the command when any rule finds something as grave as the threshold.
  private func refuseWhatCheckWould() async throws {
    let inspection = try await Inspection.run(
      build.source, at: build.instant, drafts: build.drafts, jobs: build.threads)
    let found = inspection.findings.filter { $0.severity >= failOn.severity }
    guard !found.isEmpty else { return }
    let printer = DiagnosticTextPrinter(sources: found.sources(from: inspection.site.source))
    FileHandle.standardError.write(Data((printer.print(found) + "\n").utf8))
    Gazette.report(Self.refusal(found))
    throw ExitCode(1)
  }

  /// What was found, in numbers, and that it stopped the build.
  static func refusal(_ diagnostics: [Diagnostic]) -> String {
    let counts = [(Diagnostic.Severity.error, "error"), (.warning, "warning"), (.info, "info")]
      .compactMap { severity, noun in
        let count = diagnostics.count { $0.severity == severity }
        return count == 0 ? nil : BuildSummary.counted(count, noun)
      }
    return "\(counts.joined(separator: " and ")); nothing was published"
  }
}

/// How a command tells what it has done.
enum SummaryFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
