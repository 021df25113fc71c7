/// How Markdown is read and what may come out of it.
public struct MarkdownOptions: Sendable, Hashable {
  /// Which syntax is understood.
  public var dialect: Dialect
  /// What becomes of raw HTML; looked at in the Gazette dialect only.
  public var rawHTML: RawHTML
  /// Writes raw HTML and every address exactly as the specification's examples do.
  ///
  /// For conformance runs only: with this set, a page is as safe as its author.
  public var isUnsafe: Bool
  /// Put before every id made from a heading or a footnote, so that bodies can share a page.
  public var idPrefix: String
  /// Added to the level of every heading; levels stop at 6.
  public var headingOffset: Int
  /// Whether the document keeps its words for checks; a plain build has no use for them.
  public var keepsText: Bool
  /// Whether texts of paragraphs get places of their own in which nothing stands that a place could
  /// be asked of: no link, no directive, no abbreviation, nothing refused.
  ///
  /// Without, a document is the same, but its tree has the paragraph's place for all in it.
  public var placesPlainTexts: Bool
  /// Whether libcmark is spared long runs of plain words.
  ///
  /// The tree is the same either way; the option is there so that this can be tested.
  var leavesOutQuietRuns = true
  /// Whether `:name[label]` in a line calls a component, rather than standing there as typed.
  var readsTextDirectives = true

  /// Makes options, by default for a page of its own in Gazette's dialect with harmless HTML.
  public init(
    dialect: Dialect = .gazette, rawHTML: RawHTML = .allowList, isUnsafe: Bool = false,
    idPrefix: String = "", headingOffset: Int = 0, keepsText: Bool = false,
    placesPlainTexts: Bool = true
  ) {
    self.dialect = dialect
    self.rawHTML = rawHTML
    self.isUnsafe = isUnsafe
    self.idPrefix = idPrefix
    self.headingOffset = headingOffset
    self.keepsText = keepsText
    self.placesPlainTexts = placesPlainTexts
  }

  /// Which syntax is understood.
  public enum Dialect: Sendable, Hashable, CaseIterable {
    /// The CommonMark specification and nothing else.
    case commonMark
    /// GitHub's tables, strikethrough, task lists, bare addresses and footnotes.
    case gfm
    /// GitHub's extensions and Gazette's own: attributes, directives, alerts, figures, typography.
    case gazette
  }

  /// What becomes of raw HTML in the Gazette dialect.
  public enum RawHTML: String, Sendable, Hashable, CaseIterable {
    /// Raw HTML is shown as typed.
    case escape
    /// Harmless elements and attributes pass, the rest is shown as typed and reported.
    case allowList = "allow-list"
    /// Raw HTML passes unchecked.
    case allow
  }
}
