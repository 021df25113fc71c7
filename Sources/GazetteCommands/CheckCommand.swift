internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Editorial
internal import Files
internal import Foundation
internal import SiteBuild

/// `gazette check`: every rule, without writing anything.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the site by every rule, without building it.",
    discussion: """
      Reports what is wrong in content/ and templates/, and what the editorial rules find. \
      docs/rules.md says what each rule is for; site.yaml sets how grave it is.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var instant: InstantOptions

  @Option(help: "How findings are printed: text, json, sarif or github.")
  var format = CheckFormat.text

  @Option(help: ArgumentHelp("Report only this rule; may be given again.", valueName: "id"))
  var rule: [String] = []

  @Option(
    name: .customLong("fail-on"),
    help: "The mildest finding that makes the exit status 1: error, warning or info.")
  var failOn = FailureThreshold.error

  @Option(
    help: ArgumentHelp(
      "Report only findings on lines that changed since this commit.", valueName: "git-ref"))
  var since: String?

  @Flag(help: "Mend what can certainly be mended, and report the rest.")
  var fix = false

  func validate() throws {
    for id in rule where Rule(rawValue: id) == nil && !Self.isIntegrityRule(id) {
      let hint = NearestName.hint(id, among: Rule.allCases.map(\.id))
      throw ValidationError("there is no rule '\(id)'\(hint)")
    }
  }

  /// Integrity rules have names of their own kinds, such as `S01` and `unknown-field`.
  private static func isIntegrityRule(_ id: String) -> Bool {
    ["S", "R", "B"].contains(id.prefix(1)) && id.utf8.count == 3 || id.contains("-")
  }

  func run() async throws {
    var (checked, findings) = try await check()
    if fix, try mend(findings, in: checked) {
      (checked, findings) = try await check()
    }
    if let since {
      let changes = try GitChanges(since: since, in: Folder(site.source))
      findings = findings.filter { changes.touch($0, in: checked.source) }
    }
    print(findings, of: checked)
    LeftToTheSystem.keep(checked)
    if findings.contains(where: { $0.severity >= failOn.severity }) { throw ExitCode(1) }
  }

  private func check() async throws -> (CheckedSite, [Diagnostic]) {
    let inspection = try await Inspection.run(
      Folder(site.source), at: instant.buildInstant, drafts: instant.drafts,
      jobs: ProcessInfo.processInfo.activeProcessorCount)
    return (inspection.site, selected(inspection.findings))
  }

  private func selected(_ findings: [Diagnostic]) -> [Diagnostic] {
    rule.isEmpty ? findings : findings.filter { rule.contains($0.rule) }
  }

  private func mend(_ findings: [Diagnostic], in checked: CheckedSite) throws -> Bool {
    let mended = try FixWriter(root: Folder(site.source)).apply(
      findings.flatMap(\.fixIts), to: checked.source)
    for line in mended { Gazette.report(line) }
    return !mended.isEmpty
  }

  private func print(_ findings: [Diagnostic], of checked: CheckedSite) {
    let sources = findings.sources(from: checked.source)
    switch format {
    case .text:
      Self.write(CheckReport(findings: findings, sources: sources).text() + "\n")
    case .json:
      Self.write(DiagnosticJSONPrinter(sources: sources, root: "content/").print(findings))
    case .github:
      Self.write(DiagnosticGitHubPrinter(sources: sources).print(findings))
    case .sarif:
      let tool = DiagnosticSARIFPrinter.Tool(
        name: "gazette", version: Gazette.configuration.version,
        summaries: Dictionary(
          RuleCatalogue.families.flatMap(\.entries).map { ($0.rule.id, $0.summary) },
          uniquingKeysWith: { first, _ in first }))
      Self.write(DiagnosticSARIFPrinter(sources: sources, tool: tool).print(findings))
    }
  }

  private static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

/// How `gazette check` prints.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case sarif
  case github
}

/// From which severity on a check fails.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case info

  var severity: Diagnostic.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
