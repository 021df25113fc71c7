internal import Diagnostics

/// A page that cannot be rendered, with what is wrong in its sources.
struct PageFailure: Error {
  let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "a page that fails says why")
    self.diagnostics = diagnostics
  }
}
