internal import Content
internal import Diagnostics
internal import Files

/// Finds outputs that cannot stand beside each other, before anything is rendered.
struct PlanChecker {
  private let origins: [SitePath: [SourceLocation?]]

  /// Returns a finding for each group of outputs that want one path.
  static func check(_ plan: OutputPlan) -> [Diagnostic] {
    var origins: [SitePath: [SourceLocation?]] = [:]
    var paths: [SitePath] = []
    for output in plan.outputs {
      guard let path = try? SitePath(output.permalink.outputPath) else { continue }
      origins[path, default: []].append(output.origin)
      paths.append(path)
    }
    let checker = PlanChecker(origins: origins)
    return PathConflict.find(in: paths).compactMap(checker.diagnostic)
  }

  private func diagnostic(for conflict: PathConflict) -> Diagnostic? {
    let first = conflict.paths[0]
    let second = conflict.paths.last ?? first
    let message: BuildMessage
    switch conflict.kind {
    case .duplicate: message = .duplicateOutput(first.text)
    case .similar:
      // Two folders are alike only because of what is in them, which is reported itself.
      guard origins[first] != nil || origins[second] != nil else { return nil }
      message = .similarOutputs(first.text, second.text)
    case .fileAndFolder: message = .fileAndFolder(first.text, second.text)
    }
    var places: [SourceLocation] = []
    for path in Set(conflict.paths).sorted() {
      for case let place? in origins[path] ?? [] where !places.contains(place) {
        places.append(place)
      }
    }
    let notes = places.dropLast().map {
      Diagnostic.Note(message: "the other one is here", location: $0)
    }
    return message.at(places.last, subject: first.text, notes: Array(notes))
  }
}
