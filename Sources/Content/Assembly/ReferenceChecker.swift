internal import Diagnostics

/// Follows every reference between entities and reports those that lead to no one, and ids that
/// two entities share.
struct ReferenceChecker {
  private let contents: SiteContents
  private let settings: SiteSettings
  private let people: ReferenceNames
  private let organisations: ReferenceNames
  private let projects: ReferenceNames
  private let editions: ReferenceNames
  private let metrics: ReferenceNames
  private let steps: ReferenceNames
  private var diagnostics: [Diagnostic] = []

  /// The ids of one kind, in order, for look-ups and suggestions.
  private struct ReferenceNames {
    let kind: String
    /// What an id that leads nowhere breaks; metrics have a rule of their own.
    let rule: String
    let ordered: [String]
    let known: Set<String>
    /// Whether there may be others, in a source that cannot be read.
    let mayBeMore: Bool

    init(_ kind: String, rule: String = "R01", _ names: [String], mayBeMore: Bool = false) {
      self.kind = kind
      self.mayBeMore = mayBeMore
      self.rule = rule
      self.ordered = names
      self.known = Set(names)
    }
  }

  init(contents: SiteContents, settings: SiteSettings) {
    self.contents = contents
    self.settings = settings
    let unreadable = contents.unreadable
    self.people = ReferenceNames(
      "person", contents.people.map(\.id.text), mayBeMore: unreadable.contains("people.yaml"))
    self.organisations = ReferenceNames(
      "organisation", contents.organisations.map(\.id.text),
      mayBeMore: unreadable.contains("organisations.yaml"))
    self.projects = ReferenceNames(
      "project", contents.projects.map(\.id.text) + unreadable.projects)
    self.editions = ReferenceNames(
      "sprint", contents.editions.map(\.id.text) + unreadable.editions)
    self.metrics = ReferenceNames(
      "metric", rule: "M01", contents.metrics.map(\.id.text),
      mayBeMore: unreadable.contains("metrics/definitions.yaml"))
    self.steps = ReferenceNames(
      "next step",
      contents.updates.flatMap(\.steps).map(\.id.text)
        + contents.editions.flatMap(\.steps).map(\.id.text),
      mayBeMore: unreadable.mayHoldSteps)
  }

  consuming func check() -> [Diagnostic] {
    checkDuplicates()
    checkRegisters()
    for project in contents.projects { check(project) }
    for edition in contents.editions { check(edition) }
    for update in contents.updates { check(update) }
    for event in contents.events { check(event) }
    for story in contents.impactStories { check(story) }
    for post in contents.posts { check(post) }
    checkDuplicateSteps()
    checkMetrics()
    checkRepeatedFigures()
    return diagnostics
  }

  private mutating func follow<Entity>(
    _ reference: Located<ID<Entity>>?, _ names: ReferenceNames, _ origin: Origin, subject: String
  ) {
    guard let reference else { return }
    follow(reference.map(\.text), [names], origin, subject: subject)
  }

  private mutating func follow(
    _ reference: Located<String>, _ kinds: [ReferenceNames], _ origin: Origin, subject: String
  ) {
    guard !kinds.contains(where: { $0.mayBeMore || $0.known.contains(reference.value) }) else {
      return
    }
    let kind = kinds.map(\.kind).joined(separator: " or ")
    let rule = kinds.first?.rule ?? "R01"
    let hint = NearestName.hint(reference.value, among: kinds.flatMap(\.ordered))
    diagnostics.append(
      ContentMessage.unknownReference(kind, reference.value, rule: rule, hint: hint)
        .at(origin.location(reference.span), subject: subject))
  }
}

// MARK: - Entities

extension ReferenceChecker {
  private mutating func check(_ project: Project) {
    let origin = project.header.origin
    let subject = project.id.text
    for involvement in project.sponsors + project.analysts {
      follow(involvement.person, people, origin, subject: subject)
    }
    for partner in project.partners { follow(partner, organisations, origin, subject: subject) }
    for related in project.related { follow(related, projects, origin, subject: subject) }
    let stages = ReferenceNames(
      "stage", contents.lifecycle.stages.map(\.id.text),
      mayBeMore: contents.unreadable.contains("lifecycle.yaml"))
    for interval in project.lifecycle {
      follow(interval.stage, stages, origin, subject: subject)
    }
  }

  private mutating func check(_ edition: Edition) {
    let origin = edition.header.origin
    let subject = edition.id.text
    for project in edition.projects + edition.pastWork {
      follow(project, projects, origin, subject: subject)
    }
    for author in edition.authors { follow(author, people, origin, subject: subject) }
    for step in edition.steps { check(step, origin, subject: subject) }
    for outcome in edition.outcomes { follow(outcome.step, steps, origin, subject: subject) }
  }

  private mutating func check(_ update: ProjectUpdate) {
    let origin = update.header.origin
    let subject = update.project.value.text
    follow(update.project, projects, origin, subject: subject)
    follow(update.sprint, editions, origin, subject: subject)
    follow(update.author, people, origin, subject: subject)
    for person in update.people { follow(person, people, origin, subject: subject) }
    for step in update.steps {
      check(step, origin, subject: subject)
    }
    for outcome in update.outcomes { follow(outcome.step, steps, origin, subject: subject) }
  }

  private mutating func check(_ step: Step, _ origin: Origin, subject: String) {
    follow(step.after, steps, origin, subject: subject)
    follow(step.owner, people, origin, subject: subject)
    if let from = step.from {
      follow(from, [people, organisations], origin, subject: subject)
    }
  }

