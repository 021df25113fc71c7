/// The terms of all taxonomies with their posts, and the terms of each post.
package struct TaxonomyIndex: Sendable {
  private let terms: [Taxonomy: [TaxonomyTerm]]
  private let positions: [Taxonomy: [String: Int]]
  private let authors: AuthorNames

  /// Groups posts, which are given newest first.
  ///
  /// Tags that differ only in case or punctuation are one term, named by the first spelling in
  /// the order of the alphabet, so that the name does not depend on which post is read first.
  init(
    posts: some Sequence<Post>, people: EntityTable<Person>,
    organisations: EntityTable<Organisation>
  ) {
    let authors = AuthorNames(people: people, organisations: organisations)
    var names: [Taxonomy: [String: String]] = [:]
    var members: [Taxonomy: [String: [ID<Post>]]] = [:]
    for post in posts {
      for taxonomy in Taxonomy.allCases {
        for (id, name) in authors.terms(of: post, in: taxonomy) {
          names[taxonomy, default: [:]][id] = min(names[taxonomy]?[id] ?? name, name)
          if members[taxonomy]?[id]?.last != post.id {
            members[taxonomy, default: [:]][id, default: []].append(post.id)
          }
        }
      }
    }
    let terms = members.mapValuesWithKeys { taxonomy, members in
      members.map { id, posts in
        TaxonomyTerm(
          taxonomy: taxonomy, id: id, name: names[taxonomy]?[id] ?? id, posts: posts)
      }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }
    self.authors = authors
    self.terms = terms
    self.positions = terms.mapValues { terms in
      Dictionary(terms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The terms of a taxonomy that have posts, by name.
  package func terms(of taxonomy: Taxonomy) -> [TaxonomyTerm] { terms[taxonomy] ?? [] }

  package func term(_ taxonomy: Taxonomy, _ id: String) -> TaxonomyTerm? {
    positions[taxonomy]?[id].flatMap { terms[taxonomy]?[$0] }
  }

  /// The ids and printed names of a post's terms, in the order given.
  package func terms(
    of post: Post, in taxonomy: Taxonomy
  ) -> [(id: String, name: String)] {
    authors.terms(of: post, in: taxonomy)
  }
}

/// The names by which posts are signed.
private struct AuthorNames: Sendable {
  let people: EntityTable<Person>
  let organisations: EntityTable<Organisation>

  func terms(of post: Post, in taxonomy: Taxonomy) -> [(id: String, name: String)] {
    switch taxonomy {
    case .tags: post.tags.map { (ID<TaxonomyTerm>(making: $0.value).text, $0.value) }
    case .authors: post.authors.compactMap { author($0.value) }
    }
  }

  /// The person or body of an id; a person comes first, and a name that is withheld is no one's.
  private func author(_ id: String) -> (id: String, name: String)? {
    if let person = ID<Person>(id).flatMap({ people[$0] }) {
      return person.isPublished ? (id, person.name) : nil
    }
    return ID<Organisation>(id).flatMap { organisations[$0] }.map { (id, $0.name) }
  }
}

extension Dictionary {
  fileprivate func mapValuesWithKeys<NewValue>(
    _ transform: (Key, Value) -> NewValue
  ) -> [Key: NewValue] {
    Dictionary<Key, NewValue>(uniqueKeysWithValues: map { ($0, transform($0, $1)) })
  }
}
