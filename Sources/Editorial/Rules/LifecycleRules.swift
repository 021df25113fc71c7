internal import Content
internal import Diagnostics
internal import GregorianCalendar

/// The stages of projects and their months.
struct LifecycleRules {
  let site: Site
  /// How many sprints a project may stay in one stage.
  let sprintLimit: Int

  func findings() -> [Finding] {
    let ofStages: [(Project) -> [Finding]] = [
      endsBeforeItBegins, overlaps, sharedMonths, gaps, stillGoingOn, outOfOrder, unknownParts,
      afterTheEdition,
    ]
    let ofStatus: [(Project) -> [Finding]] = [
      statusAgainstStages, longStages, endedWithoutLifecycle, endedTooEarly,
    ]
    return site.projects.filter { $0.hasRead("lifecycle") }.flatMap { project in
      let rules = ["status", "ended"].allSatisfy(project.hasRead) ? ofStages + ofStatus : ofStages
      return rules.flatMap { $0(project) }
    }
  }

  private func place(_ project: Project, _ span: Range<Int>) -> SourceLocation {
    project.header.origin.location(span)
  }

  /// Each stage with the one after it, in the order of the file.
  private func neighbours(
    _ project: Project
  ) -> Zip2Sequence<[StageInterval], ArraySlice<StageInterval>> {
    zip(project.lifecycle, project.lifecycle.dropFirst())
  }

  private func endsBeforeItBegins(_ project: Project) -> [Finding] {
    project.lifecycle.compactMap { interval in
      guard case .month(let end) = interval.to.value, end < interval.from.value else { return nil }
      return Finding(
        .l01,
        "a stage ends after it begins; \(interval.stage.value) begins in"
          + " \(interval.from.value) and ends in \(end)",
        at: place(project, interval.to.span), subject: project.id.text)
    }
  }

  private func overlaps(_ project: Project) -> [Finding] {
    neighbours(project).compactMap { earlier, later in
      guard case .month(let end) = earlier.to.value, later.from.value < end else { return nil }
      return Finding(
        .l02,
        "\(later.stage.value) begins in \(later.from.value), before"
          + " \(earlier.stage.value) ends in \(end)",
        at: place(project, later.from.span), subject: project.id.text)
    }
  }

  private func sharedMonths(_ project: Project) -> [Finding] {
    neighbours(project).compactMap { earlier, later in
      guard case .month(let end) = earlier.to.value, later.from.value == end else { return nil }
      return Finding(
        .l03, "\(later.stage.value) begins in \(end), the month \(earlier.stage.value) ends",
        at: place(project, later.from.span), subject: project.id.text,
        severity: site.lifecycle.sharedBoundaryMonth.severity)
    }
  }

  private func gaps(_ project: Project) -> [Finding] {
    neighbours(project).compactMap { earlier, later in
      guard case .month(let end) = earlier.to.value else { return nil }
      let missing = later.from.value.index - end.index - 1
      guard missing > 0,
        let period = Period(first: end.advanced(by: 1), last: later.from.value.advanced(by: -1))
      else { return nil }
      return Finding(
        .l04,
        "\(missing) month\(missing == 1 ? "" : "s") between \(earlier.stage.value) (ends"
          + " \(end)) and \(later.stage.value) (begins \(later.from.value)): \(period.label)",
        at: place(project, later.from.span), subject: project.id.text,
        severity: site.lifecycle.gap.severity)
    }
  }

  private func stillGoingOn(_ project: Project) -> [Finding] {
    let begun = project.lifecycle.enumerated().max {
      ($0.element.from.value, $0.offset) < ($1.element.from.value, $1.offset)
    }
    guard let begun else { return [] }
    return project.lifecycle.enumerated().compactMap { offset, interval in
      guard interval.to.value == .present, offset != begun.offset else { return nil }
      return Finding(
        .l05,
        "only the stage begun last goes on; \(interval.stage.value) is 'present', but"
          + " \(begun.element.stage.value) began in \(begun.element.from.value)",
        at: place(project, interval.to.span), subject: project.id.text)
    }
  }

  private func outOfOrder(_ project: Project) -> [Finding] {
    neighbours(project).compactMap { earlier, later in
      guard let first = site.lifecycle.stage(earlier.stage.value),
        let second = site.lifecycle.stage(later.stage.value), second.number < first.number
      else { return nil }
      return Finding(
        .l06,
        "stages come in their defined order; \(second.id) (\(second.number)) follows"
          + " \(first.id) (\(first.number))",
        at: place(project, later.stage.span), subject: project.id.text)
    }
  }
}

