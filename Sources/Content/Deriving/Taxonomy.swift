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
  /// Newest first.
  package let posts: [ID<Post>]

  package var permalink: Permalink { Permalink(page: ["blog", taxonomy.rawValue, id]) }
}

extension Site {
  /// The terms of a taxonomy that have posts, by name.
  package func terms(of taxonomy: Taxonomy) -> [TaxonomyTerm] {
    var names: [String: String] = [:]
    var posts: [String: [ID<Post>]] = [:]
    for post in self.posts {
      for (id, name) in termNames(of: post, in: taxonomy) {
        names[id] = min(names[id] ?? name, name)
        if posts[id]?.last != post.id { posts[id, default: []].append(post.id) }
      }
    }
    return posts.map { id, posts in
      TaxonomyTerm(taxonomy: taxonomy, id: id, name: names[id] ?? id, posts: posts)
    }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }

  /// The ids and printed names of a post's terms, in the order given.
  ///
  /// Tags that differ only in case or punctuation are one term, named by the first spelling in
  /// the order of the alphabet, so that the name does not depend on which post is read first.
  package func termNames(of post: Post, in taxonomy: Taxonomy) -> [(id: String, name: String)] {
    switch taxonomy {
    case .tags:
      post.tags.map { (ID<TaxonomyTerm>(making: $0.value).text, $0.value) }
    case .authors:
      post.authors.compactMap { author in
        switch self.author(author.value) {
        case .person(let person): person.isPublished ? (person.id.text, person.name) : nil
        case .organisation(let organisation): (organisation.id.text, organisation.name)
        case nil: nil
        }
      }
    }
  }

  /// The person or body of an id by which something was signed; a person comes first.
  package func author(_ id: String) -> Author? {
    if let person = ID<Person>(id).flatMap({ people[$0] }) { return .person(person) }
    if let body = ID<Organisation>(id).flatMap({ organisations[$0] }) { return .organisation(body) }
    return nil
  }
}

/// Who signs a post: a person, or a team that is on the register of organisations.
package enum Author: Sendable {
  case person(Person)
  case organisation(Organisation)
}
