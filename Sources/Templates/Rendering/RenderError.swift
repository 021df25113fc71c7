public import Diagnostics

/// Why a page could not be rendered, with its place in a template.
public struct RenderError: Error, Sendable {
  /// What went wrong, as it is reported, with notes on the calls that led there.
  public let diagnostic: Diagnostic

  /// Makes an error of the finding that reports it.
  public init(diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
