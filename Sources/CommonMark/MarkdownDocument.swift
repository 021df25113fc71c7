public import Diagnostics

/// A rendered Markdown body and what follows from it; holds no tree.
///
/// Copies share what they hold, as entities with their bodies are moved about a great deal.
public struct MarkdownDocument: Sendable {
  private let storage: Storage

  private final class Storage: Sendable {
    let contents: Contents

    init(_ contents: Contents) { self.contents = contents }
  }

  /// What a document holds.
  struct Contents: Sendable {
    let html: HTMLFragment
    let hasMarkup: Bool
    let headings: [Heading]
    let excerpt: String
    let wordCount: Int
    let links: [Link]
    let images: [Image]
    let embeds: [Embed]
    let abbreviations: [Abbreviation]
    let directives: [Directive]
    let anchors: [String]
    let text: MarkdownText?
    let diagnostics: [Diagnostic]
  }

  init(_ contents: Contents) { storage = Storage(contents) }

  /// Empty when the document was unpacked, see `hasMarkup`.
  public var html: HTMLFragment { storage.contents.html }
  /// Whether the markup is there; it is not kept from one run to the next.
  public var hasMarkup: Bool { storage.contents.hasMarkup }
  /// In the order of the text, for a table of contents.
  public var headings: [Heading] { storage.contents.headings }
  /// The beginning of the first paragraph, without markup, cut at a word.
  public var excerpt: String { storage.contents.excerpt }
  /// How many words there are to read; a lone mark such as `–` is none.
  public var wordCount: Int { storage.contents.wordCount }
  /// In the order of the text; those whose destination is refused are among them.
  public var links: [Link] { storage.contents.links }
  /// In the order of the text; those whose destination is refused are among them.
  public var images: [Image] { storage.contents.images }
  /// What raw HTML loads, where a site allows all of it.
  public var embeds: [Embed] { storage.contents.embeds }
  /// Every word that may be an abbreviation, in the order of the text.
  public var abbreviations: [Abbreviation] { storage.contents.abbreviations }
  /// The calls of components, in the order of the text.
  public var directives: [Directive] { storage.contents.directives }
  /// The ids in the body that links can lead to, those of headings among them.
  public var anchors: [String] { storage.contents.anchors }
  /// The words alone; `nil` unless the options ask to keep them.
  public var text: MarkdownText? { storage.contents.text }
  /// In order of place.
  public var diagnostics: [Diagnostic] { storage.contents.diagnostics }

  /// How long reading takes, at 220 words a minute; 1 at least.
  public var readingMinutes: Int { max(1, (wordCount + 219) / 220) }

  /// The image that stands for the text where there is room for one.
  public var firstImage: Image? { images.first { $0.kind != .refused } }

  /// Parses and renders a body.
  public init(parsing source: MarkdownSource, options: MarkdownOptions = MarkdownOptions()) {
    self = MarkdownTree(parsing: source, options: options).document()
  }

  init(tree: MarkdownTree, html: HTMLFragment, derived: DerivedValues) {
    var findings = tree.findings
    findings.add(derived.findings)
    self.init(
      Contents(
        html: html, hasMarkup: true, headings: derived.headings, excerpt: Excerpt.make(from: tree),
        wordCount: derived.wordCount, links: derived.links, images: derived.images,
        embeds: derived.embeds,
        abbreviations: derived.abbreviations, directives: derived.directives,
        anchors: derived.anchors,
        text: tree.options.keepsText ? MarkdownText(of: tree) : nil,
        diagnostics: findings.sorted()))
  }
}

extension MarkdownTree {
  /// Renders the whole text and works out what follows from it.
  public func document() -> MarkdownDocument {
    let size = self[0].span.count
    var renderer = HTMLRenderer(tree: self, capacity: size + size / 4, footnotes: .document)
    renderer.render(0)
    let html = renderer.finish()
    return MarkdownDocument(tree: self, html: html, derived: renderer.derived)
  }

  /// Renders some blocks of the tree, in the order given.
  ///
  /// After them stand the footnotes that are first referred to in them, under the numbers that they
  /// have in the whole text: so parts of one text can share a page, and none is there twice.
  /// Findings about the rendered text are those of `document()`.
  public func render(_ nodes: some Sequence<NodeID>) -> HTMLFragment {
    render(nodes, footnotes: .part)
  }

  private func render(
    _ nodes: some Sequence<NodeID>, footnotes: FootnotePlacement.Place
  ) -> HTMLFragment {
    var renderer = HTMLRenderer(tree: self, capacity: 256, footnotes: footnotes)
    for node in nodes { renderer.render(node.index) }
    return renderer.finish()
  }

  /// Renders what stands in a heading, a paragraph or the first line of a list item, without the
  /// element around it and without references to footnotes, whose texts have no place there.
  public func renderInlines(of node: NodeID) -> HTMLFragment {
    guard kind(of: node) != .item else {
      guard let first = children(of: node).first(where: { kind(of: $0) == .paragraph }) else {
        return HTMLFragment()
      }
      return render(children(of: first), footnotes: .nowhere)
    }
    return render(children(of: node), footnotes: .nowhere)
  }
}
