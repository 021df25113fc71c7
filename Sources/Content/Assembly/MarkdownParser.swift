internal import CommonMark
internal import Diagnostics

/// Turns one Markdown source with its front matter into an entity.
struct MarkdownParser {
  private let source: ContentSource
  private let rules: ContentParser.Rules
  private let file: SourceFile
  /// What an earlier run made of the body.
  private let kept: KeptSource?

  init(source: ContentSource, rules: ContentParser.Rules, kept: KeptSource? = nil) {
    self.kept = kept
    self.source = source
    self.rules = rules
    self.file = SourceFile(name: source.displayName, bytes: source.bytes)
  }

  func parse() -> ParsedContent {
    if let fault = UTF8Check.fault(in: file) {
      return ParsedContent(path: source.path, entities: .nothing, diagnostics: [fault])
    }
    let (frontMatter, faults) = FrontMatter.split(source.bytes, file: file.name)
    // Without readable front matter, what it lacks is no news.
    guard faults.isEmpty else {
      return ParsedContent(path: source.path, entities: .nothing, diagnostics: faults)
    }
    var diagnostics: [Diagnostic] = []
    var root = YAMLValue(content: .mapping([]), span: 0..<0)
    if let range = frontMatter.yaml {
      let (value, faults) = YAMLComposer.compose(file, range: range)
      diagnostics += faults
      guard let value else {
        return ParsedContent(path: source.path, entities: .nothing, diagnostics: diagnostics)
      }
      root = value.kindIsEmpty ? root : value
    }
    let readsBody = rules.readsBody(of: source.path)
    let parsed = entity(
      root, bodyStart: readsBody ? frontMatter.bodyStart : source.bytes.count)
    diagnostics += parsed.diagnostics
    let canBeKept = readsBody && diagnostics.isEmpty
    return ParsedContent(
      path: source.path, entities: parsed.entities, diagnostics: diagnostics,
      kept: canBeKept ? parsed.body.flatMap { kept(frontMatter.bodyStart, $0) } : nil,
      outline: canBeKept && !rules.keepsText
        ? outline(of: parsed, frontMatter.bodyStart) : nil)
  }

  private func outline(of parsed: Parsed, _ bodyStart: Int) -> TextOutline? {
    // What was kept has the file's bytes up to its body and no more.
    let head = source.bytes[..<(kept?.head.count ?? bodyStart)]
    switch parsed.entities {
    case .post(let post):
      return TextOutline(of: post, head: head, heading: parsed.body?.heading)
    case .page(let page):
      return TextOutline(of: page, head: head, heading: parsed.body?.heading)
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .project, .edition, .published, .update, .event, .impact, .asset, .nothing:
      return nil
    }
  }

  private func kept(_ bodyStart: Int, _ body: TitledBody) -> KeptSource? {
    if let kept { return kept }
    guard body.document.canBePacked else { return nil }
    return KeptSource(
      path: source.path, head: Array(source.bytes[..<bodyStart]), heading: body.heading,
      body: body.document)
  }

  /// The entities of a source, what is wrong in it, and its body if that can be kept.
  private struct Parsed {
    let entities: ParsedContent.Entities
    let diagnostics: [Diagnostic]
    let body: TitledBody?
  }

  /// A body and the title it began with, if the front matter gives none.
  private struct TitledBody {
    let document: MarkdownDocument
    let heading: String?
  }

