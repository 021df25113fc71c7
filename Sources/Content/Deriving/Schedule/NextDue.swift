internal import GregorianCalendar

/// What comes next by itself after an instant, without anyone editing a file.
package struct NextDue: Sendable, Hashable {
  /// The first moment at which pages change, with all that changes then; empty when none will.
  package let changes: [ScheduledMoment]
  /// The first moment at which something is late; empty when nothing has a date.
  package let reminders: [ScheduledMoment]
}

extension Site {
  /// What comes next after an instant.
  package func nextDue(after instant: Int, zone: SiteZone) -> NextDue {
    let later = (schedule + dueMoments(zone)).filter { $0.instant > instant }
    func first(_ moments: [ScheduledMoment]) -> [ScheduledMoment] {
      let soonest = moments.map(\.instant).min()
      return moments.filter { $0.instant == soonest }.sorted()
    }
    return NextDue(
      changes: first(later.filter(\.kind.changesPages)),
      reminders: first(later.filter { !$0.kind.changesPages }))
  }

  /// When the open steps and needs of the newest edition are late.
  private func dueMoments(_ zone: SiteZone) -> [ScheduledMoment] {
    guard let latest = latestEdition else { return [] }
    return steps.open(asAt: latest).compactMap { tracked in
      guard let over = tracked.due?.dayAfter else { return nil }
      return ScheduledMoment(
        instant: zone.instant(of: PublishTime(day: over)), kind: .due,
        file: origin(of: tracked).file, subject: tracked.step.id.text)
    }
  }
}

extension DueDate {
  /// The first day on which it is late.
  fileprivate var dayAfter: CalendarDay? {
    switch self {
    case .month(let month): CalendarDay(month: month.advanced(by: 1), day: 1)
    case .day(let day): CalendarDay(daysSince1970: day.daysSince1970 + 1)
    }
  }
}
