extension MarkdownDocument {
  /// The document of a body that was not parsed, since nothing in it matters to who asks.
  public static let unread = MarkdownDocument(
    Contents(
      html: HTMLFragment(), hasMarkup: false, headings: [], excerpt: "", wordCount: 0, links: [],
      images: [], embeds: [], abbreviations: [], directives: [], anchors: [], text: nil,
      diagnostics: []))

  /// Whether it is that of a body that was not parsed, among documents that keep their words.
  public var isUnread: Bool { !hasMarkup && text == nil && wordCount == 0 && anchors.isEmpty }
}
