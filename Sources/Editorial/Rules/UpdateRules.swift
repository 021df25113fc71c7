internal import CommonMark
internal import Content
internal import Diagnostics
internal import GregorianCalendar

/// Editions and the updates in them.
struct UpdateRules {
  let site: Site
  /// The same site with drafts.
  let drafts: Site
  let today: CalendarDay
  let texts: [ReadPassage]
  /// How many words in a hundred may be last sprint's.
  let similarity: Int

  func findings() -> [Finding] {
    let ofEditions: [(Edition) -> [Finding]] = [missingUpdates, emptyEdition]
    let ofUpdates: [(ProjectUpdate) -> [Finding]] = [
      inactiveProject, missingSections, emptySections,
    ]
    return site.editions.flatMap { edition in ofEditions.flatMap { $0(edition) } }
      + site.updates.flatMap { update in ofUpdates.flatMap { $0(update) } }
      + nearHeadings() + repeatedUpdates() + repeatedBodies() + placeholders() + overdueDrafts()
      + sequence()
  }

  private func missingUpdates(in edition: Edition) -> [Finding] {
    let month = edition.period.value.last
    let listed = edition.projects.compactMap { entry in
      site.projects[entry.value].map { (project: $0, span: Optional(entry.span)) }
    }
    let due = site.projects.filter { project in
      !edition.projects.contains { $0.value == project.id } && isDue(project, in: edition)
    }
    .map { (project: $0, span: Range<Int>?.none) }
    return (listed + due).compactMap { project, span in
      guard project.hasRead("status"), project.status(asAt: month) == .active,
        site.updates.update(of: project.id, in: edition.id) == nil,
        !site.unreadable.containsUpdate(of: project.id, in: edition.id)
      else { return nil }
      let origin = edition.header.origin
      return Finding(
        .u01,
        "active project \(project.id) has no update in \(edition.id); write"
          + " updates/\(project.id).md, which may say 'nothing-to-report: true' with a reason",
        at: span.map { origin.location($0) } ?? origin.location(ofKey: "projects"),
        subject: project.id.text)
    }
  }

  /// Whether an edition that does not list a project ought to: it was under way by then.
  private func isDue(_ project: Project, in edition: Edition) -> Bool {
    guard let begun = project.lifecycle.map(\.from.value).min() else {
      return edition.id == site.latestEdition?.id
    }
    return begun <= edition.period.value.last
  }

  private func inactiveProject(_ update: ProjectUpdate) -> [Finding] {
    guard let project = site.projects[update.project.value],
      let edition = site.editions[update.sprint.value]
    else { return [] }
    let status = project.status(asAt: edition.period.value.last)
    guard status != .active, project.hasRead("status") else { return [] }
    return [
      Finding(
        .u02,
        "only active projects have updates; \(project.id) was \(status.rawValue) by"
          + " \(edition.period.value.last)",
        at: update.header.origin.location(update.project.span), subject: project.id.text)
    ]
  }
}

// MARK: - Sections

extension UpdateRules {
  private func sections(
    _ update: ProjectUpdate
  ) -> [(name: String, section: ProjectUpdate.Section?, wording: String)] {
    let wordings = site.settings.sections
    return [
      ("done", update.done, wordings.done.first ?? "Done"),
      ("next", update.next, wordings.next.first ?? "Next"),
      ("needs", update.needs, wordings.needs.first ?? "Needs"),
    ]
  }

  private func missingSections(_ update: ProjectUpdate) -> [Finding] {
    guard update.nothingToReport == nil else { return [] }
    return sections(update).filter { $0.section == nil }.map { name, _, wording in
      Finding(
        .u03,
        "section \"\(name)\" is missing; add the heading '## \(wording)', with \"None this"
          + " sprint\" if there is nothing to say",
        at: update.header.origin.location(ofKey: "project"), subject: update.project.value.text)
    }
  }

  private func emptySections(_ update: ProjectUpdate) -> [Finding] {
    sections(update).compactMap { name, section, _ in
      guard let section, section.isEmpty else { return nil }
      return Finding(
        .u04, "section \"\(name)\" is empty; \"None this sprint\" is enough to say so",
        at: update.header.origin.location(section.headingSpan),
        subject: update.project.value.text)
    }
  }

