internal import Content

/// Who is referred to, by an id in any file or by a name in any text.
struct References {
  private(set) var people: Set<ID<Person>> = []
  private(set) var organisations: Set<ID<Organisation>> = []

  init(site: Site, texts: [ReadPassage]) {
    for project in site.projects {
      people.formUnion((project.sponsors + project.analysts).map(\.person.value))
      organisations.formUnion(project.partners.map(\.value))
    }
    for edition in site.editions {
      people.formUnion(edition.authors.map(\.value))
      add(edition.steps)
    }
    for update in site.updates {
      people.formUnion(update.people.map(\.value))
      if let author = update.author { people.insert(author.value) }
      add(update.steps)
    }
    addEvents(site)
    for story in site.impactStories { add(story.beneficiary) }
    for author in site.posts.flatMap(\.authors) { add(author.value) }
    for person in site.people { add(person.organisation) }
    for body in site.organisations { add(body.parent) }
    for term in site.glossary.terms { add(term.organisation) }
    addNames(site, texts)
  }

  private mutating func addEvents(_ site: Site) {
    for event in site.events {
      add(event.organiser)
      add(event.host)
      people.formUnion(event.speakers.map(\.person.value))
      for session in event.sessions { add(session.ledBy) }
    }
  }

  private mutating func addNames(_ site: Site, _ texts: [ReadPassage]) {
    for match in texts.lazy.flatMap(\.matches) {
      switch match.meaning {
      case .person(let index): people.insert(site.people[index].id)
      case .organisation(let index): organisations.insert(site.organisations[index].id)
      case .variant, .preferred, .nameWord, .expansion, .month, .placeholder: break
      }
    }
  }

  private mutating func add(_ steps: [Step]) {
    for step in steps {
      if let owner = step.owner { people.insert(owner.value) }
      if let from = step.from { add(from.value) }
    }
  }

  private mutating func add(_ reference: Located<ID<Organisation>>?) {
    if let reference { organisations.insert(reference.value) }
  }

  /// An id that may be a person's or an organisation's.
  private mutating func add(_ id: String) {
    if let person = ID<Person>(id) { people.insert(person) }
    if let organisation = ID<Organisation>(id) { organisations.insert(organisation) }
  }
}
