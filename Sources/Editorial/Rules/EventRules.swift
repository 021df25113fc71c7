internal import Content
internal import Diagnostics
internal import GregorianCalendar

/// Events, and the totals stated about them.
struct EventRules {
  let site: Site
  let today: CalendarDay
  let texts: [ReadPassage]

  func findings() -> [Finding] {
    statedTotals() + differentHosts() + numbers() + attendancesAsPeople() + withoutAttendance()
  }

  private var held: [Event] { site.events.filter { !$0.isCancelled } }

  private func statedTotals() -> [Finding] {
    site.observations.compactMap { observation in
      guard let metric = site.metrics[observation.metric.value], let derived = metric.derived,
        case .events(let events, let sum) = site.workedValue(
          of: metric, in: observation.period.value),
        !observation.agrees(with: sum),
        derived == .eventCount || events.allSatisfy(\.hasReadAttendance)
      else { return nil }
      let stated = observation.value.value
      let difference = stated + sum.negated
      let onFile =
        events.count == 1 ? "1 event on file gives" : "\(events.count) events on file give"
      return Finding(
        derived == .eventCount ? .e02 : .e01,
        "stated \(stated), the \(onFile) \(sum); difference"
          + " \(difference.units < 0 ? difference.negated : difference)",
        at: observation.origin.location(observation.value.span), subject: observation.subject,
        notes: events.map {
          Diagnostic.Note(
            message: "on file: \($0.id)"
              + ($0.attendance.map { ", attendance \($0.value)" } ?? ", no attendance"),
            location: $0.header.origin.location(ofKey: "date"))
        })
    }
  }

  private func differentHosts() -> [Finding] {
    held.compactMap { event in
      guard let host = event.host, host.value != event.organiser.value,
        let total = silentTotal(over: event.date)
      else { return nil }
      return Finding(
        .e03,
        "organised by \(event.organiser.value), hosted by \(host.value); the stated totals do"
          + " not say which they count",
        at: event.header.origin.location(host.span), subject: event.id.text,
        notes: [
          Diagnostic.Note(
            message: "a total is stated here; its note can say it",
            location: total.origin.location(total.value.span))
        ])
    }
  }

  /// A stated total over a day that does not say whose events it counts.
  private func silentTotal(over day: CalendarDay) -> Observation? {
    site.observations.first { observation in
      guard observation.period.value.contains(day),
        site.metrics[observation.metric.value]?.derived != nil
      else { return false }
      let note = observation.note?.lowercased() ?? ""
      return !note.contains("organis") && !note.contains("host")
    }
  }

  /// Numbers are counted within a series, or within a kind for what belongs to none.
  private func numbers() -> [Finding] {
    var ofSeries: [InYear<String>: Int] = [:]
    var ofKinds: [InYear<Event.Kind>: Int] = [:]
    return held.compactMap { event in
      let kind = InYear(year: event.date.year, group: event.kind)
      ofKinds[kind, default: 0] += 1
      var place = ofKinds[kind] ?? 1
      if let series = event.series.map({ InYear(year: event.date.year, group: $0) }) {
        ofSeries[series, default: 0] += 1
        place = ofSeries[series] ?? 1
      }
      guard let number = event.numberInYear, place != number.value else { return nil }
      return Finding(
        .e04,
        "says number \(number.value) in \(event.date.year); it is number \(place) of those on"
          + " file",
        at: event.header.origin.location(number.span), subject: event.id.text)
    }
  }

  /// What is counted anew each year.
  private struct InYear<Group: Hashable>: Hashable {
    let year: Int
    let group: Group
  }

  private func withoutAttendance() -> [Finding] {
    held.filter { event in
      event.attendance == nil && event.hasReadAttendance && (event.end ?? event.date) < today
    }.map { event in
      Finding(
        .e06, "the event is over and has no attendance; add 'attendance'",
        at: event.header.origin.location(ofKey: "date"), subject: event.id.text)
    }
  }
}

// MARK: - Attendances and people

extension EventRules {
  private static let peopleWords: Set<String> = [
    "people", "colleagues", "attendees", "delegates", "participants", "guests", "analysts",
    "persons",
  ]

  private func attendancesAsPeople() -> [Finding] {
    let totals = Self.attendanceTotals(of: site)
    let sums = Set(totals.map(\.description) + totals.map(\.grouped))
    let units = site.metrics.filter {
      $0.derived == .attendanceSum && Self.peopleWords.contains($0.unit.lowercased())
    }
    let defined = units.map { metric in
      Finding(
        .e05,
        "attendances are not people: someone who came twice counts twice; the unit is"
          + " 'attendances', not '\(metric.unit)'",
        at: metric.origin.location(ofValue: "unit"), subject: metric.id.text)
    }
    guard !sums.isEmpty else { return defined }
    return defined + texts.flatMap { text in attendancesAsPeople(in: text, sums: sums) }
  }

  private func attendancesAsPeople(in text: ReadPassage, sums: Set<String>) -> [Finding] {
    text.numbers.compactMap { number in
      guard sums.contains(text.passage.string(number)) else { return nil }
      let rest = text.passage.bytes[number.upperBound...].prefix(48).prefix { $0 != 0x0A }
      let words = String(decoding: rest, as: UTF8.self).split(separator: " ").prefix(3)
      // A mark after the word ends what the number is of.
      guard rest.first == UInt8(ascii: " "),
        let noun = words.map({ String($0.prefix { $0.isLetter }).lowercased() })
          .first(where: Self.peopleWords.contains)
      else { return nil }
      return Finding(
        .e05,
        "\(text.passage.string(number)) are attendances and not \(noun): someone who came"
          + " twice counts twice",
        at: text.passage.location(of: number), subject: text.passage.subject)
    }
  }

  /// Stated attendances over periods of more than one event.
  static func attendanceTotals(of site: Site) -> [Number] {
    site.observations.filter { observation in
      site.metrics[observation.metric.value]?.derived == .attendanceSum
        && (observation.period.value.monthCount > 1
          || site.heldEvents(in: observation.period.value).count > 1)
    }.map(\.value.value)
  }
}

extension Event {
  /// Whether its attendance is not one that cannot be read.
  fileprivate var hasReadAttendance: Bool { !header.unreadKeys.contains("attendance") }
}

extension Observation {
  /// What findings about it are about: the metric and the period.
  var subject: String { "\(metric.value) \(period.value)" }
}
