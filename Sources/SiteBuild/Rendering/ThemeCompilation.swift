internal import Content
internal import Diagnostics
internal import Templates

/// What compiling a theme against the model gave: programs, and everything that is wrong.
struct ThemeCompilation: Sendable {
  let pages: [PageKind: Program]
  /// By the names that authors write; those with errors are missing.
  let components: [String: Component]
  /// What each of them reads, at most.
  let pageAccesses: [PageKind: AccessSet]
  let componentAccesses: [String: AccessSet]
  /// The names of all components, those with errors too, and those that were left out.
  let componentNames: [String]
  /// The templates that some page or component uses.
  let used: Set<String>
  /// In order, each place once, named from the site's folder.
  let diagnostics: [Diagnostic]

  private static let componentFolder = "components/"

  /// Compiles the templates of some kinds of page, and every component.
  init(
    _ templates: TemplateSet, kinds: Set<PageKind>, schema: ModelSchema, host: [HostFunction]
  ) {
    let compiler = Compiler(templates: templates, schema: schema.schema, host: host)
    self.init(
      templates,
      Self.entries(of: templates, kinds, leavingOut: []).map {
        CompiledEntry($0, compiler, templates, schema)
      })
  }

  /// The same on several threads, without the components named in `leftOut`.
  static func compile(
    _ templates: TemplateSet, kinds: Set<PageKind>, leavingOut leftOut: Set<String>,
    schema: ModelSchema, host: [HostFunction], jobs: Int
  ) async throws -> ThemeCompilation {
    let compiler = Compiler(templates: templates, schema: schema.schema, host: host)
    let entries = entries(of: templates, kinds, leavingOut: leftOut)
    let compiled = try await ConcurrentMap.map(entries, jobs: jobs) {
      CompiledEntry($0, compiler, templates, schema)
    }
    return ThemeCompilation(templates, compiled)
  }

  private init(_ templates: TemplateSet, _ compiled: [CompiledEntry]) {
    var pages: [PageKind: Program] = [:]
    var pageAccesses: [PageKind: AccessSet] = [:]
    var components: [String: Component] = [:]
    var componentAccesses: [String: AccessSet] = [:]
    var used: Set<String> = []
    for result in compiled {
      used.formUnion(result.accesses?.templates ?? [])
      switch result.entry {
      case .page(let kind):
        pages[kind] = result.program
        pageAccesses[kind] = result.accesses
      case .component(let name, let file):
        components[name] = result.component
        componentAccesses[name] = result.accesses
        used.insert(file)
      }
    }
    self.pages = pages
    self.components = components
    self.pageAccesses = pageAccesses
    self.componentAccesses = componentAccesses
    self.componentNames = templates.names.compactMap(Self.componentName).sorted()
    self.used = used
    self.diagnostics = Self.inOrder(templates.diagnostics + compiled.flatMap(\.diagnostics))
  }

  private static func entries(
    of templates: TemplateSet, _ kinds: Set<PageKind>, leavingOut leftOut: Set<String>
  ) -> [CompiledEntry.Entry] {
    PageKind.allCases.filter(kinds.contains).map { .page($0) }
      + templates.names.compactMap { file in
        componentName(of: file).flatMap { name in
          leftOut.contains(name) ? nil : .component(name: name, file: file)
        }
      }
  }

  /// What authors call the component in a file; `nil` if it holds none.
  static func componentName(of file: String) -> String? {
    guard file.hasPrefix(componentFolder), file.hasSuffix(".html") else { return nil }
    return String(file.dropFirst(componentFolder.count).dropLast(".html".count))
  }
}

/// One page's or component's program.
private struct CompiledEntry: Sendable {
  let entry: Entry
  var program: Program?
  var component: Component?
  /// `nil` when there is no such template.
  var accesses: AccessSet?
  let diagnostics: [Diagnostic]

  enum Entry: Sendable {
    case page(PageKind)
    case component(name: String, file: String)
  }

  init(
    _ entry: Entry, _ compiler: Compiler, _ templates: TemplateSet, _ schema: ModelSchema
  ) {
    self.entry = entry
    switch entry {
    case .page(let kind):
      guard templates.names.contains(kind.templateName) else {
        diagnostics = [BuildMessage.missingTemplate(kind.templateName).at(nil)]
        return
      }
      let result = compiler.compile(entry: kind.templateName, globals: schema.globals(of: kind))
      program = result.program
      accesses = result.accesses
      diagnostics = result.diagnostics
    case .component(let name, let file):
      let result = compiler.compileMacro(
        name.replacing("-", with: "_"), in: file, globals: schema.commonGlobals)
      component = result.component
      accesses = result.accesses
      diagnostics = result.diagnostics
    }
  }
}

// MARK: - Messages

extension ThemeCompilation {
  /// The findings in order, each told once and named from the site's folder.
  static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.withoutRepeats().map(inTemplatesFolder).sorted()
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

extension WhiteSpaceControl {
  /// What a site's settings ask for.
  init(_ setting: SiteSettings.WhiteSpace) {
    switch setting {
    case .keep: self = .keep
    case .lines: self = .lines
    }
  }
}
