internal import Content
internal import Diagnostics
internal import Templates

/// The templates of a site, checked and compiled: one program for each kind of page and component.
struct SitePrograms: Sendable {
  let pages: [PageKind: Program]
  let components: ComponentCatalog

  private static let componentFolder = "components/"

  /// Compiles what the planned pages need, and every component.
  static func compile(
    _ sources: [TemplateSource], for plan: OutputPlan, schema: ModelSchema, host: [HostFunction],
    site: Site
  ) -> (programs: SitePrograms, diagnostics: [Diagnostic]) {
    let templates = TemplateSet(sources, whiteSpace: Self.whiteSpace(of: site.settings))
    let compiler = Compiler(templates: templates, schema: schema.schema, host: host)
    var diagnostics = templates.diagnostics
    var pages: [PageKind: Program] = [:]
    let kinds = Set(plan.pages.map(\.kind))
    for kind in PageKind.allCases where kinds.contains(kind) {
      guard templates.names.contains(kind.templateName) else {
        diagnostics.append(BuildMessage.missingTemplate(kind.templateName).at(nil))
        continue
      }
      let result = compiler.compile(entry: kind.templateName, globals: schema.globals(of: kind))
      pages[kind] = result.program
      diagnostics += result.diagnostics
    }
    var components: [String: Component] = [:]
    let files = templates.names.filter { $0.hasPrefix(componentFolder) && $0.hasSuffix(".html") }
    for file in files {
      let name = String(file.dropFirst(componentFolder.count).dropLast(".html".count))
      let result = compiler.compileMacro(
        name.replacing("-", with: "_"), in: file, globals: schema.commonGlobals)
      diagnostics += result.diagnostics
      components[name] = result.component
    }
    let names = files.map { String($0.dropFirst(componentFolder.count).dropLast(".html".count)) }
    let catalog = ComponentCatalog(
      components: components, names: names.sorted(),
      reader: ArgumentReader(site: site, types: schema.types))
    // One fault in a layout shows in every page that uses it; it is told once.
    return (
      SitePrograms(pages: pages, components: catalog),
      Self.withoutRepeats(diagnostics).map(Self.inTemplatesFolder).sorted()
    )
  }

  private static func whiteSpace(of settings: SiteSettings) -> WhiteSpaceControl {
    switch settings.whiteSpace {
    case .keep: .keep
    case .lines: .lines
    }
  }

  /// A place is reported once, however many pages it was reached from.
  private static func withoutRepeats(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { diagnostic in
      var place = diagnostic
      place.notes = []
      return seen.insert(place).inserted
    }
  }

  /// Templates name each other from their own folder; messages name them from the site's.
  static func inTemplatesFolder(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if let location = diagnostic.location {
      diagnostic.location = SourceLocation(file: "templates/" + location.file, span: location.span)
    }
    diagnostic.notes = diagnostic.notes.map { note in
      guard let location = note.location else { return note }
      return Diagnostic.Note(
        message: note.message,
        location: SourceLocation(file: "templates/" + location.file, span: location.span))
    }
    return diagnostic
  }
}
