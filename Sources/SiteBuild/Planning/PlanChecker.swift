internal import Content
internal import Diagnostics
internal import Files

/// Finds outputs that cannot stand beside each other, before anything is rendered.
enum PlanChecker {
  /// Returns a finding for each pair of outputs that want one path.
  static func check(_ plan: OutputPlan) -> [Diagnostic] {
    var origins: [String: [String]] = [:]
    var paths: [SitePath] = []
    var diagnostics: [Diagnostic] = []
    for output in plan.outputs {
      let path = output.permalink.outputPath
      origins[path, default: []].append(output.origin ?? "the \(path) page")
      if let checked = try? SitePath(path) { paths.append(checked) }
    }
    for conflict in PathConflict.find(in: paths) {
      let first = conflict.paths[0].text
      let second = conflict.paths.last?.text ?? first
      let files = conflict.paths.flatMap { origins[$0.text] ?? [] }
      let known = files.filter { $0.contains("/") && !$0.hasPrefix("the ") }
      let message: BuildMessage =
        switch conflict.kind {
        case .duplicate: .duplicateOutput(first)
        case .similar: .similarOutputs(first, second)
        case .fileAndFolder: .fileAndFolder(first, second)
        }
      let location = known.last.map { SourceLocation(file: $0, span: 0..<0) }
      let notes = known.dropLast().map { file in
        Diagnostic.Note(
          message: "the other one is here", location: SourceLocation(file: file, span: 0..<0))
      }
      diagnostics.append(message.at(location, subject: first, notes: Array(Set(notes))))
    }
    return diagnostics
  }
}
