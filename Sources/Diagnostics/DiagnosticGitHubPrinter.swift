/// Prints findings as the workflow commands that GitHub shows beside the lines of a change.
///
/// ```
/// ::error file=content/projects/istv.md,line=6,col=1,endLine=6,endColumn=9,title=P01::...
/// ```
public struct DiagnosticGitHubPrinter {
  private let sources: [String: SourceFile]

  /// Takes the sources that findings may point into; a place in any other prints without a line.
  public init(sources: [String: SourceFile]) { self.sources = sources }

  /// Returns all findings in the order given, each on a line of its own.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { print($0) + "\n" }.joined()
  }

  private func print(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties.append("file=\(Self.property(location.file))")
      if let source = sources[location.file] {
        let start = source.position(at: location.span.lowerBound)
        let end = source.position(at: location.span.upperBound)
        properties += ["line=\(start.line)", "col=\(start.column)", "endLine=\(end.line)"]
        // Columns are understood only within one line.
        if start.line == end.line { properties.append("endColumn=\(end.column)") }
      }
    }
    properties.append("title=\(Self.property(diagnostic.rule))")
    return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))"
      + "::\(Self.text(diagnostic.message))"
  }

  private func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .info: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private static func text(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ marks: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { marks[$0] ?? String($0) }.joined()
  }
}
