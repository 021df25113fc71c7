package import Diagnostics
internal import GregorianCalendar

/// Joins parsed sources into a `Site`: decides once what may be seen, puts everything in its
/// defined order; and finds the references that lead nowhere.
package struct SiteAssembler: Sendable {
  private let settings: SiteSettings
  private let visibility: Visibility
  private var contents = SiteContents()
  private var diagnostics: [Diagnostic] = []

  /// Takes the sources of a site, in the order of their paths.
  package init(_ parsed: [ParsedContent], settings: SiteSettings, visibility: Visibility) {
    self.settings = settings
    self.visibility = visibility
    for source in parsed { add(source) }
  }

  /// Everything that is wrong in the sources and with the references between them.
  package func findings() -> [Diagnostic] {
    let references = ReferenceChecker(contents: contents, settings: settings).check()
    return (diagnostics + references).sorted()
  }

  private mutating func add(_ source: ParsedContent) {
    diagnostics += source.diagnostics
    if source.isUnreadable { contents.unreadable.add(source.path) }
    switch source.entities {
    case .lifecycle(let lifecycle): contents.lifecycle = lifecycle
    case .people(let people): contents.people += people
    case .organisations(let organisations): contents.organisations += organisations
    case .glossary(let glossary): contents.glossary = glossary
    case .metrics(let metrics): contents.metrics += metrics
    case .observations(let observations): contents.observations += observations
    case .comparisons(let comparisons): contents.comparisons += comparisons
    case .project(let project): contents.projects.append(project)
    case .edition(let edition): contents.editions.append(edition)
    case .published(let edition): contents.published.append(edition)
    case .update(let update): contents.updates.append(update)
    case .event(let event): contents.events.append(event)
    case .impact(let story): contents.impactStories.append(story)
    case .post(let post): contents.posts.append(post)
    case .page(let page): contents.pages.append(page)
    case .asset(let asset): contents.assets.append(asset)
    case .nothing: break
    }
  }

  /// What may be seen, in order.
  package func site() -> Site {
    let editions = EntityTable(
      contents.editions.filter { visibility.allows($0.header) && allows($0.state) }
        .sorted { ($0.period.value, $0.id) < ($1.period.value, $1.id) })
    let updates = UpdateTable(
      ordered(contents.updates.filter { visibility.allows($0.header) }, in: editions))
    let hidden = hiddenFolders()
    let people = EntityTable(contents.people.sorted { $0.id < $1.id })
    let organisations = EntityTable(contents.organisations.sorted { $0.id < $1.id })
    let posts = newestFirst(contents.posts.filter { visibility.allows($0.header) })
    return Site(
      settings: settings, lifecycle: contents.lifecycle, glossary: contents.glossary,
      people: people, organisations: organisations,
      projects: EntityTable(
        contents.projects.filter { visibility.allows($0.header) }.sorted { $0.id < $1.id }),
      editions: editions,
      published: contents.published.filter { editions[$0.id] != nil },
      updates: updates, steps: StepHistory(editions: editions, updates: updates),
      events: EntityTable(
        contents.events.filter { visibility.allows($0.header) }
          .sorted { ($0.date, $0.id) < ($1.date, $1.id) }),
      impactStories: EntityTable(
        contents.impactStories.filter {
          visibility.allows($0.header) && editions[$0.sprint.value] != nil
        }
        .sorted {
          (editions.position(of: $0.sprint.value) ?? 0, $0.id)
            < (editions.position(of: $1.sprint.value) ?? 0, $1.id)
        }),
      metrics: EntityTable(contents.metrics),
      observations: contents.observations.filter { editions[$0.edition.value] != nil },
      comparisons: contents.comparisons.filter { editions[$0.edition.value] != nil },
      posts: EntityTable(posts),
      taxonomies: TaxonomyIndex(posts: posts, people: people, organisations: organisations),
      pages: EntityTable(
        contents.pages.filter { visibility.allows($0.header) }.sorted { $0.id < $1.id }),
      schedule: contents.schedule(visibility),
      assets: contents.assets.filter { asset in !hidden.contains { asset.path.hasPrefix($0) } },
      unreadable: contents.unreadable)
  }

  /// Posts by date, those of one day by id.
  private func newestFirst(_ posts: [Post]) -> [Post] {
    // Numbers are compared and moved about instead of posts, of which there may be very many.
    let days = posts.map(\.date.daysSince1970)
    let order = posts.indices.sorted { left, right in
      days[left] == days[right] ? posts[left].id < posts[right].id : days[left] > days[right]
    }
    return order.map { posts[$0] }
  }

  /// The folders of posts and editions that may not be seen, whose files must not be either.
  private func hiddenFolders() -> [String] {
    let posts = contents.posts.filter { !visibility.allows($0.header) }.map(\.header)
    let editions = contents.editions.filter { !visibility.allows($0.header) || !allows($0.state) }
      .map(\.header)
    return (posts + editions).compactMap { header in
      let file = header.origin.file
      guard file.hasSuffix("/index.md") else { return nil }
      return String(file.dropFirst("content/".count).dropLast("index.md".count))
    }
  }

  private func allows(_ state: Edition.State) -> Bool {
    state == .published || visibility.showsDrafts
  }

  /// Updates by edition, then in the edition's page order; those of hidden editions are left out.
  private func ordered(
    _ updates: [ProjectUpdate], in editions: EntityTable<Edition>
  ) -> [ProjectUpdate] {
    updates.compactMap { update in
      editions.position(of: update.sprint.value).map { edition in
        let order = editions[edition].projects.firstIndex { $0.value == update.project.value }
        return (key: (edition, order ?? Int.max, update.project.value), update: update)
      }
    }
    .sorted { $0.key < $1.key }.map(\.update)
  }
}

/// The entities of all sources, before anything is hidden or put in order.
struct SiteContents: Sendable {
  var lifecycle = Lifecycle.none
  var glossary = Glossary.none
  var people: [Person] = []
  var organisations: [Organisation] = []
  var projects: [Project] = []
  var editions: [Edition] = []
  var published: [PublishedEdition] = []
  var updates: [ProjectUpdate] = []
  var events: [Event] = []
  var impactStories: [ImpactStory] = []
  var metrics: [Metric] = []
  var observations: [Observation] = []
  var comparisons: [Comparison] = []
  var posts: [Post] = []
  var pages: [Page] = []
  var assets: [Site.Asset] = []
  var unreadable = UnreadableSources()
}
