internal import Content

/// The texts that an edition's page shows.
struct EditionTexts {
  private let owners: Set<Passage.Owner>

  init(site: Site, edition: Edition) {
    var owners: Set<Passage.Owner> = [.edition(edition.id)]
    for project in edition.projects + edition.pastWork { owners.insert(.project(project.value)) }
    for update in site.updates.all(in: edition.id) {
      owners.insert(.update(update.project.value, edition.id))
    }
    for event in site.events where edition.period.value.contains(event.date) {
      owners.insert(.event(event.id))
    }
    for story in site.impactStories where story.sprint.value == edition.id {
      owners.insert(.story(story.id))
    }
    self.owners = owners
  }

  func contains(_ passage: Passage) -> Bool { owners.contains(passage.owner) }
}
