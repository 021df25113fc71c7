internal import Content
internal import Diagnostics
internal import Files
internal import Formats
internal import Templates

/// Renders every planned output and publishes all of them, or none.
struct SitePublisher: Sendable {
  let site: PreparedSite
  let sources: SiteSources
  let source: Folder
  let output: Folder
  let jobs: Int

  struct Outcome: Sendable {
    let result: PublicationResult?
    let diagnostics: [Diagnostic]
  }

  /// What one output gave: its files are staged, its findings are here.
  private struct Rendered: Sendable {
    var paths: [SitePath] = []
    var diagnostics: [Diagnostic] = []
  }

  func publish() async throws -> Outcome {
    let publication = try Publication(in: output)
    let rendered = try await ConcurrentMap.map(
      site.plan.outputs, jobs: jobs,
      makeWorker: { [site] in
        PageWorker(model: site.model, programs: site.programs)
      }
    ) { worker, output in
      try stage(output, worker: worker, in: publication)
    }
    let diagnostics = rendered.flatMap(\.diagnostics)
    guard !diagnostics.hasErrors else {
      publication.abandon()
      return Outcome(result: nil, diagnostics: diagnostics)
    }
    let paths = rendered.flatMap(\.paths)
    let record = OutputRecord(source: source, output: output)
    let stale = Set(try record.load()).subtracting(paths)
    let result = try publication.commit(removing: stale.sorted()) { _ throws(FileError) in
      try record.save(paths)
    }
    return Outcome(result: result, diagnostics: diagnostics)
  }

  private func stage(
    _ output: PlannedOutput, worker: PageWorker, in publication: Publication
  ) throws -> Rendered {
    var rendered = Rendered()
    do {
      for (path, bytes) in try files(of: output, worker: worker) {
        try publication.stage(bytes, at: path)
        rendered.paths.append(path)
      }
    } catch let failure as PageFailure {
      rendered.diagnostics += failure.diagnostics
    }
    rendered.diagnostics += worker.takeWarnings()
    return rendered
  }

  private func files(
    of output: PlannedOutput, worker: PageWorker
  ) throws -> [(path: SitePath, bytes: [UInt8])] {
    let path = try SitePath(output.permalink.outputPath)
    let small = SmallFiles(plan: site.plan, site: site.model.site, book: site.book)
    switch output.content {
    case .page(let page): return [(path, try worker.render(page))]
    case .feed(let feed): return [(path, try bytes(of: feed, worker: worker))]
    case .redirect(let target): return [(path, small.redirectPage(to: target))]
    case .asset(let asset):
      let folder = source.folder(try SitePath("content"))
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

  private func bytes(of feed: PlannedFeed, worker: PageWorker) throws -> [UInt8] {
    let pages = Dictionary(
      site.plan.pages.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    return try site.feeds.encode(feed) { item in
      guard let page = pages[item.page] else { return [] }
      return AbsoluteLinks.complete(
        try worker.renderContent(of: page), origin: site.book.base.origin,
        page: site.book.absoluteAddress(page.permalink))
    }
  }
}
