internal import CommonMark
package import Diagnostics

/// Turns one source into the entities it holds.
///
/// A function of the source and the settings alone, so that sources can be parsed in any order and
/// on any number of threads.
package struct ContentParser: Sendable {
  private let rules: Rules

  /// How sources are to be read; a class, as every source is handed it.
  final class Rules: Sendable {
    let settings: SiteSettings
    let wordings: SectionWordings
    let keepsText: Bool
    let isPlain: BodyTest?
    let bodiesOf: Set<String>?

    init(settings: SiteSettings, keepsText: Bool, isPlain: BodyTest?, bodiesOf: Set<String>?) {
      self.settings = settings
      wordings = SectionWordings(settings.sections)
      self.keepsText = keepsText
      self.isPlain = isPlain
      self.bodiesOf = bodiesOf
    }

    /// Whether the body of a source is read.
    func readsBody(of path: String) -> Bool { bodiesOf?.contains(path) ?? true }
  }

  /// Says of the body that begins at an offset of a file whether it need not be parsed.
  package typealias BodyTest = @Sendable (_ bytes: [UInt8], _ bodyStart: Int) -> Bool

  /// - Parameters:
  ///   - keepsText: Whether bodies keep their words, for checks that read them.
  ///   - isPlain: Which bodies of posts and pages with titles are left unread.
  ///   - bodiesOf: The paths of the sources whose bodies are read, for who asks of no others: these
  ///     are taken to be empty.
  package init(
    settings: SiteSettings, keepsText: Bool = false, isPlain: BodyTest? = nil,
    bodiesOf: Set<String>? = nil
  ) {
    rules = Rules(
      settings: settings, keepsText: keepsText, isPlain: isPlain, bodiesOf: bodiesOf)
  }

  /// Reads `site.yaml`, which says how the others are read.
  package static func settings(
    _ source: ContentSource
  ) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
    let file = SourceFile(name: source.displayName, bytes: source.bytes)
    if let fault = UTF8Check.fault(in: file) { return (nil, [fault]) }
    let (settings, faults) = Register.readRecord(file, kind: "the site") { SiteSettings(&$0) }
    return (settings, faults)
  }

  /// Parses any other source.
  package func parse(_ source: ContentSource) -> ParsedContent {
    switch source.kind {
    case .settings: return ParsedContent(path: source.path, entities: .nothing)
    case .asset: return asset(source)
    case .unknown(let expectation):
      let location = SourceLocation(file: source.displayName, span: 0..<0)
      return ParsedContent(
        path: source.path, entities: .nothing,
        diagnostics: [ContentMessage.unknownFile(expectation).at(location)])
    case .lifecycle, .people, .organisations, .glossary, .metricDefinitions, .observations,
      .comparisons, .published:
      return register(source)
    case .project, .edition, .update, .event, .impact, .post, .page:
      return MarkdownParser(source: source, rules: rules).parse()
    }
  }

  /// Makes the entities of a source again from what was kept of it, without its body's markup.
  package func parse(_ kept: KeptSource) -> ParsedContent {
    MarkdownParser(
      source: ContentSource(path: kept.path, bytes: kept.head), rules: rules, kept: kept
    ).parse()
  }

  private func asset(_ source: ContentSource) -> ParsedContent {
    guard let permalink = Permalink(path: "/" + source.path) else {
      let location = SourceLocation(file: source.displayName, span: 0..<0)
      return ParsedContent(
        path: source.path, entities: .nothing,
        diagnostics: [ContentMessage.unpublishableName.at(location)])
    }
    return ParsedContent(
      path: source.path, entities: .asset(Site.Asset(path: source.path, permalink: permalink)))
  }
}

// MARK: - Registers

extension ContentParser {
  private func register(_ source: ContentSource) -> ParsedContent {
    let file = SourceFile(name: source.displayName, bytes: source.bytes)
    if let fault = UTF8Check.fault(in: file) {
      return ParsedContent(path: source.path, entities: .nothing, diagnostics: [fault])
    }
    let (entities, diagnostics) = Self.entities(source.kind, in: file)
    return ParsedContent(path: source.path, entities: entities, diagnostics: diagnostics)
  }

  private static func entities(
    _ kind: ContentKind, in file: SourceFile
  ) -> (ParsedContent.Entities, [Diagnostic]) {
    switch kind {
    case .lifecycle:
      let (lifecycle, faults) = Register.readRecord(file, kind: "the lifecycle") { Lifecycle(&$0) }
      return (.lifecycle(lifecycle ?? .none), faults)
    case .people:
      let (people, faults) = Register.read(file, kind: "a person") { Person(&$0) }
      return (.people(people), faults)
    case .organisations:
      let (bodies, faults) = Register.read(file, kind: "an organisation") { Organisation(&$0) }
      return (.organisations(bodies), faults)
    case .glossary:
      let (groups, faults) = Register.read(file, kind: "a glossary group") { Glossary.Group(&$0) }
      return (.glossary(Glossary(groups: groups)), faults)
    case .metricDefinitions:
      let (metrics, faults) = Register.read(file, kind: "a metric") { Metric(&$0) }
      return (.metrics(metrics), faults)
    case .observations:
      let (rows, faults) = RowReader.read(
        file, columns: ["metric", "period", "value", "qualifier", "item", "edition", "note"],
        required: ["metric", "period", "value", "qualifier", "edition"]
      ) { Observation(&$0) }
      return (.observations(rows), faults)
    case .comparisons:
      let (rows, faults) = RowReader.read(
        file,
        columns: [
          "metric", "period", "against", "against-label", "change", "unit", "edition", "note",
        ], required: ["metric", "period", "change", "unit", "edition"]
      ) { Comparison(&$0) }
      return (.comparisons(rows), faults)
    case .published(let id):
      let (edition, faults) = PublishedEdition.read(file, of: id)
      return (edition.map { .published($0) } ?? .nothing, faults)
    case .settings, .asset, .unknown, .project, .edition, .update, .event, .impact, .post, .page:
      return (.nothing, [])
    }
  }
}