  private func entity(_ root: YAMLValue, bodyStart: Int) -> Parsed {
    let kind = source.kind
    var reader = RecordReader(root, kind: kind.noun, file: file.name)
    var markup: [Diagnostic] = []
    var titled: TitledBody?
    let entities: ParsedContent.Entities
    switch kind {
    case .project(let id):
      let body = document(from: bodyStart)
      markup = body.diagnostics
      entities = Project(&reader, id: id, about: body).map { .project($0) } ?? .nothing
    case .edition(let id):
      let steps = StepReader(tree: tree(from: bodyStart), wordings: rules.wordings, owner: nil)
      let body = document(of: steps.treeWithoutOutcomes)
      let (edition, found) = Edition.read(&reader, id: id, steps: steps, body: body)
      markup = body.diagnostics + found
      entities = .edition(edition)
    case .update(let project, let sprint):
      let tree = tree(from: bodyStart, idPrefix: "\(project.text)-")
      let body = document(of: tree)
      let steps = StepReader(tree: tree, wordings: rules.wordings, owner: project)
      let (update, found) = ProjectUpdate.read(
        &reader, of: project, in: sprint, steps: steps, document: body)
      markup = body.diagnostics + found
      entities = .update(update)
    case .event(let id):
      let body = document(from: bodyStart)
      markup = body.diagnostics
      entities = Event(&reader, id: id, body: body).map { .event($0) } ?? .nothing
    case .impact(let id):
      let body = document(from: bodyStart)
      markup = body.diagnostics
      entities = ImpactStory(&reader, id: id, body: body).map { .impact($0) } ?? .nothing
    case .post(let name):
      let body = titledBody(from: bodyStart, hasTitle: reader.has("title"))
      markup = body.document.diagnostics
      titled = body
      entities =
        Post(
          &reader, name: PostName(fileName: name), heading: body.heading, body: body.document
        ).map { .post($0) } ?? .nothing
    case .page(let id):
      let body = titledBody(from: bodyStart, hasTitle: reader.has("title"))
      markup = body.document.diagnostics
      titled = body
      entities = .page(Page(&reader, id: id, heading: body.heading, body: body.document))
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .published, .asset, .unknown:
      entities = .nothing
    }
    return Parsed(entities: entities, diagnostics: reader.finish() + markup, body: titled)
  }
}

// MARK: - Bodies

extension MarkdownParser {
  private func tree(from start: Int, idPrefix: String = "", headingOffset: Int = 0) -> MarkdownTree
  {
    MarkdownTree(
      parsing: MarkdownSource(file: file.name, bytes: source.bytes, bodyStart: start),
      options: MarkdownOptions(
        rawHTML: rules.settings.rawHTML, idPrefix: idPrefix, headingOffset: headingOffset,
        keepsText: rules.keepsText, placesPlainTexts: rules.keepsText || !isOnlyRendered))
  }

  /// Whether nothing of the body is read but what is rendered of it, as that of a post.
  private var isOnlyRendered: Bool {
    switch source.kind {
    case .post, .page: true
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .published, .project, .edition, .update, .event, .impact,
      .asset, .unknown:
      false
    }
  }

  private func document(from start: Int) -> MarkdownDocument { document(of: tree(from: start)) }

  /// A page has its title as the only heading of level 1, so a body that has some of its own
  /// moves down by one.
  private func document(of tree: MarkdownTree) -> MarkdownDocument {
    let document = tree.document()
    guard document.headings.contains(where: { $0.level == 1 }) else { return document }
    return self.tree(
      from: tree.source.bodyStart, idPrefix: tree.options.idPrefix, headingOffset: 1
    ).document()
  }

  /// A body whose first heading is its title when the front matter gives none; the heading is then
  /// left out, as every page prints its title.
  private func titledBody(from start: Int, hasTitle: Bool) -> TitledBody {
    if let kept { return TitledBody(document: kept.body, heading: kept.heading) }
    if hasTitle, let isPlain = rules.isPlain, isPlain(source.bytes, start) {
      return TitledBody(document: .unread, heading: nil)
    }
    let tree = tree(from: start)
    guard !hasTitle, let first = tree.children(of: tree.root).first(where: { _ in true }),
      tree.headingLevel(of: first) > 0
    else { return TitledBody(document: document(of: tree), heading: nil) }
    let rest = self.tree(from: tree.span(of: first).upperBound)
    return TitledBody(document: document(of: rest), heading: tree.plainText(of: first))
  }
}

extension ContentKind {
  /// The kind of entity with its article, as messages name it.
  var noun: String {
    switch self {
    case .project: "a project"
    case .edition: "an edition"
    case .update: "an update"
    case .event: "an event"
    case .impact: "an impact story"
    case .post: "a blog post"
    case .page: "a page"
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .published, .asset, .unknown:
      "the file"
    }
  }
}

extension YAMLValue {
  fileprivate var kindIsEmpty: Bool { if case .empty = content { true } else { false } }
}
