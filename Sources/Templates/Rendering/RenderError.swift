public import Diagnostics

/// Why a page could not be rendered, with its place in a template.
public struct RenderError: Error, Sendable {
  public let diagnostic: Diagnostic

  public init(diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
