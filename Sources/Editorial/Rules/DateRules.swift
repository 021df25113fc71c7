internal import Content
internal import Diagnostics
internal import GregorianCalendar

/// Days of publication, relative dates and stated lengths.
struct DateRules {
  private let site: Site
  private let bodies: [Passage.Owner: ReadPassage]

  init(site: Site, texts: [ReadPassage]) {
    self.site = site
    bodies = Dictionary(
      texts.lazy.filter(\.passage.isBody).map { ($0.passage.owner, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func findings() -> [Finding] {
    site.editions.flatMap { withoutDay($0) + statedLength($0) + relativeDates(in: $0) }
  }

  private func withoutDay(_ edition: Edition) -> [Finding] {
    guard edition.published == nil, edition.state == .published,
      !edition.header.unreadKeys.contains("published")
    else { return [] }
    return [
      Finding(
        .d01, "no publication date; add 'published' with a day such as 2021-10-05",
        at: edition.header.origin.location(ofKey: "title"), subject: edition.id.text)
    ]
  }

  /// The edition's own words count before those of the site's strapline.
  private func statedLength(_ edition: Edition) -> [Finding] {
    let own = edition.statedPeriod.flatMap(SpokenLength.init)
    let stated = own == nil ? site.settings.sprints.statedLength?.value : edition.statedPeriod
    guard let stated, let length = own ?? SpokenLength(stated) else { return [] }
    let period = edition.period.value
    let days = period.months.reduce(0) { $0 + $1.dayCount }
    let difference: String
    // An edition of a week or two still gives its period by months, which cannot be compared.
    if let statedDays = length.days, statedDays < 28, Month(edition.id.text) == nil { return [] }
    if let statedDays = length.days, statedDays != days {
      difference = "\(statedDays) days); \(period) has \(days) days"
    } else if let months = length.months, months != period.monthCount {
      difference = "\(months) months); \(period) has \(period.monthCount)"
    } else {
      return []
    }
    let key = own == nil ? "period" : "stated-period"
    return [
      Finding(
        .d03, "stated as \"\(stated)\" (\(difference)",
        at: edition.header.origin.location(ofValue: key), subject: edition.id.text)
    ]
  }

  private func relativeDates(in edition: Edition) -> [Finding] {
    site.updates.all(in: edition.id).flatMap { update in
      relativeDates(
        among: update.steps,
        in: .update(update.project.value, edition.id), subject: update.project.value.text)
    } + relativeDates(among: edition.steps, in: .edition(edition.id), subject: edition.id.text)
  }

  private func relativeDates(
    among steps: [Step], in owner: Passage.Owner, subject: String
  ) -> [Finding] {
    let undated = steps.filter { $0.due == nil }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    guard !undated.isEmpty,
      let text = bodies[owner]
    else { return [] }
    var rest = undated[...]
    return RelativeDate.all(in: text.passage.bytes).compactMap { range in
      let location = text.passage.location(of: range)
      let start = location.span.lowerBound
      rest = rest.drop { $0.span.upperBound <= start }
      guard let step = rest.first, step.span.contains(start) else { return nil }
      // One finding is enough for a step.
      rest = rest.dropFirst()
      return Finding(
        .d02,
        "relative date \"\(text.passage.string(range))\" with no due date; add '{due=...}'"
          + " with a month or day",
        at: location, subject: subject)
    }
  }
}
