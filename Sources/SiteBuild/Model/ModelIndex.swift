internal import Content
internal import GregorianCalendar

/// What is worked out from the site once, for all records that show it.
struct ModelIndex: Sendable {
  let site: Site
  let feeds: [FeedLink]
  /// The month of the latest edition, which `present` means outside editions.
  let latestMonth: Month
  /// The steps that are open as at each edition, in order.
  private let openSteps: [ID<Edition>: [TrackedStep]]
  /// The same by their projects.
  private let openStepsByProject: [ID<Edition>: [ID<Project>: [TrackedStep]]]
  /// The last months of all editions, in order.
  private let months: [(edition: ID<Edition>, month: Month)]
  private let lastMonths: [ID<Edition>: Month]
  let postsByProject: [ID<Project>: [Post]]
  /// Newest first.
  let eventsByProject: [ID<Project>: [Event]]
  /// Newest first.
  private let updatesByProject: [ID<Project>: [ProjectUpdate]]
  let uses: [String: [TermUse]]
  let projectsByTitle: [Project]

  init(site: Site, feeds: [FeedLink]) {
    self.site = site
    self.feeds = feeds
    self.latestMonth =
      site.latestEdition?.period.value.last ?? site.posts.first?.date.month ?? Month(index: 0)
    self.openSteps = site.steps.openByEdition()
    self.openStepsByProject = openSteps.mapValues { steps in
      steps.reduce(into: [:]) { groups, step in
        if let project = step.project { groups[project, default: []].append(step) }
      }
    }
    self.months = site.editions.map { ($0.id, $0.period.value.last) }
    self.lastMonths = Dictionary(months, uniquingKeysWith: { first, _ in first })
    var postsByProject: [ID<Project>: [Post]] = [:]
    for post in site.posts {
      for project in post.projects { postsByProject[project.value, default: []].append(post) }
    }
    self.postsByProject = postsByProject
    var eventsByProject: [ID<Project>: [Event]] = [:]
    for event in site.events.reversed() {
      for project in Set(event.projects.map(\.value)) {
        eventsByProject[project, default: []].append(event)
      }
    }
    self.eventsByProject = eventsByProject
    self.updatesByProject = Dictionary(grouping: site.updates.reversed(), by: \.project.value)
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
    (updatesByProject[view.project.id] ?? []).filter { update in
      lastMonths[update.sprint.value].map(view.includes) ?? false
    }
  }

  /// Steps of the project that are open as at what is shown.
  func openSteps(of view: ProjectView, _ kind: Step.Kind) -> [TrackedStep] {
    guard let edition = months.last(where: { view.includes($0.month) })?.edition else { return [] }
    return (openStepsByProject[edition]?[view.project.id] ?? []).filter { $0.step.kind == kind }
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
  var openStepGroups: [StepGroup] {
    guard let latest = site.latestEdition else { return [] }
    let open = openSteps(in: latest)
    let undated = open.filter { $0.due == nil }
    let groups = Self.byDueMonth(open, asAt: latestMonth)
    return undated.isEmpty ? groups : groups + [(label: "No date given", steps: undated)]
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

// MARK: - Steps as at an edition

extension ModelIndex {
  typealias StepGroup = (label: String, steps: [TrackedStep])

  private func openSteps(in edition: Edition) -> [TrackedStep] {
    openSteps[edition.id] ?? []
  }

  /// Open needs by the name of who can give them; those that name nobody come last.
  func asks(in edition: Edition) -> [StepGroup] {
    byGiver(openSteps(in: edition).filter { $0.step.kind == .need }, nobody: "Nobody named yet")
  }

  /// Open next steps that wait for someone who is named.
  func awaitedSteps(in edition: Edition) -> [StepGroup] {
    byGiver(openSteps(in: edition).filter { $0.step.kind == .next }, nobody: nil)
  }

  /// Open steps and needs with a date: overdue as at the edition, then by due month.
  func datedSteps(in edition: Edition) -> [StepGroup] {
    Self.byDueMonth(openSteps(in: edition), asAt: edition.period.value.last)
  }

  private func byGiver(_ steps: [TrackedStep], nobody: String?) -> [StepGroup] {
    let named = steps.map { (name: $0.step.from.flatMap { site.publicName($0.value) }, step: $0) }
    let names = Set(named.compactMap(\.name)).sorted()
    let groups = names.map { name in
      (label: name, steps: named.filter { $0.name == name }.map(\.step))
    }
    let others = named.filter { $0.name == nil }.map(\.step)
    guard let nobody, !others.isEmpty else { return groups }
    return groups + [(label: nobody, steps: others)]
  }

  private static func byDueMonth(_ steps: [TrackedStep], asAt month: Month) -> [StepGroup] {
    let overdue = steps.filter { $0.isOverdue(asAt: month) }.sorted(by: isEarlier)
    let dated = steps.filter { $0.due != nil && !$0.isOverdue(asAt: month) }
    let months = Set(dated.compactMap { $0.due?.month }).sorted()
    let groups = months.map { month in
      let due = dated.filter { $0.due?.month == month }
      return (label: month.label, steps: due.sorted(by: isEarlier))
    }
    return overdue.isEmpty ? groups : [(label: "Overdue", steps: overdue)] + groups
  }
}

extension Site {
  /// The name of a person or body; none for a person whose name is withheld.
  func publicName(_ id: String) -> String? {
    switch author(id) {
    case .person(let person): person.isPublished ? person.name : nil
    case .organisation(let organisation): organisation.name
    case nil: nil
    }
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
