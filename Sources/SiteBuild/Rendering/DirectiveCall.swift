internal import CommonMark
internal import Diagnostics

/// A directive that a page must run, with the markup between its start and its end.
struct DirectiveCall: Sendable {
  let directive: Directive
  /// What the container holds, as markup with markers; empty for other directives.
  let content: [UInt8]
  /// Where it was written, named from the site's folder.
  let file: String

  init(_ directive: Directive, content: [UInt8], file: String) {
    self.directive = directive
    self.content = content
    self.file = file
  }

  var location: SourceLocation { SourceLocation(file: file, span: directive.span) }
}
