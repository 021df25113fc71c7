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
  /// The outputs that were rendered, with the reason, in the order of their addresses.
  package let rendered: [RenderedOutput]
  /// How many sources were read and not known from an earlier build.
  package let readCount: Int
  /// When the site next changes by itself, in seconds since 1970.
  package let nextChange: Int?
  /// What comes next by itself; `nil` when the site was not looked at as a whole.
  package let nextDue: NextDueFile?
  private let sources: @Sendable (String) -> SourceFile?

  /// An output that was rendered.
  package struct RenderedOutput: Sendable, Hashable {
    /// Its address, such as `/blog/a/`.
    package let address: String
    package let reason: String
  }

  /// A report of a build that errors stopped.
  init(diagnostics: [Diagnostic], sources: @escaping @Sendable (String) -> SourceFile?) {
    self.diagnostics = diagnostics.sorted()
    self.result = nil
    self.outputCount = 0
    self.rendered = []
    self.readCount = 0
    self.nextChange = nil
    self.nextDue = nil
    self.sources = sources
  }

  init(
    diagnostics: [Diagnostic], outcome: SitePublisher.Outcome, outputCount: Int, readCount: Int,
    nextChange: Int?, nextDue: NextDueFile?, sources: @escaping @Sendable (String) -> SourceFile?
  ) {
    self.diagnostics = diagnostics
    self.result = outcome.result
    self.outputCount = outputCount
    self.rendered = outcome.outputs.compactMap { output in
      output.reason.map { RenderedOutput(address: output.task.name, reason: $0.words) }
    }
    self.readCount = readCount
    self.nextChange = nextChange
    self.nextDue = nextDue
    self.sources = sources
  }

  /// All findings as people read them, with the lines they point at.
  package func text() -> String {
    DiagnosticTextPrinter(sources: diagnostics.sources(from: sources)).print(diagnostics)
  }
}
