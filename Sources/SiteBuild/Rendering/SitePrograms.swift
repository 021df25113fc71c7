internal import Content
internal import Diagnostics
internal import Templates

/// The templates of a site, checked and compiled: one program for each kind of page and component.
struct SitePrograms: Sendable {
  let pages: [PageKind: Program]
  let components: ComponentCatalog
  let compilation: ThemeCompilation

  /// Compiles what pages of some kinds need, and every component but those named in `leftOut`.
  static func compile(
    _ sources: [TemplateSource], kinds: Set<PageKind>, leavingOut leftOut: Set<String>,
    schema: ModelSchema, host: [HostFunction], site: Site, jobs: Int
  ) async throws -> (programs: SitePrograms, diagnostics: [Diagnostic]) {
    let compilation = try await ThemeCompilation.compile(
      TemplateSet(sources, whiteSpace: WhiteSpaceControl(site.settings.whiteSpace)),
      kinds: kinds, leavingOut: leftOut, schema: schema, host: host,
      jobs: jobs)
    let catalog = ComponentCatalog(
      components: compilation.components, names: compilation.componentNames,
      reader: ArgumentReader(site: site, types: schema.types))
    return (
      SitePrograms(
        pages: compilation.pages, components: catalog, compilation: compilation),
      compilation.diagnostics
    )
  }
}
