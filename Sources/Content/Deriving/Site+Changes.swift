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

  /// The headers of everything that has an address of its own, with that address.
  package var addressedHeaders: [(header: EntityHeader, permalink: Permalink)] {
    projects.map { ($0.header, $0.permalink) } + editions.map { ($0.header, $0.permalink) }
      + events.map { ($0.header, $0.permalink) } + impactStories.map { ($0.header, $0.permalink) }
      + posts.map { ($0.header, $0.permalink) } + pages.map { ($0.header, $0.permalink) }
  }
}
