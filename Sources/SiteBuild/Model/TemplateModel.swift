internal import Content
internal import Templates

/// The model that the templates of every site see, for authors of themes and their editors.
///
/// It is printed from the declarations that the checker uses and the pages are filled from.
package struct TemplateModel: Sendable {
  let schema = ModelSchema()

  package init() {}

  /// The model as text for people, one field a line.
  package func text() -> String { printer.text() }

  /// The model as JSON for programs, on one line.
  package func json() -> String { printer.json() }

  /// The model as Markdown tables, as in the reference.
  package func markdown() -> String { printer.markdown() }

  /// The filters as every site has them; what they give depends on the site.
  func host(_ settings: SiteSettings?) -> [HostFunction] {
    guard let base = settings?.baseURL ?? BaseURL("https://site.example/") else {
      preconditionFailure("the address of no site is well formed")
    }
    return SiteHost.functions(base: base)
  }

  private var printer: SchemaPrinter {
    let common = schema.commonGlobals.map(\.name)
    let entries = PageKind.allCases.map { kind in
      SchemaPrinter.Entry(
        kind.templateName, schema.globals(of: kind).filter { !common.contains($0.name) })
    }
    return SchemaPrinter(
      schema: schema.schema, globals: schema.commonGlobals,
      entries: entries.filter { !$0.globals.isEmpty }, host: host(nil))
  }
}
