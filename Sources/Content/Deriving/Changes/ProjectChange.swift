package import GregorianCalendar

/// Something about a project that was another way in the edition before.
package enum ProjectChange: Sendable {
  /// The edition before did not list it; it is in this stage, if in any.
  case added(StageState?)
  /// The edition before listed it as work in progress, and this one does not.
  case unlisted
  /// It was delivered or closed.
  case ended(Project.Status, Month)
  /// It is in another stage, or in another part of the same stage.
  case moved(from: StageState, to: StageState)
  /// It is in its first stage.
  case began(StageState)
  /// Its last stage is over, and no other has begun.
  case finished(StageState)
  case joined(Person, Role)
  case left(Person, Role)

  /// What someone does for a project.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case sponsor
    case analyst
  }
}

extension ProjectChange {
  /// The changes of a project between two months, the stage first, then people in their order.
  ///
  /// Names that are withheld are left out.
  static func changes(
    of project: Project, from earlier: Month, to later: Month, in site: Site
  ) -> [ProjectChange] {
    let before = ProjectView(project, lifecycle: site.lifecycle, asAt: earlier)
    let after = ProjectView(project, lifecycle: site.lifecycle, asAt: later)
    var changes = stageChange(from: before, to: after).map { [$0] } ?? []
    for (role, old, new) in [
      (Role.sponsor, before.sponsors, after.sponsors),
      (Role.analyst, before.analysts, after.analysts),
    ] {
      func people(_ ids: [ID<Person>]) -> [Person] {
        ids.compactMap { site.people[$0] }.filter(\.isPublished)
      }
      changes += people(new.filter { !old.contains($0) }).map { .joined($0, role) }
      changes += people(old.filter { !new.contains($0) }).map { .left($0, role) }
    }
    return changes
  }

  /// What became of a project's stage, or of the project as a whole, between two views of it.
  static func stageChange(from before: ProjectView, to after: ProjectView) -> ProjectChange? {
    if let ended = after.ended, before.ended == nil { return .ended(after.status, ended) }
    switch (before.lastStage, after.lastStage) {
    case (_, nil): return nil
    case (nil, let new?): return new.isCurrent ? .began(new) : .finished(new)
    case (let old?, let new?):
      guard old.stage.id == new.stage.id, old.part?.id == new.part?.id else {
        return .moved(from: old, to: new)
      }
      return old.isCurrent && !new.isCurrent ? .finished(new) : nil
    }
  }
}

extension ProjectView {
  /// The furthest stage that has begun, whether it goes on or not.
  ///
  /// A stage that ends with the month of one edition is followed in the next: the project has
  /// moved from it, though it was in no stage in between.
  fileprivate var lastStage: StageState? { stages.last { $0.progress != .notStarted } }
}
