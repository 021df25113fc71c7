internal import GregorianCalendar

extension SiteContents {
  /// Every moment that the headers name, drafts left out: they are not shown at any time.
  func schedule(_ visibility: Visibility) -> [ScheduledMoment] {
    let editions = editions.filter {
      visibility.mayEverShow($0.header) && ($0.state == .published || visibility.showsDrafts)
    }
    let seen = Set(editions.map(\.id))
    var moments: [ScheduledMoment] = []
    func add(_ header: EntityHeader, _ subject: String) {
      // Few headers name a time, and there may be very many headers.
      guard header.namesTime, visibility.mayEverShow(header) else { return }
      moments += Self.moments(of: header, about: subject, visibility.zone)
    }
    for project in projects { add(project.header, project.id.text) }
    for edition in editions { add(edition.header, edition.id.text) }
    for update in updates where seen.contains(update.sprint.value) {
      add(update.header, update.project.value.text)
    }
    for event in events { add(event.header, event.id.text) }
    for story in impactStories where seen.contains(story.sprint.value) {
      add(story.header, story.id.text)
    }
    for post in posts { add(post.header, post.id.text) }
    for page in pages { add(page.header, page.id.text) }
    return moments.sorted()
  }

  private static func moments(
    of header: EntityHeader, about subject: String, _ zone: SiteZone
  ) -> [ScheduledMoment] {
    func moment(_ kind: ScheduledMoment.Kind, _ time: PublishTime?) -> ScheduledMoment? {
      time.map {
        ScheduledMoment(
          instant: zone.instant(of: $0), kind: kind, file: header.origin.file, subject: subject)
      }
    }
    let reviewed = header.reviewBy.flatMap { CalendarDay(daysSince1970: $0.daysSince1970 + 1) }
    return [
      moment(.publish, header.publish),
      moment(.expiry, header.expires.map { PublishTime(day: $0) }),
      moment(.review, reviewed.map { PublishTime(day: $0) }),
    ].compactMap(\.self)
  }
}

extension EntityHeader {
  /// Whether it names a time at which something appears, goes or is to be read again.
  var namesTime: Bool { publish != nil || expires != nil || reviewBy != nil }
}
