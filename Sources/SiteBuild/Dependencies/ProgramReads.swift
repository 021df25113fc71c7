internal import Content
internal import Fingerprints
internal import Templates

/// A program of a theme with all that its result depends on besides values: its templates, and
/// what the site's own filters look at.
struct ProgramReads: Sendable {
  let graph: ReadGraph
  let code: Fingerprint
  /// The names of the templates it is made of.
  let templates: [String]
  /// The fields of the global `page` that it reads.
  let pageFields: [PageProgram.Field]
}

/// What every program of a theme reads.
struct ThemeReads: Sendable {
  let pages: [PageKind: ProgramReads]
  let components: [String: ProgramReads]

  /// Follows every program of a theme.
  static func find(
    in compilation: ThemeCompilation, sources: SiteSources, schema: ModelSchema, site: Site,
    book: AddressBook, jobs: Int
  ) async throws -> ThemeReads {
    let surroundings = Surroundings(sources: sources, site: site, book: book, schema: schema)
    let pages = try await ConcurrentMap.map(Array(compilation.pages), jobs: jobs) { kind, program in
      let graph = program.reads(of: schema.globals(of: kind), in: schema.schema)
      return (kind, surroundings.reads(graph, compilation.pageAccesses[kind]))
    }
    let components = try await ConcurrentMap.map(Array(compilation.components), jobs: jobs) {
      name, component in
      var arguments = component.signature.parameters.map(\.type)
      if component.signature.usesCaller { arguments.append(.html) }
      let graph = component.program.reads(
        of: schema.commonGlobals, arguments: arguments, in: schema.schema)
      return (name, surroundings.reads(graph, compilation.componentAccesses[name]))
    }
    return ThemeReads(
      pages: Dictionary(pages, uniquingKeysWith: { first, _ in first }),
      components: Dictionary(components, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether some program reads something whole that may lead to all of the site.
  var readEverything: Bool {
    pages.values.contains(where: \.graph.readsEverything)
      || components.values.contains(where: \.graph.readsEverything)
  }
}

/// What programs look at without being given it.
private struct Surroundings: Sendable {
  private let templates: [String: Fingerprint]
  private let setting: Fingerprint
  private let assets: Fingerprint
  private let book: AddressBook
  private let site: Site
  private let schema: ModelSchema

  init(sources: SiteSources, site: Site, book: AddressBook, schema: ModelSchema) {
    self.schema = schema
    templates = Dictionary(
      sources.templates.map { ($0.name, Fingerprint(of: $0.bytes)) },
      uniquingKeysWith: { first, _ in first })
    setting = Fingerprint {
      $0.add(site.settings.whiteSpace.rawValue)
      $0.add(book.base.origin)
      $0.add(book.base.path)
    }
    assets = Fingerprint { for asset in sources.themeAssets { $0.add(asset.name) } }
    self.book = book
    self.site = site
  }

  /// Everything that decides where links lead and what abbreviations stand for.
  private var words: Fingerprint {
    Fingerprint { fingerprinter in
      book.add(to: &fingerprinter)
      for term in site.glossary.terms { fingerprinter.add(term) }
      for word in site.settings.wellKnown { fingerprinter.add(word) }
    }
  }

  func reads(_ graph: ReadGraph, _ accesses: AccessSet?) -> ProgramReads {
    let names = accesses?.templates.sorted() ?? []
    let code = Fingerprint { fingerprinter in
      fingerprinter.add(setting)
      for name in names {
        fingerprinter.add(name)
        fingerprinter.add(templates[name] ?? Fingerprint(number: 0))
      }
      for name in accesses?.missingTemplates.sorted() ?? [] { fingerprinter.add(name) }
      // What these filters give depends on more than their arguments.
      if graph.hostFunctions.contains(SiteHost.assetFilter) { fingerprinter.add(assets) }
      if graph.hostFunctions.contains(SiteHost.markdownFilter) { fingerprinter.add(words) }
    }
    return ProgramReads(
      graph: graph, code: code, templates: names,
      pageFields: PageProgram.fields(
        of: schema.types.page, root: PageProgram.pageRoot, in: graph, schema)
        ?? PageProgram.allFields(of: schema.types.page, schema))
  }
}

extension Fingerprinter {
  /// Feeds in what an abbreviation is written with.
  mutating func add(_ term: Glossary.Term) {
    add(term.abbreviation)
    add(term.full)
    add(term.isWellKnown)
  }
}
