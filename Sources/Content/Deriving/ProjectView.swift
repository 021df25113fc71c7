package import GregorianCalendar

/// A project as it was at a month, or as it is now.
package struct ProjectView: Sendable {
  package let project: Project
  /// The month that `present` means.
  package let month: Month
  /// Whether what came after `month` is left out: true inside an edition, false on the
  /// project's own page.
  package let isAsAt: Bool
  package let status: Project.Status
  package let stages: [StageState]

  /// The project as at an edition's month.
  package init(_ project: Project, lifecycle: Lifecycle, asAt month: Month) {
    self.init(project, lifecycle: lifecycle, month: month, isAsAt: true)
  }

  /// The project as it is now, counting months to the later of `latest` and its own last date.
  package init(_ project: Project, lifecycle: Lifecycle, now latest: Month) {
    let own = project.lifecycle.map { max($0.from.value, $0.to.value.asAt($0.from.value)) }
    let last = max(latest, own.max() ?? latest)
    self.init(project, lifecycle: lifecycle, month: last, isAsAt: false)
  }

  private init(_ project: Project, lifecycle: Lifecycle, month: Month, isAsAt: Bool) {
    self.project = project
    self.month = month
    self.isAsAt = isAsAt
    self.status = isAsAt ? project.status(asAt: month) : project.status
    self.stages = project.stageStates(in: lifecycle, asAt: month)
  }

  package var currentStage: StageState? { stages.last(where: \.isCurrent) }

  /// The month it ended, once that has come.
  package var ended: Month? { status.isEnded ? project.ended?.value : nil }

  package var sponsors: [ID<Person>] { Project.people(project.sponsors, asAt: month) }
  package var analysts: [ID<Person>] { Project.people(project.analysts, asAt: month) }

  /// Whether something dated belongs to what is shown.
  package func includes(_ month: Month) -> Bool { !isAsAt || month <= self.month }
}
