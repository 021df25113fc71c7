public import GregorianCalendar

/// A project as it was at a month, or as it is now.
public struct ProjectView: Sendable {
  public let project: Project
  /// The month that `present` means.
  public let month: Month
  /// Whether what came after `month` is left out: true inside an edition, false on the
  /// project's own page.
  public let isAsAt: Bool
  public let status: Project.Status
  public let stages: [StageState]

  /// The project as at an edition's month.
  public init(_ project: Project, lifecycle: Lifecycle, asAt month: Month) {
    self.init(project, lifecycle: lifecycle, month: month, isAsAt: true)
  }

  /// The project as it is now, counting months to the later of `latest` and its own last date.
  public init(_ project: Project, lifecycle: Lifecycle, now latest: Month) {
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

  public var currentStage: StageState? { stages.last(where: \.isCurrent) }

  /// The month it ended, once that has come.
  public var ended: Month? { status.isEnded ? project.ended?.value : nil }

  public var sponsors: [ID<Person>] { Project.people(project.sponsors, asAt: month) }
  public var analysts: [ID<Person>] { Project.people(project.analysts, asAt: month) }

  /// Whether something dated belongs to what is shown.
  public func includes(_ month: Month) -> Bool { !isAsAt || month <= self.month }
}
