internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files

extension TextRebuild {
  /// Renders what shows the changed texts and puts it beside the other outputs; `nil` if something
  /// cannot be rendered with what is remembered, or not without errors.
  ///
  /// - Parameters:
  ///   - isCurrent: Whether nobody has published since `kept` was looked at; asked when nobody
  ///     else can.
  ///   - asKnown: A source as the next build may know it.
  func publish(
    _ ready: Ready, beside kept: [SitePath], ifStill isCurrent: () throws -> Bool,
    saving save: (BuildRecord) throws(FileError) -> Void,
    asKnown: (KnownFile) -> KnownFile
  ) async throws -> BuildReport? {
    let tasks = ready.tasks
    let publisher = SitePublisher(
      site: ready.site, sources: ready.sources, finder: ready.finder,
      task: { output in
        tasks[output.permalink.path]
          ?? BuildTask(name: output.permalink.path, keys: [], fingerprints: [])
      }, output: options.output, jobs: options.jobs, last: record, cause: .unknown,
      progress: progress)
    var sources = record.sources
    let read = Dictionary(
      ready.read.map { ($0.path, asKnown($0)) }, uniquingKeysWith: { first, _ in first })
    for (position, source) in sources.enumerated() {
      if let file = read[source.path] { sources[position] = file }
    }
    var renewed = record
    let outcome: SitePublisher.Outcome
    do {
      outcome = try await publisher.publish(ready.site.plan.outputs, ifStill: isCurrent) {
        outputs throws(FileError) in
        let found = note.adding(outputs.flatMap(\.diagnostics))
        renewed = record.replacing(
          outputs.map(\.task), sources: sources, note: found.packed())
        try save(renewed)
      }
    } catch is UnknownDirective {
      return nil
    }
    guard outcome.result != nil else { return nil }
    let folder = options.source
    return BuildReport(
      diagnostics: note.diagnostics + outcome.diagnostics, outcome: outcome, beside: kept,
      record: renewed, nextDue: note.nextDue, readCount: ready.read.count,
      sources: { SiteSources.file($0, in: folder) })
  }
}
