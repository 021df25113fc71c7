/// Writes feeds as RSS 2.0, media type `application/rss+xml`.
///
/// Names of authors go into `dc:creator`, because RSS's own `author` must be a mail address.
public enum RSSEncoder {
  /// Returns the document that is published at `address`.
  public static func encode(_ feed: Feed, publishedAt address: AbsoluteURL) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("rss", namespaces) { xml in
      xml.element("channel") { xml in
        xml.element("title", text: feed.title)
        xml.element("link", text: feed.page.text)
        // The description is required; the title says at least what the feed is of.
        xml.element("description", text: feed.subtitle ?? feed.title)
        if let language = feed.language { xml.element("language", text: language) }
        if let rights = feed.rights { xml.element("copyright", text: rights) }
        xml.element("lastBuildDate", text: feed.updated.rfc822)
        xml.emptyElement(
          "atom:link",
          [("rel", "self"), ("href", address.text), ("type", "application/rss+xml")])
        for entry in feed.entries { write(entry, of: feed, to: &xml) }
      }
    }
    return xml.bytes
  }

  private static let namespaces: [XMLWriter.Attribute] = [
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
  ]

  private static func write(_ entry: Feed.Entry, of feed: Feed, to xml: inout XMLWriter) {
    xml.element("item") { xml in
      xml.element("title", text: entry.title)
      xml.element("link", text: entry.page.text)
      // Readers take a guid for an address unless told otherwise.
      xml.element("guid", [("isPermaLink", "false")], text: entry.id)
      xml.element("pubDate", text: (entry.published ?? entry.updated).rfc822)
      for author in entry.authors.isEmpty ? feed.authors : entry.authors {
        xml.element("dc:creator", text: author.name)
      }
      for category in entry.categories { xml.element("category", text: category) }
      if let summary = entry.summary { xml.element("description", text: summary) }
      if let content = entry.content { xml.element("content:encoded", text: content) }
    }
  }
}
