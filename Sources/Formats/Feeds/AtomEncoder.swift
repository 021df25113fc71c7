/// Writes feeds as Atom (RFC 4287), media type `application/atom+xml`.
public enum AtomEncoder {
  /// Returns the document that is published at `address`.
  public static func encode(_ feed: Feed, publishedAt address: AbsoluteURL) -> [UInt8] {
    var xml = XMLWriter()
    var attributes: [XMLWriter.Attribute] = [("xmlns", "http://www.w3.org/2005/Atom")]
    if let language = feed.language { attributes.append(("xml:lang", language)) }
    xml.element("feed", attributes) { xml in
      xml.element("id", text: feed.id)
      xml.element("title", text: feed.title)
      if let subtitle = feed.subtitle { xml.element("subtitle", text: subtitle) }
      xml.element("updated", text: feed.updated.rfc3339)
      xml.emptyElement("link", [("rel", "self"), ("href", address.text)])
      xml.emptyElement("link", [("rel", "alternate"), ("href", feed.page.text)])
      if let rights = feed.rights { xml.element("rights", text: rights) }
      write(authors(of: feed), to: &xml)
      for entry in feed.entries { write(entry, to: &xml) }
    }
    return xml.bytes
  }

  /// The feed's authors; its title stands in where an entry would have none, which Atom forbids.
  private static func authors(of feed: Feed) -> [Feed.Author] {
    feed.authors.isEmpty ? [Feed.Author(name: feed.title)] : feed.authors
  }

  private static func write(_ entry: Feed.Entry, to xml: inout XMLWriter) {
    xml.element("entry") { xml in
      xml.element("id", text: entry.id)
      xml.element("title", text: entry.title)
      xml.emptyElement("link", [("rel", "alternate"), ("href", entry.page.text)])
      if let published = entry.published { xml.element("published", text: published.rfc3339) }
      xml.element("updated", text: entry.updated.rfc3339)
      write(entry.authors, to: &xml)
      for category in entry.categories { xml.emptyElement("category", [("term", category)]) }
      if let summary = entry.summary { xml.element("summary", text: summary) }
      if let content = entry.content { xml.element("content", [("type", "html")], text: content) }
    }
  }

  private static func write(_ authors: [Feed.Author], to xml: inout XMLWriter) {
    for author in authors {
      xml.element("author") { xml in
        xml.element("name", text: author.name)
        if let page = author.page { xml.element("uri", text: page.text) }
      }
    }
  }
}
