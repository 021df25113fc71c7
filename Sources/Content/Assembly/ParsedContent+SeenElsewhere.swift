package import Fingerprints
internal import GregorianCalendar

extension ParsedContent {
  /// A fingerprint of all that findings elsewhere in a site can depend on of a post or page, but for
  /// its anchors and whom it names; `nil` for everything else, which may be seen anywhere.
  package var seenElsewhere: Fingerprint? {
    switch entities {
    case .post(let post):
      Fingerprint { fingerprinter in
        fingerprinter.add(post.permalink.path)
        fingerprinter.add(post.date.daysSince1970)
        // Each value has a page of its own.
        for values in [post.authors, post.tags] { fingerprinter.add(values.map(\.value)) }
        fingerprinter.add(post.projects.map(\.value.text))
        fingerprinter.add(post.header)
      }
    case .page(let page):
      Fingerprint { fingerprinter in
        fingerprinter.add(page.permalink.path)
        fingerprinter.add(page.header)
      }
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .project, .edition, .published, .update, .event, .impact, .asset, .nothing:
      nil
    }
  }
}

extension Fingerprinter {
  fileprivate mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  /// Feeds in when something may be seen, and where it once was.
  fileprivate mutating func add(_ header: EntityHeader) {
    add(header.isDraft)
    add(header.publish.map { "\($0)" })
    add(header.expires?.description)
    add(header.aliases.map(\.value))
  }
}
