public import CommonMark
public import GregorianCalendar

/// A blog post.
///
/// A class, though it never changes: a site may have many thousands of posts, which are listed,
/// sorted and looked up by many passes, and copying one must cost nothing.
public final class Post: Sendable {
  public let header: EntityHeader
  public let id: ID<Post>
  public let permalink: Permalink
  public let title: String
  public let date: CalendarDay
  /// Ids of people, or of bodies when a team signs.
  public let authors: [Located<String>]
  public let summary: String
  public let tags: [Located<String>]
  public let projects: [Located<ID<Project>>]
  /// Where the post was first published, when that was elsewhere.
  public let externalURL: Located<String>?
  public let image: Located<String>?
  public let imageAlt: String?
  public let body: MarkdownDocument

  init(
    header: EntityHeader, id: ID<Post>, title: String, date: CalendarDay,
    authors: [Located<String>], summary: String, tags: [Located<String>],
    projects: [Located<ID<Project>>], externalURL: Located<String>?, image: Located<String>?,
    imageAlt: String?, body: MarkdownDocument
  ) {
    self.header = header
    self.id = id
    self.permalink = Permalink(page: ["blog", id.text])
    self.title = title
    self.date = date
    self.authors = authors
    self.summary = summary
    self.tags = tags
    self.projects = projects
    self.externalURL = externalURL
    self.image = image
    self.imageAlt = imageAlt
    self.body = body
  }
}
