/// What a feed says, whichever of the formats it is written in.
///
/// ```swift
/// let bytes = AtomEncoder.encode(feed, publishedAt: home.appending(path: "feed.atom"))
/// ```
package struct Feed: Sendable, Hashable {
  /// A URI that never changes, even when the site moves, such as `tag:example.org,2021:sprints`.
  package var id: String
  package var title: String
  package var subtitle: String?
  /// The page that shows the same to people.
  package var page: AbsoluteURL
  /// A language tag such as `en-GB`.
  package var language: String?
  package var rights: String?
  /// When anything in the feed last changed, from the content and never from the clock.
  package var updated: Timestamp
  /// Who wrote the entries that name no one.
  package var authors: [Author]
  /// In the order in which they are written; newest first is usual.
  package var entries: [Entry]

  package init(
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
  package struct Author: Sendable, Hashable {
    package var name: String
    package var page: AbsoluteURL?

    package init(name: String, page: AbsoluteURL? = nil) {
      self.name = name
      self.page = page
    }
  }

  /// One article of a feed.
  package struct Entry: Sendable, Hashable {
    /// A URI that never changes, such as `tag:example.org,2021:post/hello`.
    package var id: String
    package var title: String
    package var page: AbsoluteURL
    /// When the entry first appeared, if that is known.
    package var published: Timestamp?
    /// When the entry last changed in a way that matters to readers.
    package var updated: Timestamp
    /// Plain text.
    package var summary: String?
    /// The whole article as HTML, whose links must be absolute because feeds have no address of
    /// their own to resolve them by.
    package var content: String?
    /// Empty if the feed's authors wrote it.
    package var authors: [Author]
    package var categories: [String]

    package init(
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
