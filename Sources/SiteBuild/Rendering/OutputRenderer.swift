internal import Content
internal import Diagnostics
internal import Files
internal import Formats

/// Makes the bytes of outputs one after the other, on one thread.
struct OutputRenderer {
  private let site: PreparedSite
  private let sources: SiteSources
  private let worker: PageWorker
  private let small: SmallFiles
  private let pages: [PlannedPage.Subject: PlannedPage]

  init(site: PreparedSite, sources: SiteSources, pages: [PlannedPage.Subject: PlannedPage]) {
    self.site = site
    self.sources = sources
    self.pages = pages
    worker = PageWorker(
      model: site.model, programs: site.programs,
      bodies: BodyReader(sources: sources, settings: site.model.site.settings))
    small = SmallFiles(plan: site.plan, site: site.model.site, book: site.book)
  }

  /// The files of one output; throws `PageFailure` when it cannot be rendered.
  func files(of output: PlannedOutput) throws -> [(path: SitePath, bytes: [UInt8])] {
    let path = try SitePath(output.permalink.outputPath)
    switch output.content {
    case .page(let page): return [(path, try worker.render(page))]
    case .feed(let feed): return [(path, try bytes(of: feed))]
    case .redirect(let target): return [(path, small.redirectPage(to: target))]
    case .asset(let asset):
      let folder = sources.folder.folder(try SitePath(SiteReader.contentFolder))
      return [(path, try FileReader.read(try SitePath(asset), in: folder).bytes)]
    case .themeAsset(let name):
      return [(path, sources.themeAssets.first { $0.name == name }?.bytes ?? [])]
    case .editionRecord(let id):
      guard let edition = site.model.site.editions[id] else { return [] }
      return [(path, EditionRecord(of: edition, in: site.model.site).encoded())]
    case .sitemap: return try small.sitemap().map { (try SitePath($0.name), $0.bytes) }
    case .robots: return [(path, small.robots())]
    case .redirectList: return [(path, small.redirectList())]
    }
  }

  /// The warnings since the last call.
  func takeWarnings() -> [Diagnostic] { worker.takeWarnings() }

  private func bytes(of feed: PlannedFeed) throws -> [UInt8] {
    try site.feeds.encode(feed) { item in
      guard let page = pages[item.page] else { return [] }
      return AbsoluteLinks.complete(
        try worker.renderContent(of: page), origin: site.book.base.origin,
        page: site.book.absoluteAddress(page.permalink))
    }
  }
}
