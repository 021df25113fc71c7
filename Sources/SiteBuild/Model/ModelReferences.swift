internal import Content
internal import Templates

/// The places of records that others refer to.
struct ModelReferences {
  typealias Reference = DataBuilder.RecordReference

  var people: [ID<Person>: Reference] = [:]
  var organisations: [ID<Organisation>: Reference] = [:]
  var projects: [ID<Project>: Reference] = [:]
  var projectsAsAt: [ID<Edition>: [ID<Project>: Reference]] = [:]
  var editions: [ID<Edition>: Reference] = [:]
  var updates: [UpdateKey: Reference] = [:]
  var events: [ID<Event>: Reference] = [:]
  var stories: [ID<ImpactStory>: Reference] = [:]
  /// In the order of the site's posts.
  var posts: [Reference?] = []
  /// In the order of each taxonomy's terms.
  var terms: [Taxonomy: [Reference]] = [:]
}

/// What names an update: its project and its edition.
struct UpdateKey: Hashable, Sendable {
  let project: ID<Project>
  let edition: ID<Edition>

  init(_ project: ID<Project>, in edition: ID<Edition>) {
    self.project = project
    self.edition = edition
  }

  init(_ update: ProjectUpdate) { self.init(update.project.value, in: update.sprint.value) }
}