  private func nearHeadings() -> [Finding] {
    let sections = site.settings.sections
    let wordings = sections.done + sections.next + sections.needs + ["Since last time"]
    let folded = Set(wordings.map(HeadingWording.folded))
    return site.updates.flatMap { update in
      update.document.headings.compactMap { heading in
        guard heading.level == 2, !folded.contains(HeadingWording.folded(heading.text)),
          let nearest = NearestName.find(heading.text, among: wordings)
        else { return nil }
        return Finding(
          .u05,
          "'\(heading.text)' is not an accepted heading, but is close to one (did you mean"
            + " '\(nearest)'?)",
          at: update.header.origin.location(heading.span), subject: update.project.value.text)
      }
    }
  }

  private func placeholders() -> [Finding] {
    texts.flatMap { text in
      text.matches.compactMap { match in
        guard case .placeholder = match.meaning else { return nil }
        return Finding(
          .u06,
          "placeholder '\(text.passage.string(match.range))' is left in the text; write what"
            + " belongs there",
          at: text.passage.location(of: match.range), subject: text.passage.subject)
      }
    }
  }
}

// MARK: - One edition after another

extension UpdateRules {
  private func repeatedUpdates() -> [Finding] {
    let likenesses = Dictionary(
      uniqueKeysWithValues: site.updates.compactMap { update in
        update.likeness.map { (ObjectIdentifier(update), $0) }
      })
    return site.updates.compactMap { update in
      guard let edition = site.editions[update.sprint.value],
        let before = site.edition(before: edition),
        let earlier = site.updates.update(of: update.project.value, in: before.id),
        let new = likenesses[ObjectIdentifier(update)],
        let old = likenesses[ObjectIdentifier(earlier)],
        new.isAlike(old, percent: similarity), let done = update.done
      else { return nil }
      return Finding(
        .u07,
        "section \"done\" is the same, or nearly, as in \(before.id); say what was new, or that"
          + " there is nothing to report",
        at: update.header.origin.location(done.headingSpan), subject: update.project.value.text)
    }
  }

  private func repeatedBodies() -> [Finding] {
    let likenesses = site.editions.map { $0.body.text.map { TextLikeness($0.bytes) } }
    return site.editions.indices.dropFirst().compactMap { index in
      guard let new = likenesses[index], let old = likenesses[index - 1],
        new.isAlike(old, percent: similarity)
      else { return nil }
      let (before, edition) = (site.editions[index - 1], site.editions[index])
      return Finding(
        .u07, "the text is the same, or nearly, as that of \(before.id); say what was new",
        at: edition.header.origin.location(ofKey: "title"), subject: edition.id.text)
    }
  }

  private func emptyEdition(_ edition: Edition) -> [Finding] {
    guard edition.state == .published, edition.body.wordCount == 0,
      site.updates.all(in: edition.id).isEmpty
    else { return [] }
    return [
      Finding(
        .u08, "a published edition has content; \(edition.id) has neither text nor updates",
        at: edition.header.origin.location(ofKey: "title"), subject: edition.id.text)
    ]
  }

  private func overdueDrafts() -> [Finding] {
    drafts.editions.compactMap { edition in
      guard edition.state != .published || edition.header.isDraft,
        let published = edition.published, published.value <= today
      else { return nil }
      return Finding(
        .u08,
        "the day of publication, \(published.value), has passed, but the edition is still a"
          + " draft; publish it or correct the day",
        at: edition.header.origin.location(published.span), subject: edition.id.text)
    }
  }

  private func sequence() -> [Finding] {
    zip(site.editions, site.editions.dropFirst()).compactMap { earlier, later in
      let end = earlier.period.value.last
      let start = later.period.value.first
      let place = later.header.origin.location(later.period.span)
      if start.index > end.index + 1,
        let missing = Period(first: end.advanced(by: 1), last: start.advanced(by: -1))
      {
        return Finding(
          .u09, "no edition is of \(missing.label), between \(earlier.id) and \(later.id)",
          at: place, subject: later.id.text)
      }
      guard start <= end, isOfWholeMonths(earlier), isOfWholeMonths(later) else { return nil }
      return Finding(
        .u09, "the period overlaps that of \(earlier.id), which ends in \(end)", at: place,
        subject: later.id.text)
    }
  }

  /// Weeks and days share a month without overlapping.
  private func isOfWholeMonths(_ edition: Edition) -> Bool { Month(edition.id.text) != nil }
}
