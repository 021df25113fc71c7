internal import CommonMark
internal import Content
internal import Templates

/// The site as templates see it, laid out once and shared by all pages.
///
/// A class, though it never changes, as every page looks into it many times.
final class SiteModel: Sendable {
  let site: Site
  let schema: ModelSchema
  let store: DataStore
  let writer: FragmentWriter
  /// The directives inside what many pages show; markers hold their numbers.
  let directives: [DirectiveCall]
  /// The glossary's terms; markers hold their numbers.
  let terms: [Glossary.Term]
  /// The value of the global `site`.
  let siteValue: Value
  /// The values of all posts, newest first.
  let posts: [Value]
  /// The posts of each term, newest first, in the order of the taxonomy's terms.
  private let postsOfTerms: [Taxonomy: [[Value]]]
  private let quarterReports: [Period: Value]
  let references: ModelReferences

  init(site: Site, writer: FragmentWriter, feeds: [FeedLink], schema: ModelSchema) {
    let index = ModelIndex(site: site, feeds: feeds)
    var layout = ModelLayout(
      site: site, types: schema.types, schema: schema.schema, index: index, writer: writer)
    layout.reserveRecords()
    layout.fillRecords()
    self.siteValue = schema.types.siteLayout.record(site, in: &layout)
    let quarters = site.reportedQuarters.map { quarter in
      (quarter, schema.types.quarterReportLayout.record(site.quarterReport(quarter), in: &layout))
    }
    self.quarterReports = Dictionary(quarters, uniquingKeysWith: { first, _ in first })
    self.site = site
    self.terms = site.glossary.terms
    self.schema = schema
    self.writer = writer
    self.references = layout.references
    let posts = layout.references.posts.map { $0?.value ?? .none }
    self.posts = posts
    self.postsOfTerms = Dictionary(
      uniqueKeysWithValues: Taxonomy.allCases.map { taxonomy in
        (taxonomy, site.taxonomies.terms(of: taxonomy).map { $0.posts.map { posts[$0] } })
      })
    self.directives = layout.directives
    self.store = layout.builder.finish()
  }

  /// A model that was laid out before, for pages that are about one post or page each.
  ///
  /// It has no lists of posts and none of the directives in what many pages show; a page that shows
  /// one of those cannot be rendered with it.
  init(
    site: Site, schema: ModelSchema, store: DataStore, writer: FragmentWriter, siteValue: Value,
    references: ModelReferences
  ) {
    self.site = site
    self.schema = schema
    self.store = store
    self.writer = writer
    self.directives = []
    self.terms = site.glossary.terms
    self.siteValue = siteValue
    self.posts = []
    self.postsOfTerms = [:]
    self.quarterReports = [:]
    self.references = references
  }
}

// MARK: - Values of subjects

extension SiteModel {
  func edition(_ id: ID<Edition>) -> Value { references.editions[id]?.value ?? .none }
  func project(_ id: ID<Project>) -> Value { references.projects[id]?.value ?? .none }
  func event(_ id: ID<Event>) -> Value { references.events[id]?.value ?? .none }
  func story(_ id: ID<ImpactStory>) -> Value { references.stories[id]?.value ?? .none }

  func post(_ id: ID<Post>) -> Value {
    site.posts.position(of: id).flatMap { references.posts[$0]?.value } ?? .none
  }

  func person(_ id: ID<Person>) -> Value { references.people[id]?.value ?? .none }

  func organisation(_ id: ID<Organisation>) -> Value {
    references.organisations[id]?.value ?? .none
  }

  func update(_ key: UpdateKey) -> Value { references.updates[key]?.value ?? .none }

  /// A project as it was at each edition that shows it.
  func projectsAsAt(_ id: ID<Project>) -> [Value] {
    references.projectsAsAt.values.compactMap { $0[id]?.value }
  }

