internal import CommonMark
package import GregorianCalendar

/// Where an edition stands while it is put together: what has come in, what is open, who owes what.
package struct SprintStatus: Sendable {
  package let edition: Edition
  /// In the edition's page order, then those that are due and not listed, by id.
  package let projects: [ProjectStanding]
  /// The programme's own open steps.
  package let programmeSteps: [TrackedStep]
  package let debts: [Debt]

  /// One project in the edition.
  package struct ProjectStanding: Sendable {
    package let project: Project
    package let report: Report
    package let update: ProjectUpdate?
    package let openSteps: [TrackedStep]
    package let openNeeds: [TrackedStep]
    /// How many of both should have been finished before the edition's month.
    package let overdueCount: Int
  }

  /// What has come of a project's update.
  package enum Report: String, Sendable, Hashable, CaseIterable {
    case received
    case missing
    case empty
    case nothingToReport = "nothing-to-report"
    case sameAsLastTime = "same-as-last-time"

    /// Whether someone should still write.
    package var isOwed: Bool {
      switch self {
      case .missing, .empty, .sameAsLastTime: true
      case .received, .nothingToReport: false
      }
    }
  }

  /// What someone should do for the edition.
  package struct Debt: Sendable {
    /// The name of a person or body; `nil` when nobody is named.
    package let debtor: String?
    package let project: ID<Project>?
    package let matter: Matter

    package enum Matter: Sendable {
      case update(Report)
      case step(TrackedStep, isOverdue: Bool)
    }
  }
}

extension Site {
  /// Where an edition stands.
  package func status(of edition: Edition) -> SprintStatus {
    let month = edition.period.value.last
    let open = steps.open(asAt: edition)
    let listed = edition.projects.compactMap { projects[$0.value] }
    let due = projects.filter { project in
      project.isDue(asAt: month) && !listed.contains { $0.id == project.id }
    }
    let standings = (listed.filter { $0.status(asAt: month) == .active } + due).map { project in
      let steps = open.filter { $0.project == project.id }
      let update = updates.update(of: project.id, in: edition.id)
      return SprintStatus.ProjectStanding(
        project: project, report: report(update, in: edition), update: update,
        openSteps: steps.filter { $0.step.kind == .next },
        openNeeds: steps.filter { $0.step.kind == .need },
        overdueCount: steps.count { $0.isOverdue(asAt: month) })
    }
    let debts = standings.flatMap(updateDebts) + stepDebts(open, asAt: month)
    return SprintStatus(
      edition: edition, projects: standings,
      programmeSteps: open.filter { $0.project == nil }, debts: debts)
  }

  private func report(_ update: ProjectUpdate?, in edition: Edition) -> SprintStatus.Report {
    guard let update else { return .missing }
    if update.nothingToReport != nil { return .nothingToReport }
    let sections = [update.done, update.next, update.needs].compactMap(\.self)
    if sections.allSatisfy(\.isEmpty) { return .empty }
    if let before = self.edition(before: edition),
      let earlier = updates.update(of: update.project.value, in: before.id),
      let new = update.likeness, let old = earlier.likeness, new.isAlike(old, percent: 90)
    {
      return .sameAsLastTime
    }
    return .received
  }

  private func updateDebts(_ standing: SprintStatus.ProjectStanding) -> [SprintStatus.Debt] {
    guard standing.report.isOwed else { return [] }
    let authors = standing.update?.author.map { [$0.value] }
    let people = authors ?? standing.project.analysts.map(\.person.value)
    let names = people.compactMap { self.people[$0]?.name }
    return (names.isEmpty ? [nil] : names.map(Optional.init)).map { name in
      SprintStatus.Debt(
        debtor: name, project: standing.project.id, matter: .update(standing.report))
    }
  }

  /// Steps that someone owns or can give, and those that are overdue whoever they wait for.
  private func stepDebts(_ open: [TrackedStep], asAt month: Month) -> [SprintStatus.Debt] {
    open.compactMap { tracked in
      let owner = tracked.step.owner.flatMap { people[$0.value]?.name }
      let giver = tracked.step.from.flatMap { author($0.value)?.name }
      let isOverdue = tracked.isOverdue(asAt: month)
      guard owner != nil || giver != nil || isOverdue else { return nil }
      return SprintStatus.Debt(
        debtor: owner ?? giver, project: tracked.project,
        matter: .step(tracked, isOverdue: isOverdue))
    }
  }
}

extension Project {
  /// Whether an edition of a month ought to have an update of it: it is active and has begun.
  package func isDue(asAt month: Month) -> Bool {
    status(asAt: month) == .active
      && (lifecycle.map(\.from.value).min().map { $0 <= month } ?? true)
  }
}

extension ProjectUpdate {
  /// What was done, to be compared with what other updates say; `nil` without that section.
  package var likeness: TextLikeness? { done.map { TextLikeness($0.content.plainHTML()) } }
}

extension Author {
  /// The printed name.
  package var name: String {
    switch self {
    case .person(let person): person.name
    case .organisation(let organisation): organisation.name
    }
  }
}
