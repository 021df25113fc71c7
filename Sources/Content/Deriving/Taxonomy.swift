/// A way of grouping posts; each term of it has a list of posts of its own.
package enum Taxonomy: String, Sendable, Hashable, CaseIterable {
  case tags
  case authors

  /// The heading over all its terms.
  package var title: String {
    switch self {
    case .tags: "Tags"
    case .authors: "Authors"
    }
  }

  package var permalink: Permalink { Permalink(page: ["blog", rawValue]) }
}

/// One tag or author with its posts.
package struct TaxonomyTerm: Sendable {
  package let taxonomy: Taxonomy
  /// Made from the tag's words, or the author's own id.
  package let id: String
  /// As printed.
  package let name: String
  /// Where its posts stand among those of the site, newest first.
  package let posts: [Int]

  package var permalink: Permalink { Permalink(page: ["blog", taxonomy.rawValue, id]) }
}
