internal import Diagnostics

/// The findings of a check as people read them: by file, with the lines, and a sum at the end.
struct CheckReport {
  let findings: [Diagnostic]
  let sources: [String: SourceFile]

  func text() -> String {
    let printer = DiagnosticTextPrinter(sources: sources)
    var text = ""
    var file: String?
    for finding in findings {
      let name = finding.location?.file ?? "the site"
      if name != file {
        let count = findings.count { ($0.location?.file ?? "the site") == name }
        text += "\(name): \(Self.counted(count, "finding"))\n\n"
        file = name
      }
      text += printer.print(finding) + "\n"
    }
    return text + summary
  }

  /// Such as `1 error, 19 warnings and 19 infos in 14 files`.
  private var summary: String {
    guard !findings.isEmpty else { return "nothing to report" }
    let files = Set(findings.map { $0.location?.file ?? "" }).count
    let counts = [
      (Diagnostic.Severity.error, "error"), (.warning, "warning"), (.info, "info"),
    ].compactMap { severity, noun in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : Self.counted(count, noun)
    }
    let list =
      counts.count > 1
      ? counts.dropLast().joined(separator: ", ") + " and " + (counts.last ?? "")
      : counts.joined()
    return "\(list) in \(Self.counted(files, "file"))"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
