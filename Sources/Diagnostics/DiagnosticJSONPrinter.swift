/// Prints findings for programs, one JSON object a line; what a finding does not have is null.
///
/// ```
/// {"rule":"P01","severity":"error","file":"projects/istv.md","line":6,"column":1,"subject":"istv",
/// "message":"active project has no sponsor"}
/// ```
public struct DiagnosticJSONPrinter {
  private let sources: [String: SourceFile]
  private let root: String

  /// - Parameters:
  ///   - sources: The sources that findings may point into.
  ///   - root: A folder, such as `content/`, that is left out of the files' names.
  public init(sources: [String: SourceFile], root: String = "") {
    self.sources = sources
    self.root = root
  }

  /// Returns all findings in the order given, each on a line of its own.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { print($0) + "\n" }.joined()
  }

  private func print(_ diagnostic: Diagnostic) -> String {
    let position = diagnostic.location.flatMap { location in
      sources[location.file]?.position(at: location.span.lowerBound)
    }
    return JSONLine.object { line in
      line.member("rule", diagnostic.rule)
      line.member("severity", diagnostic.severity.rawValue)
      line.member("file", diagnostic.location.map { name($0.file) })
      line.member("line", position?.line)
      line.member("column", position?.column)
      line.member("subject", diagnostic.subject)
      line.member("message", diagnostic.message)
    }
  }

  private func name(_ file: String) -> String {
    file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
  }
}
