internal import GregorianCalendar

/// What changed between an edition and the one before it, each as at its own last month.
///
/// Made of the two editions alone, so that it stays as it is when later ones come.
package struct EditionChanges: Sendable {
  package let earlier: Edition
  /// In the page order of the later edition, then what only the earlier one lists; projects
  /// without a change are left out.
  package let projects: [ProjectChanges]
  /// What became of the programme's own steps.
  package let programme: [StepChange]
  package let figures: [FigureChange]

  /// The changes of one project.
  package struct ProjectChanges: Sendable {
    package let project: Project
    package let changes: [ProjectChange]
    package let steps: [StepChange]
  }
}

extension Site {
  /// What changed since the edition before; `nil` for the first edition, and when nothing did.
  package func changes(in later: Edition) -> EditionChanges? {
    guard let earlier = edition(before: later) else { return nil }
    let steps = stepChanges(from: earlier, to: later)
    let ids = later.projects + earlier.projects + later.pastWork
    let projects = ids.map(\.value).withoutRepeats().compactMap { id in
      self.projects[id].flatMap { project -> EditionChanges.ProjectChanges? in
        let own = steps.filter { $0.step.project == id }
        let changes = changes(of: project, from: earlier, to: later)
        guard !changes.isEmpty || !own.isEmpty else { return nil }
        return EditionChanges.ProjectChanges(project: project, changes: changes, steps: own)
      }
    }
    let programme = steps.filter { $0.step.project == nil }
    let figures = figureChanges(in: later)
    guard !projects.isEmpty || !programme.isEmpty || !figures.isEmpty else { return nil }
    return EditionChanges(
      earlier: earlier, projects: projects, programme: programme, figures: figures)
  }

  private func changes(
    of project: Project, from earlier: Edition, to later: Edition
  ) -> [ProjectChange] {
    let month = later.period.value.last
    let view = ProjectView(project, lifecycle: lifecycle, asAt: month)
    let wasListed = earlier.projects.contains { $0.value == project.id }
    let isListed = later.projects.contains { $0.value == project.id }
    if isListed, !wasListed, !earlier.pastWork.contains(where: { $0.value == project.id }) {
      return [.added(view.currentStage)]
    }
    let changes = ProjectChange.changes(
      of: project, from: earlier.period.value.last, to: month, in: self)
    let isGone = wasListed && !isListed && !view.status.isEnded
    return isGone ? changes + [.unlisted] : changes
  }

  /// The projects of an edition that came into another stage, or ended, since the edition before,
  /// or in the edition's own months when it is the first.
  package func stageMoves(in edition: Edition) -> [(project: Project, change: ProjectChange)] {
    let start =
      self.edition(before: edition)?.period.value.last
      ?? edition.period.value.first.advanced(by: -1)
    let ids = (edition.projects + edition.pastWork).map(\.value).withoutRepeats()
    return ids.compactMap { projects[$0] }.compactMap { project in
      ProjectChange.stageChange(
        from: ProjectView(project, lifecycle: lifecycle, asAt: start),
        to: ProjectView(project, lifecycle: lifecycle, asAt: edition.period.value.last)
      ).map { (project, $0) }
    }
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each only where it first stands.
  fileprivate func withoutRepeats() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
