package import GregorianCalendar

extension Edition {
  /// The day it last changed: its last correction, else its publication, else the end of its
  /// period.
  package var changed: CalendarDay {
    let corrected = corrections.map(\.day).max()
    let last = period.value.last
    let end = CalendarDay(month: last, day: last.dayCount)
    guard let day = corrected ?? published?.value ?? end else {
      preconditionFailure("every month has a last day")
    }
    return day
  }
}

extension Site {
  /// The day the newest edition or post is of.
  package var lastChanged: CalendarDay? {
    [latestEdition?.changed, posts.first?.date].compactMap { $0 }.max()
  }

  /// The day of the last edition that has an update of a project.
  package func lastUpdate(of project: Project) -> CalendarDay? {
    updates.last { $0.project.value == project.id }
      .flatMap { editions[$0.sprint.value]?.changed }
  }

  /// The headers of everything that has an address of its own and had others before, with its
  /// address.
  package var movedHeaders: [(header: EntityHeader, permalink: Permalink)] {
    func moved<Entity>(
      _ entities: EntityTable<Entity>, _ header: (Entity) -> EntityHeader,
      _ permalink: (Entity) -> Permalink
    ) -> [(header: EntityHeader, permalink: Permalink)] {
      entities.compactMap { entity in
        let header = header(entity)
        return header.aliases.isEmpty ? nil : (header, permalink(entity))
      }
    }
    return moved(projects, \.header, \.permalink) + moved(editions, \.header, \.permalink)
      + moved(events, \.header, \.permalink) + moved(impactStories, \.header, \.permalink)
      + moved(posts, \.header, \.permalink) + moved(pages, \.header, \.permalink)
  }
}
