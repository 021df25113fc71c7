internal import Content
internal import Diagnostics
internal import Files

/// Finds outputs that cannot stand beside each other, before anything is rendered.
struct PlanChecker {
  private let origins: [SitePath: [SourceLocation?]]

  /// Returns a finding for each group of outputs that want one path.
  static func check(_ plan: OutputPlan, of site: Site) -> [Diagnostic] {
    let conflicts = PathConflict.find(in: plan.outputs.compactMap(path))
    return conflicts.isEmpty ? [] : conflicts.compactMap(PlanChecker(plan, site).diagnostic)
  }

  private init(_ plan: OutputPlan, _ site: Site) {
    var origins: [SitePath: [SourceLocation?]] = [:]
    for output in plan.outputs {
      guard let path = Self.path(of: output) else { continue }
      origins[path, default: []].append(Self.origin(of: output, site))
    }
    self.origins = origins
  }

  /// Where in the sources an output is asked for.
  private static func origin(of output: PlannedOutput, _ site: Site) -> SourceLocation? {
    guard case .page(let page) = output.content else { return output.origin }
    return site.origin(of: page.subject)?.location
  }

  private static func path(of output: PlannedOutput) -> SitePath? {
    try? SitePath(output.permalink.outputPath)
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
