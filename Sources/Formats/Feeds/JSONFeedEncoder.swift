/// Writes feeds as JSON Feed 1.1, media type `application/feed+json`.
public enum JSONFeedEncoder {
  /// Returns the document that is published at `address`.
  public static func encode(_ feed: Feed, publishedAt address: AbsoluteURL) -> [UInt8] {
    JSONWriter.object(layout: .indented) { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", .text(feed.title))
      json.member("home_page_url", .text(feed.page.text))
      json.member("feed_url", .text(address.text))
      if let subtitle = feed.subtitle { json.member("description", .text(subtitle)) }
      if let language = feed.language { json.member("language", .text(language)) }
      write(feed.authors, to: &json)
      json.array("items") { json in
        for entry in feed.entries { json.object { json in write(entry, to: &json) } }
      }
    }
  }

  private static func write(_ entry: Feed.Entry, to json: inout JSONWriter) {
    json.member("id", .text(entry.id))
    json.member("url", .text(entry.page.text))
    json.member("title", .text(entry.title))
    if let summary = entry.summary { json.member("summary", .text(summary)) }
    if let content = entry.content {
      json.member("content_html", .text(content))
    } else {
      // An item must have one of the two contents.
      json.member("content_text", .text(entry.summary ?? entry.title))
    }
    if let published = entry.published { json.member("date_published", .text(published.rfc3339)) }
    json.member("date_modified", .text(entry.updated.rfc3339))
    write(entry.authors, to: &json)
    if !entry.categories.isEmpty {
      json.array("tags") { json in for tag in entry.categories { json.value(.text(tag)) } }
    }
  }

  private static func write(_ authors: [Feed.Author], to json: inout JSONWriter) {
    guard !authors.isEmpty else { return }
    json.array("authors") { json in
      for author in authors {
        json.object { json in
          json.member("name", .text(author.name))
          if let page = author.page { json.member("url", .text(page.text)) }
        }
      }
    }
  }
}