  private mutating func check(_ event: Event) {
    let origin = event.header.origin
    let subject = event.id.text
    follow(event.organiser, organisations, origin, subject: subject)
    follow(event.host, organisations, origin, subject: subject)
    for speaker in event.speakers { follow(speaker.person, people, origin, subject: subject) }
    for session in event.sessions { follow(session.ledBy, organisations, origin, subject: subject) }
    for project in event.projects { follow(project, projects, origin, subject: subject) }
  }

  private mutating func check(_ story: ImpactStory) {
    let origin = story.header.origin
    let subject = story.id.text
    follow(story.sprint, editions, origin, subject: subject)
    follow(story.beneficiary, organisations, origin, subject: subject)
    for project in story.evidence { follow(project, projects, origin, subject: subject) }
    for followUp in story.followUps { follow(followUp.sprint, editions, origin, subject: subject) }
  }

  private mutating func check(_ post: Post) {
    let origin = post.header.origin
    for author in post.authors {
      follow(author, [people, organisations], origin, subject: post.id.text)
    }
    for project in post.projects { follow(project, projects, origin, subject: post.id.text) }
  }

  private mutating func checkRegisters() {
    for person in contents.people {
      follow(person.organisation, organisations, person.origin, subject: person.id.text)
    }
    for body in contents.organisations {
      follow(body.parent, organisations, body.origin, subject: body.id.text)
    }
    for term in contents.glossary.terms {
      follow(term.organisation, organisations, term.origin, subject: term.abbreviation)
      follow(term.project, projects, term.origin, subject: term.abbreviation)
    }
  }

  private mutating func checkMetrics() {
    let levels = ReferenceNames("evaluation level", settings.evaluation.levels.map(\.id))
    for metric in contents.metrics {
      follow(metric.level, [levels], metric.origin, subject: metric.id.text)
    }
    for observation in contents.observations {
      let subject = observation.metric.value.text
      follow(observation.metric, metrics, observation.origin, subject: subject)
      follow(observation.edition, editions, observation.origin, subject: subject)
    }
    for comparison in contents.comparisons {
      let subject = comparison.metric.value.text
      follow(comparison.metric, metrics, comparison.origin, subject: subject)
      follow(comparison.edition, editions, comparison.origin, subject: subject)
    }
  }
}

// MARK: - Ids that two share

extension ReferenceChecker {
  private mutating func checkDuplicates() {
    unique("person", contents.people, \.id.text, \.origin)
    unique("organisation", contents.organisations, \.id.text, \.origin)
    unique("metric", contents.metrics, \.id.text, \.origin)
    unique("project", contents.projects, \.id.text, \.header.origin)
    unique("sprint", contents.editions, \.id.text, \.header.origin)
    unique("event", contents.events, \.id.text, \.header.origin)
    unique("impact story", contents.impactStories, \.id.text, \.header.origin)
    unique("post", contents.posts, \.id.text, \.header.origin)
    unique("page", contents.pages, \.id.text, \.header.origin)
    // The same abbreviation with another expansion is for the editors, who have a rule for it.
    unique("term", contents.glossary.terms, { "\($0.abbreviation): \($0.full)" }, \.origin)
  }

  /// Outcomes say by its id which step they are of, so that no two may be given one.
  private mutating func checkDuplicateSteps() {
    let written =
      contents.updates.flatMap { update in update.steps.map { ($0, update.header.origin) } }
      + contents.editions.flatMap { edition in edition.steps.map { ($0, edition.header.origin) } }
    unique(
      written.filter { step, _ in step.hasOwnID }, { step, _ in step.id.text },
      { step, origin in origin.location(step.span) }, ContentMessage.duplicateStep)
  }

  /// An edition states a figure or a change once; another edition may state it again.
  private mutating func checkRepeatedFigures() {
    var first: [[String?]: Origin] = [:]
    let observations = contents.observations.map { row in
      (row.metric.value, row.period.value, row.edition.value, [row.item], row.origin)
    }
    let comparisons = contents.comparisons.map { row in
      (
        row.metric.value, row.period.value, row.edition.value,
        ["against", row.against?.description, row.againstLabel], row.origin
      )
    }
    for (metric, period, edition, rest, origin) in observations + comparisons {
      let identity = [metric.text, period.description, edition.text] + rest
      guard let other = first[identity] else {
        first[identity] = origin
        continue
      }
      let subject = "\(metric) \(period)"
      let note = Diagnostic.Note(message: "the first one is here", location: other.location)
      diagnostics.append(
        ContentMessage.statedTwice(subject, in: edition.text)
          .at(origin.location, subject: subject, notes: [note]))
    }
  }

  private mutating func unique<Entity>(
    _ kind: String, _ entities: [Entity], _ id: (Entity) -> String, _ origin: (Entity) -> Origin
  ) {
    unique(entities, id, { origin($0).location }) { ContentMessage.duplicateID(kind, $0) }
  }

  /// Reports every entity whose id another has before it.
  private mutating func unique<Entity>(
    _ entities: [Entity], _ id: (Entity) -> String, _ location: (Entity) -> SourceLocation,
    _ message: (String) -> ContentMessage
  ) {
    let ids = entities.map(id)
    // Most often, no two share any.
    guard Set(ids).count < ids.count else { return }
    var first: [String: SourceLocation] = [:]
    for (id, entity) in zip(ids, entities) {
      guard let other = first[id] else {
        first[id] = location(entity)
        continue
      }
      let note = Diagnostic.Note(message: "the first one is here", location: other)
      diagnostics.append(message(id).at(location(entity), subject: id, notes: [note]))
    }
  }
}
