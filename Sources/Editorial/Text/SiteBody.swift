internal import CommonMark
internal import Content

/// A Markdown body with what it is the body of.
struct SiteBody {
  let document: MarkdownDocument
  let origin: Origin
  let subject: String

  init(_ document: MarkdownDocument, of header: EntityHeader, _ subject: String) {
    self.document = document
    self.origin = header.origin
    self.subject = subject
  }
}

extension Site {
  /// The body of everything that has one, by kind and in the site's order.
  var bodies: [SiteBody] {
    projects.map { SiteBody($0.about, of: $0.header, $0.id.text) }
      + editions.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + updates.map { SiteBody($0.document, of: $0.header, $0.project.value.text) }
      + events.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + impactStories.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + posts.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + pages.map { SiteBody($0.body, of: $0.header, $0.id.text) }
  }
}
