public import Diagnostics

/// All templates of a site, parsed once.
public struct TemplateSet: Sendable {
  let templates: [TemplateSyntax]
  private let indexes: [String: Int]
  /// Every syntax error of every template.
  public let diagnostics: [Diagnostic]

  /// Parses all sources; of sources with the same name the last one counts.
  ///
  /// Give `stackBytes` on a thread with a smaller stack than the system's usual one.
  public init(
    _ sources: [TemplateSource], whiteSpace: WhiteSpaceControl = .keep, stackBytes: Int? = nil
  ) {
    let gauge = StackGauge(stackBytes: stackBytes)
    var templates: [TemplateSyntax] = []
    var indexes: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for source in sources {
      let (syntax, found) = Parser(source: source, whiteSpace: whiteSpace, gauge: gauge).run()
      diagnostics += found
      if let index = indexes[source.name] {
        templates[index] = syntax
      } else {
        indexes[source.name] = templates.count
        templates.append(syntax)
      }
    }
    self.templates = templates
    self.indexes = indexes
    self.diagnostics = diagnostics
  }

  /// The names of all templates in the order given.
  public var names: [String] { templates.map(\.source.name) }

  func index(of name: String) -> Int? { indexes[name] }
}
