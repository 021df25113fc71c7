internal import BuildGraph
internal import Content
internal import Diagnostics

/// Says what an output is made from, why it was last rendered and whether it would be now; renders
/// and writes nothing.
package struct OutputExplainer: Sendable {
  private let builder: SiteBuilder

  package init(_ options: SiteBuilder.Options) { builder = SiteBuilder(options) }

  package enum Answer: Sendable {
    case explanation(OutputExplanation)
    /// There is no such output; with the hint of a similar one, if there is one.
    case unknown(hint: String)
    /// The site has errors, as people read them.
    case broken(String)
  }

  /// Explains the output of an address such as `/about/`, or of a file such as `about/index.html`.
  package func explain(_ name: String) async throws -> Answer {
    let (record, _) = try builder.records.load()
    let build = try await BuildPreparation.prepare(
      builder.options, record: record, known: try builder.records.knownSources(record))
    guard let ready = build.ready else {
      let report = BuildReport(diagnostics: build.diagnostics, sources: build.sources.file)
      return .broken(report.text())
    }
    guard let output = Self.find(name, in: ready.outputs) else {
      let names = ready.outputs.map(\.permalink.path)
      return .unknown(hint: NearestName.hint(Self.address(name), among: names))
    }
    return .explanation(explanation(of: output, ready, build))
  }

  private static func find(_ name: String, in outputs: [PlannedOutput]) -> PlannedOutput? {
    let address = address(name)
    return outputs.first {
      $0.permalink.path == address || $0.permalink.outputPath == name
        || $0.permalink.path == address + "/"
    }
  }

  private static func address(_ name: String) -> String {
    name.hasPrefix("/") ? name : "/" + name
  }

  private func explanation(
    of output: PlannedOutput, _ ready: BuildPreparation.Ready, _ build: BuildPreparation
  ) -> OutputExplanation {
    let task = ready.finder.task(for: output)
    let last = build.record?.task(named: task.name)
    let trace = SourceTrace(ready, changed: build.changedSources)
    var state: String
    if let last {
      let isUsable = builder.usable(build.record) != nil
      let reason = isUsable ? last.reasonToRun(task) : .demanded
      state =
        reason.map { "would be rendered now: \($0.words)" } ?? "is as it would be rendered now"
    } else {
      state = "has not been rendered yet"
    }
    return OutputExplanation(
      address: task.name, file: output.permalink.outputPath,
      sources: trace.sources(of: task.name), changed: trace.changedSources(of: task.name),
      reads: ready.finder.paths(of: output), inputs: task.keys, lastReason: last?.reason,
      state: state)
  }
}

/// What is known of an output.
package struct OutputExplanation: Sendable, Hashable {
  package let address: String
  /// Its file in the output folder.
  package let file: String
  /// The sources and templates that it shows something of.
  package let sources: [String]
  /// Those of them that were changed since the last build.
  package let changed: [String]
  /// The values of the model that it reads, such as `post.newer.title`.
  package let reads: [String]
  /// What its inputs are called in messages.
  package let inputs: [String]
  /// Why it was last rendered.
  package let lastReason: String?
  /// Whether it would be rendered now, and why.
  package let state: String

  /// The explanation as people read it.
  package var text: String {
    var lines = ["\(address) is written to \(file); it \(state)"]
    if let lastReason { lines.append("it was last rendered because \(lastReason)") }
    if !changed.isEmpty { lines.append("changed since: \(changed.joined(separator: ", "))") }
    if !sources.isEmpty { lines += ["it shows something of:"] + sources.map { "  \($0)" } }
    let what = reads.isEmpty ? inputs : reads
    lines += ["it reads:"] + what.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }
}
