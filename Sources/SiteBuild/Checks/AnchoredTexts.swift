internal import CommonMark
internal import Content

/// The texts whose anchors must be known, as links lead to anchors in files of their names.
struct AnchoredTexts: Sendable {
  /// The parts of all addresses with anchors.
  private var words: Set<Substring> = []
  /// Whether there is an address that its words do not tell.
  private var isAny = false

  /// No link leads to any anchor.
  init() {}

  /// Gathers the links of all sources.
  init(_ parsed: [CheckLoader.Parsed]..., settings: SiteSettings) {
    for link in settings.menu.map(\.link.value) { add(link) }
    for page in [settings.accessibilityStatement, settings.privacyPage] {
      if let page { add(page.value) }
    }
    for source in parsed.joined() {
      for link in source.content.body?.links ?? [] where link.kind == .site {
        add(link.destination)
      }
    }
  }

  private mutating func add(_ address: String) {
    guard let mark = address.firstIndex(of: "#"), mark != address.startIndex else { return }
    if address.contains("%") { isAny = true }
    for word in address[..<mark].split(whereSeparator: { "/:?".contains($0) }) {
      words.insert(word.hasSuffix(".md") ? word.dropLast(3) : word)
    }
  }

  /// Whether a link may lead to an anchor in the body of a source.
  func mayBeLed(to content: ParsedContent) -> Bool {
    guard isAny || !words.isEmpty else { return false }
    let path = content.path.split(separator: "/")
    let names = path.map { $0.hasSuffix(".md") ? $0.dropLast(3) : $0 }
    return isAny || names.contains(where: words.contains)
      || words.contains(Substring(content.textID ?? ""))
  }
}

extension ParsedContent {
  /// The id of a post or page.
  fileprivate var textID: String? {
    switch entities {
    case .post(let post): post.id.text
    case .page(let page): page.id.text
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .project, .edition, .published, .update, .event, .impact, .asset, .nothing:
      nil
    }
  }
}
