internal import CommonMark
internal import Content
internal import GregorianCalendar
internal import Templates

/// Lays the site out as the values that templates see.
///
/// Records that refer to each other are reserved first and filled after; every other value is
/// made where it is used, observations where they are first.
struct ModelLayout {
  let site: Site
  let types: ModelTypes
  let index: ModelIndex
  let writer: FragmentWriter
  var builder: DataBuilder
  /// The directives met in what was laid out; markers in the markup hold their numbers.
  var directives: [DirectiveCall] = []
  var references = ModelReferences()
  private var observations: [Value]?

  init(site: Site, types: ModelTypes, schema: Schema, index: ModelIndex, writer: FragmentWriter) {
    self.site = site
    self.types = types
    self.index = index
    self.writer = writer
    self.builder = DataBuilder(schema: schema, target: .site)
  }
}

// MARK: - Plain values

extension ModelLayout {
  mutating func text(_ text: String) -> Value { builder.string(Marker.removed(from: text)) }

  mutating func text(_ text: String?) -> Value { text.map { self.text($0) } ?? .none }

  mutating func texts(_ texts: [String]) -> Value {
    let values = texts.map { text($0) }
    return builder.list(values)
  }

  func date(_ day: CalendarDay?) -> Value { day.map { .date($0) } ?? .none }

  func month(_ month: Month?) -> Value { month.map { .month($0) } ?? .none }

  func period(_ period: Period) -> Value { .period(from: period.first, to: period.last) }

  mutating func address(_ permalink: Permalink, anchor: String? = nil) -> Value {
    text(writer.links.address(permalink) + (anchor.map { "#\($0)" } ?? ""))
  }

  /// The address a setting names, if it names one.
  mutating func address(ofSetting setting: Located<String>?) -> Value {
    guard let permalink = setting.flatMap({ Permalink(path: $0.value) }) else { return .none }
    return address(permalink)
  }

  /// Where a menu entry leads: a page of this site, or a link elsewhere as it is.
  func menuAddress(_ link: String) -> String {
    Permalink(path: link).map { writer.links.address($0) } ?? link
  }
}

// MARK: - Markup

extension ModelLayout {
  /// Adds a body or a part of one, its links resolved and its abbreviations marked.
  mutating func html(_ fragment: HTMLFragment, of origin: Origin) -> Value {
    let markup = writer.markup(of: fragment, in: origin.file, directives: &directives)
    return builder.html(utf8: markup)
  }

  mutating func html(_ markup: String) -> Value { builder.html(markup) }

  /// Adds a line of inline Markdown, such as a project's question.
  mutating func inline(_ text: Located<String>?, of origin: Origin) -> Value {
    guard let text else { return .none }
    return html(InlineMarkdown.fragment(of: text.value), of: origin)
  }
}

// MARK: - Records

extension ModelLayout {
  mutating func list<Source>(_ sources: [Source], _ layout: RecordLayout<Source>) -> Value {
    let values = sources.map { layout.record($0, in: &self) }
    return builder.list(values)
  }

  mutating func optional<Source>(_ source: Source?, _ layout: RecordLayout<Source>) -> Value {
    source.map { layout.record($0, in: &self) } ?? .none
  }

  /// The site's observations, which many editions list, each laid out once.
  mutating func observationValues() -> [Value] {
    if let observations { return observations }
    let values = site.observations.map { types.observationLayout.record($0, in: &self) }
    observations = values
    return values
  }

  mutating func people(_ ids: [ID<Person>]) -> Value {
    let values = ids.compactMap { references.people[$0]?.value }
    return builder.list(values)
  }

  /// A person, or null when nobody is named or the name is withheld.
  func person(_ id: ID<Person>?) -> Value {
    id.flatMap { references.people[$0]?.value } ?? .none
  }

  mutating func organisations(_ ids: [ID<Organisation>]) -> Value {
    let values = ids.compactMap { references.organisations[$0]?.value }
    return builder.list(values)
  }

  func organisation(_ id: ID<Organisation>?) -> Value {
    id.flatMap { references.organisations[$0]?.value } ?? .none
  }

  /// The name of a person or body; none for a person whose name is withheld.
  func name(ofBody id: String) -> String? { site.publicName(id) }

  func reference(_ project: Project) -> Value { references.projects[project.id]?.value ?? .none }
  func reference(_ edition: Edition) -> Value { references.editions[edition.id]?.value ?? .none }
  func reference(_ event: Event) -> Value { references.events[event.id]?.value ?? .none }
  func reference(_ story: ImpactStory) -> Value { references.stories[story.id]?.value ?? .none }

  func reference(_ post: Post) -> Value {
    site.posts.position(of: post.id).flatMap { references.posts[$0]?.value } ?? .none
  }

  func reference(_ update: ProjectUpdate) -> Value {
    references.updates[UpdateKey(update)]?.value ?? .none
  }

  mutating func references(_ projects: some Sequence<Project>) -> Value {
    let values = projects.map { reference($0) }
    return builder.list(values)
  }

  mutating func references(_ editions: some Sequence<Edition>) -> Value {
    let values = editions.map { reference($0) }
    return builder.list(values)
  }

  mutating func references(_ events: some Sequence<Event>) -> Value {
    let values = events.map { reference($0) }
    return builder.list(values)
  }

  mutating func references(_ stories: some Sequence<ImpactStory>) -> Value {
    let values = stories.map { reference($0) }
    return builder.list(values)
  }

  mutating func references(_ posts: some Sequence<Post>) -> Value {
    let values = posts.map { reference($0) }
    return builder.list(values)
  }
}

// MARK: - What belongs to an edition or a project

extension ModelLayout {
  /// A project as it was at an edition's month.
  func project(_ id: ID<Project>, in edition: ID<Edition>) -> Value {
    references.projectsAsAt[edition]?[id]?.value ?? references.projects[id]?.value ?? .none
  }

  mutating func projects(_ ids: [ID<Project>], in edition: Edition) -> Value {
    let values = ids.map { project($0, in: edition.id) }
    return builder.list(values)
  }

  mutating func openSteps(of view: ProjectView, _ kind: Step.Kind) -> Value {
    let steps = index.openSteps(of: view, kind)
    return list(steps, types.stepLayout)
  }

  /// The steps of an update as they were written, whatever became of them since.
  mutating func steps(of update: ProjectUpdate, _ kind: Step.Kind) -> Value {
    list(update.stepsAsWritten(kind), types.stepLayout)
  }

  mutating func terms(of post: Post, in taxonomy: Taxonomy) -> Value {
    let terms = references.terms[taxonomy] ?? []
    let values = site.taxonomies.positions(of: post, in: taxonomy).map { terms[$0].value }
    return builder.list(values)
  }

  mutating func terms(in taxonomy: Taxonomy) -> Value {
    builder.list((references.terms[taxonomy] ?? []).map(\.value))
  }

  /// The post at a place in the list, which has the newest first; null beyond its ends.
  func post(at position: Int) -> Value {
    references.posts.indices.contains(position)
      ? references.posts[position]?.value ?? .none : .none
  }

  func imageAddress(of post: Post) -> String? {
    post.image.flatMap { writer.links.imageAddress($0.value, in: post.header.origin.file) }
  }
}
