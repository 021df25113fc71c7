internal import BuildGraph
package import Diagnostics
package import Files

/// What a build found and did.
package struct BuildReport: Sendable {
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  /// What changed in the output folder; `nil` when errors stopped the build.
  package let result: PublicationResult?
  package let outputCount: Int
  package let extent: Extent
  /// The outputs that were rendered, with the reason, in the order of their addresses.
  package let rendered: [RenderedOutput]
  /// How many sources were read, those not counted that looked as in the build before.
  package let readCount: Int
  /// What comes next by itself; `nil` when the site was not looked at as a whole.
  package let nextDue: NextDueFile?
  /// What is remembered of a build that looked at texts only.
  let record: BuildRecord?
  private let tasks: [TaskRecord]
  private let sources: @Sendable (String) -> SourceFile?
  /// Kept so that a process about to end need not take the whole site apart.
  private let build: BuildPreparation?

  /// How much of a site a build had to look at.
  package enum Extent: Sendable, Hashable {
    /// Only how files look from outside.
    case files
    /// Some texts, since nothing else had changed.
    case texts
    case site
  }

  /// An output that was rendered.
  package struct RenderedOutput: Sendable, Hashable {
    /// Its address, such as `/blog/a/`.
    package let address: String
    /// Why, such as `post.title changed`.
    package let reason: String
    /// The sources that were changed and that it shows something of, if that was asked for.
    package let sources: [String]
  }

  /// A file of the site.
  package struct PublishedFile: Sendable, Hashable {
    package let path: SitePath
    package let digest: Digest
  }

  /// A report of a build that errors stopped.
  init(diagnostics: [Diagnostic], sources: @escaping @Sendable (String) -> SourceFile?) {
    self.diagnostics = diagnostics.sorted()
    self.result = nil
    self.extent = .site
    self.outputCount = 0
    self.rendered = []
    self.readCount = 0
    self.record = nil
    self.tasks = []
    self.nextDue = nil
    self.sources = sources
    self.build = nil
  }

  /// A report of a build that rendered something, or that errors stopped while rendering.
  init(
    diagnostics: [Diagnostic], outcome: SitePublisher.Outcome, build: BuildPreparation,
    nextDue: NextDueFile, trace: SourceTrace?
  ) {
    self.diagnostics = diagnostics.sorted()
    self.result = outcome.result
    self.extent = .site
    self.outputCount = outcome.outputs.count
    self.rendered = Self.rendered(of: outcome.outputs, trace: trace)
    self.readCount = build.sources.readCount
    self.nextDue = nextDue
    self.record = nil
    self.tasks = outcome.outputs.map(\.task)
    self.sources = build.sources.file
    self.build = build
  }

  /// A report of a build that looked at some outputs only, since the others are as they were.
  init(
    diagnostics: [Diagnostic], outcome: SitePublisher.Outcome, beside kept: [SitePath],
    record: BuildRecord, nextDue: NextDueFile?, readCount: Int,
    sources: @escaping @Sendable (String) -> SourceFile?
  ) {
    self.diagnostics = diagnostics.sorted()
    self.result = outcome.result.map { result in
      PublicationResult(
        added: result.added, changed: result.changed,
        unchanged: (result.unchanged + kept).sorted(), removed: result.removed,
        leftAlone: result.leftAlone)
    }
    self.extent = .texts
    self.outputCount = record.tasks.count
    self.rendered = Self.rendered(of: outcome.outputs, trace: nil)
    self.readCount = readCount
    self.record = record
    self.tasks = record.tasks
    self.nextDue = nextDue
    self.sources = sources
    self.build = nil
  }

  /// A report of a build that found everything as the last one had left it.
  init(
    diagnostics: [Diagnostic], unchanged: [SitePath], record: BuildRecord, nextDue: NextDueFile?,
    sources: @escaping @Sendable (String) -> SourceFile?
  ) {
    self.diagnostics = diagnostics.sorted()
    self.result = PublicationResult(added: [], changed: [], unchanged: unchanged, removed: [])
    self.extent = .files
    self.outputCount = record.tasks.count
    self.rendered = []
    self.readCount = 0
    self.record = nil
    self.tasks = record.tasks
    self.nextDue = nextDue
    self.sources = sources
    self.build = nil
  }

  private static func rendered(
    of outputs: [SitePublisher.Output], trace: SourceTrace?
  ) -> [RenderedOutput] {
    outputs.compactMap { output in
      output.reason.map { reason in
        RenderedOutput(
          address: output.task.name, reason: reason.words,
          sources: trace?.changedSources(of: output.task.name) ?? [])
      }
    }
  }

  /// The digest of each file of the site, in the order of paths.
  package var files: [PublishedFile] {
    tasks.flatMap(\.products).compactMap { product in
      (try? SitePath(product.path)).map {
        PublishedFile(path: $0, digest: product.content.digest)
      }
    }.sorted { $0.path < $1.path }
  }

  /// The sources that findings point into, by name.
  package var findingSources: [String: SourceFile] { diagnostics.sources(from: sources) }

  /// All findings as people read them, with the lines they point at.
  package func text() -> String {
    DiagnosticTextPrinter(sources: findingSources).print(diagnostics)
  }
}
