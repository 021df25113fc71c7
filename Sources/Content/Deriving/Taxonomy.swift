/// A way of grouping posts; each term of it has a list of posts of its own.
public enum Taxonomy: String, Sendable, Hashable, CaseIterable {
  case tags
  case authors

  /// The heading over all its terms.
  public var title: String {
    switch self {
    case .tags: "Tags"
    case .authors: "Authors"
    }
  }

  public var permalink: Permalink { Permalink(page: ["blog", rawValue]) }
}

/// One tag or author with its posts.
public struct TaxonomyTerm: Sendable {
  public let taxonomy: Taxonomy
  /// Made from the tag's words, or the author's own id.
  public let id: String
  /// As printed.
  public let name: String
  /// Where its posts stand among those of the site, newest first.
  public let posts: [Int]

  public var permalink: Permalink { Permalink(page: ["blog", taxonomy.rawValue, id]) }
}
