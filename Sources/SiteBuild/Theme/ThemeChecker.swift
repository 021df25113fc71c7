internal import Content
package import Diagnostics
package import Files
internal import Templates

/// Checks the templates of a site against the model, all of them, without reading its content.
package struct ThemeChecker: Sendable {
  private let templates: Folder
  private let source: Folder?

  /// Checks the templates of a site.
  package init(site: Folder) throws {
    self.templates = try ThemeReader.folder(of: site)
    self.source = site
  }

  /// Checks a folder of templates that belongs to no site.
  package init(templates: Folder) {
    self.templates = templates
    self.source = nil
  }

  /// Compiles the template of every kind of page and every component, and checks the rest.
  ///
  /// Of the site only `content/site.yaml` is read, which says how white space is treated.
  package func check() throws -> ThemeReport {
    let theme = try ThemeReader(folder: templates).read()
    let (settings, source, faults) = try settings()
    let model = TemplateModel()
    let host = model.host(settings)
    let set = TemplateSet(
      theme.templates, whiteSpace: WhiteSpaceControl(settings?.whiteSpace ?? .keep))
    let compilation = ThemeCompilation(
      set, kinds: Set(PageKind.allCases), schema: model.schema, host: host)
    let compiler = Compiler(templates: set, schema: model.schema.schema, host: host)
    let rest = set.names.filter { !compilation.used.contains($0) }.flatMap { name in
      compiler.check(unused: name, globals: model.schema.commonGlobals)
    }
    let files = theme.templates.map { SourceFile(name: "templates/\($0.name)", bytes: $0.bytes) }
    return ThemeReport(
      diagnostics: (faults + theme.diagnostics + compilation.diagnostics
        + ThemeCompilation.inOrder(rest)).sorted(),
      templateCount: set.names.count, sources: files + [source].compactMap { $0 })
  }

  /// The settings of the site; none when it has none or they cannot be read.
  private func settings() throws -> (SiteSettings?, source: SourceFile?, [Diagnostic]) {
    guard let source else { return (nil, nil, []) }
    let folder = source.folder(try SitePath("content"))
    do {
      let bytes = try FileReader.read(try SitePath("site.yaml"), in: folder).bytes
      let file = ContentSource(path: "site.yaml", bytes: bytes)
      let (settings, faults) = ContentParser.settings(file)
      return (settings, SourceFile(name: file.displayName, bytes: bytes), faults)
    } catch let error as FileError where error.isAbsence {
      return (nil, nil, [])
    }
  }
}

/// What checking the templates of a site found.
package struct ThemeReport: Sendable {
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  /// How many templates there are, those of the built-in theme included.
  package let templateCount: Int
  let sources: [SourceFile]

  /// All findings as people read them, with the lines they point at.
  package func text() -> String {
    let files = Dictionary(
      sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return DiagnosticTextPrinter(sources: files).print(diagnostics)
  }
}
