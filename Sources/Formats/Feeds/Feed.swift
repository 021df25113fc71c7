/// What a feed says, whichever of the formats it is written in.
///
/// ```swift
/// let bytes = AtomEncoder.encode(feed, publishedAt: home.appending(path: "feed.atom"))
/// ```
public struct Feed: Sendable, Hashable {
  /// A URI that never changes, even when the site moves, such as `tag:example.org,2021:sprints`.
  public var id: String
  /// What feed readers call the whole, as plain text.
  public var title: String
  /// What the whole is about, as plain text; where a format demands one, the title stands in.
  public var subtitle: String?
  /// The page that shows the same to people.
  public var page: AbsoluteURL
  /// A language tag such as `en-GB`.
  public var language: String?
  /// Who may use the content and how, as plain text; formats without a place for it leave it out.
  public var rights: String?
  /// When anything in the feed last changed, from the content and never from the clock.
  public var updated: Timestamp
  /// Who wrote the entries that name no one.
  public var authors: [Author]
  /// In the order in which they are written; newest first is usual.
  public var entries: [Entry]

  /// Makes a feed, by default one without subtitle, language and rights.
  public init(
    id: String, title: String, subtitle: String? = nil, page: AbsoluteURL, language: String? = nil,
    rights: String? = nil, updated: Timestamp, authors: [Author], entries: [Entry]
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.page = page
    self.language = language
    self.rights = rights
    self.updated = updated
    self.authors = authors
    self.entries = entries
  }
}

extension Feed {
  /// A person or a team that wrote an entry.
  public struct Author: Sendable, Hashable {
    /// The name as people read it.
    public var name: String
    /// Where people read more about the author.
    public var page: AbsoluteURL?

    /// Makes an author, by default one without a page.
    public init(name: String, page: AbsoluteURL? = nil) {
      self.name = name
      self.page = page
    }
  }

  /// One article of a feed.
  public struct Entry: Sendable, Hashable {
    /// A URI that never changes, such as `tag:example.org,2021:post/hello`.
    public var id: String
    /// What the article is called, as plain text.
    public var title: String
    /// Where people read the article on the site.
    public var page: AbsoluteURL
    /// When the entry first appeared, if that is known.
    public var published: Timestamp?
    /// When the entry last changed in a way that matters to readers.
    public var updated: Timestamp
    /// Plain text.
    public var summary: String?
    /// The whole article as HTML, whose links must be absolute because feeds have no address of
    /// their own to resolve them by.
    public var content: String?
    /// Empty if the feed's authors wrote it.
    public var authors: [Author]
    /// Words to sort articles by, as plain text in the order written.
    public var categories: [String]

    /// Makes an entry, by default one of the feed's authors without summary and content.
    public init(
      id: String, title: String, page: AbsoluteURL, published: Timestamp? = nil,
      updated: Timestamp, summary: String? = nil, content: String? = nil, authors: [Author] = [],
      categories: [String] = []
    ) {
      self.id = id
      self.title = title
      self.page = page
      self.published = published
      self.updated = updated
      self.summary = summary
      self.content = content
      self.authors = authors
      self.categories = categories
    }
  }
}
