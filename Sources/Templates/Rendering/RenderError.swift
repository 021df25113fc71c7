package import Diagnostics

/// Why a page could not be rendered, with its place in a template.
package struct RenderError: Error, Sendable {
  package let diagnostic: Diagnostic

  package init(diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
