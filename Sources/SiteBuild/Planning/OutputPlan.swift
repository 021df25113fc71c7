internal import Content

/// Every file that will be published, in the order of their paths.
struct OutputPlan: Sendable {
  let outputs: [PlannedOutput]

  /// Lists the outputs of a site; a site that lacks a part has no pages for it.
  init(site: Site, themeAssets: [String]) {
    let planner = OutputPlanner(site: site)
    var outputs = planner.pages().map { PlannedOutput($0.permalink, .page($0)) }
    outputs += planner.feeds()
    outputs += planner.redirects()
    outputs += planner.files(themeAssets: themeAssets)
    self.outputs = outputs.sorted { $0.permalink < $1.permalink }
  }

  var pages: [PlannedPage] {
    outputs.compactMap { if case .page(let page) = $0.content { page } else { nil } }
  }

  var redirects: [(from: Permalink, to: Permalink)] {
    outputs.compactMap {
      if case .redirect(let target) = $0.content { ($0.permalink, target) } else { nil }
    }
  }

  var hasFeeds: Bool {
    outputs.contains { if case .feed = $0.content { true } else { false } }
  }
}
