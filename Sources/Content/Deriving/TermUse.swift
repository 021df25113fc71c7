internal import CommonMark

/// A page whose text uses an abbreviation.
package struct TermUse: Sendable, Hashable {
  package let title: String
  package let permalink: Permalink
}

extension Site {
  /// The pages that use each abbreviation, editions newest first, then everything else by kind.
  package func termUses() -> [String: [TermUse]] {
    var uses: [String: [TermUse]] = [:]
    func record(_ words: some Sequence<String>, _ title: String, _ permalink: Permalink) {
      let use = TermUse(title: title, permalink: permalink)
      for word in Set(words) { uses[word, default: []].append(use) }
    }
    for edition in editions.reversed() {
      let texts = [edition.body] + updates.all(in: edition.id).map(\.document)
      record(texts.flatMap(\.abbreviationTexts), edition.title, edition.permalink)
    }
    for project in projects {
      record(project.about.abbreviationTexts, project.title, project.permalink)
    }
    for event in events { record(event.body.abbreviationTexts, event.title, event.permalink) }
    for story in impactStories {
      record(story.body.abbreviationTexts, story.title, story.permalink)
    }
    for post in posts { record(post.body.abbreviationTexts, post.title, post.permalink) }
    for page in pages { record(page.body.abbreviationTexts, page.title, page.permalink) }
    return uses
  }
}

extension MarkdownDocument {
  fileprivate var abbreviationTexts: [String] { abbreviations.map(\.text) }
}
