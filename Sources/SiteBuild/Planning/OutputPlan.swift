internal import Content
internal import Diagnostics

/// Every file that will be published, in the order of their paths.
struct OutputPlan: Sendable {
  let outputs: [PlannedOutput]

  init(outputs: [PlannedOutput]) { self.outputs = outputs }

  /// Lists the outputs of a site; a site that lacks a part has no pages for it.
  init(site: Site, themeAssets: [String]) {
    let planner = OutputPlanner(site: site)
    var outputs = planner.pages().map { PlannedOutput($0.permalink, .page($0)) }
    outputs += planner.feeds()
    outputs += planner.redirects()
    outputs += planner.files(themeAssets: themeAssets)
    // Numbers are moved about while sorting, not outputs with all they hold.
    let paths = outputs.map(\.permalink.path)
    self.outputs = outputs.indices.sorted { paths[$0] < paths[$1] }.map { outputs[$0] }
  }

  var pages: [PlannedPage] {
    outputs.compactMap { if case .page(let page) = $0.content { page } else { nil } }
  }

  var redirects: [(from: Permalink, to: Permalink)] {
    outputs.compactMap {
      if case .redirect(let target) = $0.content { ($0.permalink, target) } else { nil }
    }
  }
}

extension Site {
  /// Where the subject of a page stands in the sources.
  func origin(of subject: PlannedPage.Subject) -> Origin? {
    switch subject {
    case .edition(let id), .board(let id): editions[id]?.header.origin
    case .project(let id): projects[id]?.header.origin
    case .story(let id): impactStories[id]?.header.origin
    case .event(let id): events[id]?.header.origin
    case .post(let id): posts[id]?.header.origin
    case .page(let id): pages[id]?.header.origin
    case .none, .quarter, .taxonomy, .term: nil
    }
  }
}
