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
  package var bodies: [SiteBody] { bodies { _ in true } }

  /// The bodies for which `isIncluded` holds, by kind and in the site's order.
  package func bodies(where isIncluded: (MarkdownDocument) -> Bool) -> [SiteBody] {
    func bodies<Entity>(
      of entities: some Sequence<Entity>, _ document: (Entity) -> MarkdownDocument,
      _ header: (Entity) -> EntityHeader, _ subject: (Entity) -> String
    ) -> [SiteBody] {
      entities.compactMap { entity in
        let document = document(entity)
        return isIncluded(document)
          ? SiteBody(document, of: header(entity), subject(entity)) : nil
      }
    }
    return bodies(of: projects, \.about, \.header, \.id.text)
      + bodies(of: editions, \.body, \.header, \.id.text)
      + bodies(of: updates, \.document, \.header, \.project.value.text)
      + bodies(of: events, \.body, \.header, \.id.text)
      + bodies(of: impactStories, \.body, \.header, \.id.text)
      + bodies(of: posts, \.body, \.header, \.id.text)
      + bodies(of: pages, \.body, \.header, \.id.text)
  }
}