  func term(_ taxonomy: Taxonomy, _ id: String) -> Value {
    site.taxonomies.position(of: id, in: taxonomy).flatMap {
      references.terms[taxonomy]?[$0].value
    } ?? .none
  }

  func quarterReport(_ period: Period) -> Value { quarterReports[period] ?? .none }

  /// The values of a term's posts, newest first.
  func posts(of taxonomy: Taxonomy, _ id: String) -> [Value] {
    site.taxonomies.position(of: id, in: taxonomy).flatMap { postsOfTerms[taxonomy]?[$0] } ?? []
  }
}

// MARK: - Laying out

extension ModelLayout {
  /// Makes room for every record that others refer to.
  fileprivate mutating func reserveRecords() {
    for person in site.people where person.isPublished {
      references.people[person.id] = builder.reserve(types.person)
    }
    for body in site.organisations {
      references.organisations[body.id] = builder.reserve(types.organisation)
    }
    for project in site.projects {
      references.projects[project.id] = builder.reserve(types.project)
    }
    for edition in site.editions {
      references.editions[edition.id] = builder.reserve(types.edition)
      for project in (edition.projects + edition.pastWork).map(\.value) + updated(in: edition)
      where site.projects[project] != nil
        && references.projectsAsAt[edition.id]?[project] == nil
      {
        references.projectsAsAt[edition.id, default: [:]][project] = builder.reserve(types.project)
      }
    }
    for update in site.updates {
      references.updates[UpdateKey(update)] = builder.reserve(types.update)
    }
    for event in site.events { references.events[event.id] = builder.reserve(types.event) }
    for story in site.impactStories { references.stories[story.id] = builder.reserve(types.story) }
    references.posts = site.posts.map { _ in builder.reserve(types.post) }
    for taxonomy in Taxonomy.allCases {
      references.terms[taxonomy] = site.taxonomies.terms(of: taxonomy).map { _ in
        builder.reserve(types.taxonomyTerm)
      }
    }
  }

  private func updated(in edition: Edition) -> [ID<Project>] {
    site.updates.all(in: edition.id).map(\.project.value)
  }

  /// Gives every reserved record its values, in the order of the site.
  fileprivate mutating func fillRecords() {
    for person in site.people {
      fill(references.people[person.id], types.personLayout, person)
    }
    for body in site.organisations {
      fill(references.organisations[body.id], types.organisationLayout, body)
    }
    for project in site.projects {
      fill(references.projects[project.id], types.projectLayout, index.view(project))
    }
    for edition in site.editions {
      fill(references.editions[edition.id], types.editionLayout, edition)
      for (id, reference) in (references.projectsAsAt[edition.id] ?? [:]).sorted(by: {
        $0.key < $1.key
      }) {
        guard let project = site.projects[id] else { continue }
        let view = ProjectView(
          project, lifecycle: site.lifecycle, asAt: edition.period.value.last)
        fill(reference, types.projectLayout, view)
      }
    }
    for update in site.updates {
      fill(references.updates[UpdateKey(update)], types.updateLayout, update)
    }
    for event in site.events { fill(references.events[event.id], types.eventLayout, event) }
    for story in site.impactStories {
      fill(references.stories[story.id], types.storyLayout, story)
    }
    let postLayout = types.postLayout
    for (position, post) in site.posts.enumerated() {
      fill(references.posts[position], postLayout, ListedPost(post: post, position: position))
    }
    let termLayout = types.taxonomyTermLayout
    for taxonomy in Taxonomy.allCases {
      for (position, term) in site.taxonomies.terms(of: taxonomy).enumerated() {
        fill(references.terms[taxonomy]?[position], termLayout, term)
      }
    }
  }

  private mutating func fill<Source>(
    _ reference: DataBuilder.RecordReference?, _ layout: RecordLayout<Source>, _ source: Source
  ) {
    guard let reference else { return }
    layout.fill(reference, source, in: &self)
  }
}
