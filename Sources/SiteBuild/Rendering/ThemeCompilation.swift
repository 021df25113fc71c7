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
  /// The names of all components, those with errors too.
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
    var diagnostics = templates.diagnostics
    var used: Set<String> = []
    var pages: [PageKind: Program] = [:]
    var pageAccesses: [PageKind: AccessSet] = [:]
    for kind in PageKind.allCases where kinds.contains(kind) {
      guard templates.names.contains(kind.templateName) else {
        diagnostics.append(BuildMessage.missingTemplate(kind.templateName).at(nil))
        continue
      }
      let result = compiler.compile(entry: kind.templateName, globals: schema.globals(of: kind))
      pages[kind] = result.program
      pageAccesses[kind] = result.accesses
      diagnostics += result.diagnostics
      used.formUnion(result.accesses.templates)
    }
    var components: [String: Component] = [:]
    var componentAccesses: [String: AccessSet] = [:]
    var names: [String] = []
    for file in templates.names {
      guard let name = Self.componentName(of: file) else { continue }
      let result = compiler.compileMacro(
        name.replacing("-", with: "_"), in: file, globals: schema.commonGlobals)
      names.append(name)
      components[name] = result.component
      componentAccesses[name] = result.accesses
      diagnostics += result.diagnostics
      used.formUnion(result.accesses.templates)
      used.insert(file)
    }
    self.pages = pages
    self.components = components
    self.pageAccesses = pageAccesses
    self.componentAccesses = componentAccesses
    self.componentNames = names.sorted()
    self.used = used
    self.diagnostics = Self.inOrder(diagnostics)
  }

  private static func componentName(of file: String) -> String? {
    guard file.hasPrefix(componentFolder), file.hasSuffix(".html") else { return nil }
    return String(file.dropFirst(componentFolder.count).dropLast(".html".count))
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
