internal import Content

/// The updates of a site, found without looking through all of them for each edition or project.
struct UpdateIndex: Sendable {
  private let updates: [Slot: ProjectUpdate]
  private let byEdition: [ID<Edition>: [ProjectUpdate]]

  private struct Slot: Hashable {
    let project: ID<Project>
    let edition: ID<Edition>
  }

  init(_ site: Site) {
    updates = Dictionary(
      site.updates.map { (Slot(project: $0.project.value, edition: $0.sprint.value), $0) },
      uniquingKeysWith: { first, _ in first })
    byEdition = Dictionary(grouping: site.updates, by: \.sprint.value)
  }

  /// The update of a project in an edition.
  func update(of project: ID<Project>, in edition: ID<Edition>) -> ProjectUpdate? {
    updates[Slot(project: project, edition: edition)]
  }

  /// Those of an edition, in the site's order.
  func all(in edition: ID<Edition>) -> [ProjectUpdate] { byEdition[edition] ?? [] }
}
