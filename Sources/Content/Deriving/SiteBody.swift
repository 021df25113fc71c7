package import CommonMark

/// A Markdown body with what it is the body of.
package struct SiteBody: Sendable {
  package let document: MarkdownDocument
  package let origin: Origin
  package let subject: String

  fileprivate init(_ document: MarkdownDocument, of header: EntityHeader, _ subject: String) {
    self.document = document
    self.origin = header.origin
    self.subject = subject
  }
}

extension Site {
  /// The body of everything that has one, by kind and in the site's order.
  package var bodies: [SiteBody] {
    projects.map { SiteBody($0.about, of: $0.header, $0.id.text) }
      + editions.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + updates.map { SiteBody($0.document, of: $0.header, $0.project.value.text) }
      + events.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + impactStories.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + posts.map { SiteBody($0.body, of: $0.header, $0.id.text) }
      + pages.map { SiteBody($0.body, of: $0.header, $0.id.text) }
  }
}
