internal import Diagnostics

/// What stopped a build, as the overlay in the browser gets it.
struct FindingsMessage: Sendable, Hashable {
  /// An array of objects, on one line.
  let json: String

  static let none = FindingsMessage(json: "[]")

  private init(json: String) { self.json = json }

  /// Findings in sources, the gravest first.
  ///
  /// - Parameter sources: The files that they point into, by name.
  init(_ findings: [Diagnostic], sources: [String: SourceFile]) {
    let inOrder = Diagnostic.Severity.allCases.reversed().flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    json = JSONLine.array(
      inOrder.prefix(Self.most).map { finding in
        JSONLine.object { line in
          line.member("severity", finding.severity.rawValue)
          line.member("rule", finding.rule)
          line.member("message", finding.message)
          line.raw("place", Self.place(finding.location, sources))
          line.raw(
            "notes",
            JSONLine.array(
              finding.notes.map { note in
                JSONLine.object { line in
                  line.member("message", note.message)
                  line.raw("place", Self.place(note.location, sources))
                }
              }))
          line.raw("fixes", JSONLine.array(finding.fixIts.map { JSONLine.quoted($0.message) }))
        }
      })
  }

  /// Something that is no fault of any source, such as a full disk.
  init(problem: String) {
    let finding = Diagnostic(rule: "", severity: .error, message: problem, location: nil)
    self.init([finding], sources: [:])
  }

  /// Nobody reads more at once.
  private static let most = 100

  private static func place(
    _ location: SourceLocation?, _ sources: [String: SourceFile]
  ) -> String {
    guard let location else { return "null" }
    let source = sources[location.file]
    let position = source?.position(at: location.span.lowerBound)
    let text = source.map { source in
      String(
        decoding: source.bytes[source.lineRange(at: location.span.lowerBound)], as: UTF8.self)
    }
    return JSONLine.object { line in
      line.member("file", location.file)
      line.member("line", position?.line)
      line.member("column", position?.column)
      line.member("text", text)
    }
  }
}
