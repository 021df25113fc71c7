internal import CommonMark
package import Fingerprints

/// What the rest of a site can show of a post or page, or must know of it: all but its text.
///
/// As long as the outline of a source is the same, a change in it changes only what shows its text:
/// its own page and the feeds it is in.
package struct TextOutline: Sendable, Hashable {
  package let fingerprint: Fingerprint

  /// - Parameter head: The file's bytes up to its body.
  init(of post: Post, head: some Collection<UInt8>, heading: String?) {
    fingerprint = Fingerprint { fingerprinter in
      fingerprinter.add(post.summary)
      fingerprinter.add(post.body.readingMinutes)
      fingerprinter.add(post.body, head, heading)
    }
  }

  init(of page: Page, head: some Collection<UInt8>, heading: String?) {
    fingerprint = Fingerprint { fingerprinter in
      fingerprinter.add(page.summary ?? page.body.excerpt)
      fingerprinter.add(page.body, head, heading)
    }
  }
}

extension Fingerprinter {
  /// Feeds in what is the same for all texts: front matter, title, the places that links can lead
  /// to, and the words that the glossary may list.
  fileprivate mutating func add(
    _ body: MarkdownDocument, _ head: some Collection<UInt8>, _ heading: String?
  ) {
    add(bytes: head)
    add(heading)
    add(body.anchors.count)
    for anchor in body.anchors { add(anchor) }
    for word in Set(body.abbreviations.map(\.text)).sorted() { add(word) }
  }
}
