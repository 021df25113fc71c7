internal import Content
internal import GregorianCalendar

/// What is worked out from the site once, for all records that show it.
struct ModelIndex: Sendable {
  let site: Site
  let feeds: [FeedLink]
  /// The month of the latest edition, which `present` means outside editions.
  let latestMonth: Month
  /// Every step known to an edition, with its outcome by then.
  let steps: [ID<Edition>: [TrackedStep]]
  let postsByProject: [ID<Project>: [Post]]
  let uses: [String: [TermUse]]
  let projectsByTitle: [Project]

  init(site: Site, feeds: [FeedLink]) {
    self.site = site
    self.feeds = feeds
    self.latestMonth =
      site.latestEdition?.period.value.last ?? site.posts.first?.date.month ?? Month(index: 0)
    self.steps = Dictionary(
      site.editions.map { ($0.id, site.trackedSteps(upTo: $0)) },
      uniquingKeysWith: { first, _ in first })
    var postsByProject: [ID<Project>: [Post]] = [:]
    for post in site.posts {
      for project in post.projects { postsByProject[project.value, default: []].append(post) }
    }
    self.postsByProject = postsByProject
    self.uses = site.termUses()
    self.projectsByTitle = site.projects.sorted {
      ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id)
    }
  }

  /// The project as it is now.
  func view(_ project: Project) -> ProjectView {
    ProjectView(project, lifecycle: site.lifecycle, now: latestMonth)
  }

  /// Updates of the project that belong to what is shown, newest first.
  func updates(of view: ProjectView) -> [ProjectUpdate] {
    site.updates.reversed().filter { update in
      update.project.value == view.project.id
        && (site.editions[update.sprint.value].map { view.includes($0.period.value.last) } ?? false)
    }
  }

  /// Steps of the project that are open as at what is shown.
  func openSteps(of view: ProjectView, _ kind: Step.Kind) -> [TrackedStep] {
    guard let edition = site.editions.last(where: { view.includes($0.period.value.last) }) else {
      return []
    }
    return (steps[edition.id] ?? []).filter { step in
      step.isOpen && step.step.kind == kind && step.project == view.project.id
    }
  }

  /// The active projects of each stage, every stage listed.
  var stageGroups: [(stage: Stage, projects: [Project])] {
    site.lifecycle.stages.map { stage in
      (stage, activeProjects.filter { view($0).currentStage?.stage.id == stage.id })
    }
  }

  /// Active or paused projects that no stage lists.
  var unstagedProjects: [Project] { activeProjects.filter { view($0).currentStage == nil } }

  /// Ended projects, the latest first.
  var pastProjects: [Project] {
    projectsByTitle.filter(\.status.isEnded).enumerated().sorted { left, right in
      let months = (left.element.ended?.value, right.element.ended?.value)
      return months.0 == months.1
        ? left.offset < right.offset
        : (months.0?.index ?? 0) > (months.1?.index ?? 0)
    }.map(\.element)
  }

  /// Open steps and needs of the latest edition: overdue ones, then by due month, then undated.
  var openStepGroups: [(label: String, steps: [TrackedStep])] {
    guard let latest = site.latestEdition else { return [] }
    let open = (steps[latest.id] ?? []).filter(\.isOpen)
    let overdue = open.filter { $0.isOverdue(asAt: latestMonth) }
    let dated = open.filter { $0.due != nil && !$0.isOverdue(asAt: latestMonth) }
    let months = Set(dated.compactMap { $0.due?.month }).sorted()
    var groups = [(label: "Overdue", steps: overdue)]
    for month in months {
      let due = dated.filter { $0.due?.month == month }
      groups.append((label: "\(month.name) \(month.year)", steps: due.sorted(by: Self.isEarlier)))
    }
    groups.append((label: "No date given", steps: open.filter { $0.due == nil }))
    return groups.filter { !$0.steps.isEmpty }
  }

  private static func isEarlier(_ left: TrackedStep, _ right: TrackedStep) -> Bool {
    guard let first = left.due, let second = right.due, first != second else {
      return left.step.id < right.step.id
    }
    return first < second
  }

  private var activeProjects: [Project] {
    projectsByTitle.filter { $0.status == .active || $0.status == .paused }
  }
}

extension ModelIndex {
  /// The menu of the settings, or else a link to each part that the site has.
  var menu: [MenuEntry] {
    let own = site.settings.menu.map { MenuEntry(title: $0.title, link: $0.link.value) }
    guard own.isEmpty else { return own }
    let parts: [(isThere: Bool, title: String, link: String)] = [
      (!site.editions.isEmpty, "Sprint notes", "/sprints/"),
      (!site.projects.isEmpty, "Projects", "/projects/"),
      (!site.impactStories.isEmpty, "Impact", "/impact/"),
      (!site.events.isEmpty, "Events", "/events/"),
      (!site.posts.isEmpty, "Blog", "/blog/"),
      (!site.editions.isEmpty, "What's next", "/next/"),
      (!site.glossary.terms.isEmpty, "Glossary", "/glossary/"),
    ]
    let pages = site.pages.map { MenuEntry(title: $0.title, link: $0.permalink.path) }
    return parts.filter(\.isThere).map { MenuEntry(title: $0.title, link: $0.link) } + pages
  }
}

/// One link of the site's menu.
struct MenuEntry: Sendable {
  let title: String
  /// An address of the site, or a link elsewhere.
  let link: String
}

/// A feed that readers can subscribe to.
struct FeedLink: Sendable {
  let title: String
  let permalink: Permalink
  let mediaType: String
}