// MARK: - Against the status and the edition

extension LifecycleRules {
  private func statusAgainstStages(_ project: Project) -> [Finding] {
    if project.status.isEnded {
      return project.lifecycle.filter { $0.to.value == .present }.map { interval in
        Finding(
          .l07,
          "a project that has ended is in no stage; it is \(project.status.rawValue), but"
            + " \(interval.stage.value) is 'present'",
          at: place(project, interval.to.span), subject: project.id.text)
      }
    }
    guard project.status == .active, !isInAStage(project),
      !project.lifecycle.isEmpty || !site.lifecycle.stages.isEmpty
    else { return [] }
    return [
      Finding(
        .l07, "an active project is in a stage; none of its stages is 'present'",
        at: project.header.origin.location(ofValue: "status"), subject: project.id.text)
    ]
  }

  private func isInAStage(_ project: Project) -> Bool {
    project.lifecycle.contains { interval in
      switch interval.to.value {
      case .present: true
      case .month(let end): site.latestEdition.map { end > $0.period.value.last } ?? false
      }
    }
  }

  private func unknownParts(_ project: Project) -> [Finding] {
    project.lifecycle.compactMap { interval in
      guard let part = interval.part, let stage = site.lifecycle.stage(interval.stage.value),
        !stage.parts.contains(where: { $0.id == part.value })
      else { return nil }
      let hint = NearestName.hint(part.value.text, among: stage.parts.map(\.id.text))
      return Finding(
        .l08, "stage \(stage.id) has no part '\(part.value)'\(hint)",
        at: place(project, part.span), subject: project.id.text)
    }
  }

  private func afterTheEdition(_ project: Project) -> [Finding] {
    guard let latest = site.latestEdition else { return [] }
    let last = latest.period.value.last
    return project.lifecycle.filter { $0.from.value > last }.map { interval in
      Finding(
        .l09,
        "\(interval.stage.value) begins in \(interval.from.value), after the newest edition's"
          + " period, which ends in \(last)",
        at: place(project, interval.from.span), subject: project.id.text)
    }
  }

  private func longStages(_ project: Project) -> [Finding] {
    guard project.status == .active, let latest = site.latestEdition,
      let current = project.lifecycle.last(where: { $0.to.value == .present })
    else { return [] }
    // Parts of one stage follow each other as intervals of their own.
    let first =
      project.lifecycle.reversed().drop { $0.stage.value != current.stage.value }
      .prefix { $0.stage.value == current.stage.value }.last ?? current
    let months = latest.period.value.last.index - first.from.value.index + 1
    let sprints = months * sprintsInAMonth / latest.period.value.monthCount
    guard sprints > sprintLimit else { return [] }
    return [
      Finding(
        .l10,
        "in \(current.stage.value) since \(first.from.value), which is \(sprints) sprints;"
          + " more than \(sprintLimit) in one stage ask for a word of explanation",
        at: place(project, current.stage.span), subject: project.id.text)
    ]
  }

  private var sprintsInAMonth: Int {
    switch site.settings.sprints.cadence {
    case "weekly": 4
    case "fortnightly": 2
    default: 1
    }
  }

  private func endedWithoutLifecycle(_ project: Project) -> [Finding] {
    guard project.status.isEnded, project.lifecycle.isEmpty, !site.lifecycle.stages.isEmpty else {
      return []
    }
    return [
      Finding(
        .l12, "\(project.status.rawValue) project has no lifecycle; add the stages that are known",
        at: project.header.origin.location(ofValue: "status"), subject: project.id.text)
    ]
  }

  private func endedTooEarly(_ project: Project) -> [Finding] {
    guard let ended = project.ended, project.status.isEnded,
      let last = project.lifecycle.max(by: { $0.from.value < $1.from.value }),
      ended.value < last.from.value
    else { return [] }
    return [
      Finding(
        .l13,
        "ended in \(ended.value), before its last stage, \(last.stage.value), begins in"
          + " \(last.from.value)",
        at: place(project, ended.span), subject: project.id.text)
    ]
  }
}

extension Lifecycle.Policy {
  /// How grave the policy makes what it is about.
  fileprivate var severity: Diagnostic.Severity {
    switch self {
    case .allow: .info
    case .warn: .warning
    case .error: .error
    }
  }
}
