internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files

extension TextRebuild {
  /// Renders what shows the changed texts and puts it beside the other outputs; `nil` if those are
  /// not as the last build left them, or if something cannot be rendered with what is remembered,
  /// or not without errors.
  ///
  /// - Parameters:
  ///   - kept: The other outputs, if they are as they were.
  ///   - asKnown: A source as the next build may know it.
  func publish(
    _ ready: Ready, beside kept: () async throws -> [SitePath]?,
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
    var others: [SitePath] = []
    let outcome: SitePublisher.Outcome
    do {
      outcome = try await publisher.publish(ready.site.plan.outputs) {
        guard let kept = try await kept() else { return false }
        others = kept
        return true
      } saving: { outputs throws(FileError) in
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
      diagnostics: note.diagnostics + outcome.diagnostics, outcome: outcome, beside: others,
      record: renewed, nextDue: note.nextDue, readCount: ready.read.count,
      sources: { SiteSources.file($0, in: folder) })
  }
}
