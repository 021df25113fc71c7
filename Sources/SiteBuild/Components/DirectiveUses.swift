internal import CommonMark
internal import Content
internal import Diagnostics

/// The calls of components in all texts of a site.
struct DirectiveUses: Sendable {
  private let calls: [Call]

  private struct Call: Sendable {
    let directive: Directive
    let file: String
    let subject: String
    /// The line of front matter that it stands in, if it is in no body.
    let line: SiteLine?
  }

  init(in site: Site, _ lines: [SiteLine]) {
    let inBodies = site.bodies(where: { !$0.directives.isEmpty }).flatMap { body in
      body.document.directives.map {
        Call(directive: $0, file: body.origin.file, subject: body.subject, line: nil)
      }
    }
    let inLines = lines.flatMap { line in
      line.document.directives.map {
        Call(directive: $0, file: line.origin.file, subject: line.subject, line: line)
      }
    }
    calls = inBodies + inLines
  }

  /// The components that are called, by the names that authors wrote.
  var names: Set<String> { Set(calls.map(\.directive.name.text)) }

  /// Everything that is wrong in the calls.
  func check(_ components: ComponentCatalog) -> [Diagnostic] {
    calls.flatMap { call in
      components.resolve(call.directive, in: call.file).diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.subject = call.subject
        if let line = call.line, let location = diagnostic.location {
          diagnostic.location = line.location(location.span)
        }
        return diagnostic
      }
    }
  }
}
