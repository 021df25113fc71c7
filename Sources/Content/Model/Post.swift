package import CommonMark
package import GregorianCalendar

/// A blog post.
package struct Post: Sendable {
  package let header: EntityHeader
  package let id: ID<Post>
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
}
