/// The terms of all taxonomies with their posts, and the terms of each post.
package struct TaxonomyIndex: Sendable {
  private let tags: TermList
  private let signatures: TermList
  private let authors: AuthorNames

  /// Groups the posts of a site, which are given newest first.
  ///
  /// Tags that differ only in case or punctuation are one term, named by the first spelling in
  /// the order of the alphabet, so that the name does not depend on which post is read first.
  init(
    posts: some Sequence<Post>, people: EntityTable<Person>,
    organisations: EntityTable<Organisation>
  ) {
    let authors = AuthorNames(people: people, organisations: organisations)
    var tags = TermGroups()
    var signatures = TermGroups()
    for (position, post) in posts.enumerated() {
      for tag in post.tags { tags.add(position, under: tag.value) { authors.tag(tag.value) } }
      for author in post.authors {
        signatures.add(position, under: author.value) { authors.author(author.value) }
      }
    }
    self.authors = authors
    self.tags = TermList(tags, taxonomy: .tags)
    self.signatures = TermList(signatures, taxonomy: .authors)
  }

  /// The terms of a taxonomy that have posts, by name.
  package func terms(of taxonomy: Taxonomy) -> [TaxonomyTerm] { list(of: taxonomy).terms }

  package func term(_ taxonomy: Taxonomy, _ id: String) -> TaxonomyTerm? {
    position(of: id, in: taxonomy).map { terms(of: taxonomy)[$0] }
  }

  /// Where the term of an id stands among those of its taxonomy.
  package func position(of id: String, in taxonomy: Taxonomy) -> Int? {
    list(of: taxonomy).positions[id]
  }

  /// Where a post's terms stand among those of their taxonomy, in the order given.
  package func positions(of post: Post, in taxonomy: Taxonomy) -> [Int] {
    let written = list(of: taxonomy).written
    return switch taxonomy {
    case .tags: post.tags.compactMap { written[$0.value] }
    case .authors: post.authors.compactMap { written[$0.value] }
    }
  }

  /// The ids and printed names of a post's terms, in the order given; its own spelling of each.
  package func terms(
    of post: Post, in taxonomy: Taxonomy
  ) -> [(id: String, name: String)] {
    switch taxonomy {
    case .tags: post.tags.map { authors.tag($0.value) }
    case .authors: post.authors.compactMap { authors.author($0.value) }
    }
  }

  private func list(of taxonomy: Taxonomy) -> TermList {
    switch taxonomy {
    case .tags: tags
    case .authors: signatures
    }
  }
}

/// The terms of one taxonomy.
private struct TermList: Sendable {
  /// By name.
  let terms: [TaxonomyTerm]
  /// By id.
  let positions: [String: Int]
  /// By what authors wrote, which differs from post to post.
  let written: [String: Int]

  init(_ groups: TermGroups, taxonomy: Taxonomy) {
    let terms = groups.terms(of: taxonomy)
    let positions = Dictionary(
      terms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.terms = terms
    self.positions = positions
    self.written = groups.written.compactMapValues { id in id.flatMap { positions[$0] } }
  }
}

/// The names by which posts are signed.
private struct AuthorNames: Sendable {
  let people: EntityTable<Person>
  let organisations: EntityTable<Organisation>

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
  private var groups: [Group] = []
  /// The numbers of groups by their ids.
  private var numbers: [String: Int] = [:]
  /// The same by what authors wrote, of which there is little that differs; -1 for no term.
  private var numbersWritten: [String: Int] = [:]

  private struct Group {
    let id: String
    var name: String
    var posts: [Int] = []
  }

  /// Adds a post to the term that some words stand for.
  mutating func add(
    _ post: Int, under words: String, term: () -> (id: String, name: String)?
  ) {
    let known = numbersWritten[words]
    let number = known ?? self.number(of: term())
    if known == nil { numbersWritten[words] = number }
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

  /// The id of the term that each spelling stands for, if it stands for one.
  var written: [String: String?] {
    numbersWritten.mapValues { $0 >= 0 ? groups[$0].id : nil }
  }

  /// The terms by name.
  func terms(of taxonomy: Taxonomy) -> [TaxonomyTerm] {
    groups.map { group in
      TaxonomyTerm(taxonomy: taxonomy, id: group.id, name: group.name, posts: group.posts)
    }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }
}
