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
    var groups = TermGroups(.tags)
    var signed = TermGroups(.authors)
    for post in posts {
      for tag in post.tags {
        groups.add(post.id, under: tag.value) { authors.tag(tag.value) }
      }
      for author in post.authors {
        signed.add(post.id, under: author.value) { authors.author(author.value) }
      }
    }
    self.authors = authors
    self.terms = [.tags: groups.terms, .authors: signed.terms].filter { !$1.isEmpty }
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
    case .tags: post.tags.map { tag($0.value) }
    case .authors: post.authors.compactMap { author($0.value) }
    }
  }

  func tag(_ words: String) -> (id: String, name: String) {
    (ID<TaxonomyTerm>(making: words).text, words)
  }

  /// The person or body of an id; a person comes first, and a name that is withheld is no one's.
  func author(_ id: String) -> (id: String, name: String)? {
    if let person = ID<Person>(id).flatMap({ people[$0] }) {
      return person.isPublished ? (id, person.name) : nil
    }
    return ID<Organisation>(id).flatMap { organisations[$0] }.map { (id, $0.name) }
  }
}

/// Gathers the posts of each term of a taxonomy.
private struct TermGroups {
  private let taxonomy: Taxonomy
  private var groups: [Group] = []
  /// The numbers of groups by their ids.
  private var numbers: [String: Int] = [:]
  /// The same by what authors wrote, of which there is little that differs; -1 for no term.
  private var written: [String: Int] = [:]

  private struct Group {
    let id: String
    var name: String
    var posts: [ID<Post>] = []
  }

  init(_ taxonomy: Taxonomy) { self.taxonomy = taxonomy }

  /// Adds a post to the term that some words stand for.
  mutating func add(
    _ post: ID<Post>, under words: String, term: () -> (id: String, name: String)?
  ) {
    let number = written[words] ?? number(of: term())
    written[words] = number
    if number >= 0, groups[number].posts.last != post { groups[number].posts.append(post) }
  }

  private mutating func number(of term: (id: String, name: String)?) -> Int {
    guard let term else { return -1 }
    let number = numbers[term.id] ?? groups.count
    if number == groups.count {
      groups.append(Group(id: term.id, name: term.name))
      numbers[term.id] = number
    }
    groups[number].name = min(groups[number].name, term.name)
    return number
  }

  /// The terms by name.
  var terms: [TaxonomyTerm] {
    groups.map { group in
      TaxonomyTerm(taxonomy: taxonomy, id: group.id, name: group.name, posts: group.posts)
    }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }
}
