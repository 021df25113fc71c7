package import CommonMark
package import GregorianCalendar

/// A blog post.
///
/// A class, though it never changes: a site may have many thousands of posts, which are listed,
/// sorted and looked up by many passes, and copying one must cost nothing.
package final class Post: Sendable {
  package let header: EntityHeader
  package let id: ID<Post>
  package let permalink: Permalink
  package let title: String
  package let date: CalendarDay
  /// Ids of people, or of bodies when a team signs.
  package let authors: [Located<String>]
  package let summary: String
  package let tags: [Located<String>]
  package let projects: [Located<ID<Project>>]
  /// Where the post was first published, when that was elsewhere.
  package let externalURL: Located<String>?
  package let image: Located<String>?
  package let imageAlt: String?
  package let body: MarkdownDocument

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
