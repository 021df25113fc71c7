internal import BuildGraph
internal import CommonMark
internal import Content
internal import Files
internal import Fingerprints
internal import GregorianCalendar
internal import Synchronization
internal import Templates

/// Works out what each output is made from: as long as all fingerprints are the same, so are the
/// output's bytes.
///
/// A class, though it never changes, as every page looks into it many times.
final class InputFinder: Sendable {
  let site: PreparedSite
  let theme: ThemeReads
  /// Of everything that templates can see; only for programs that read something whole.
  let everything: Fingerprint
  private let digests: [String: Digest]
  private let assets: [String: Fingerprint]
  private let titles: [Permalink: String]
  /// The page of each subject, the first if there are several.
  let pages: [PlannedPage.Subject: PlannedPage]
  private let programs: [PageKind: PageProgram]
  /// The fingerprints of what pages of a kind read of `site`, where no page differs in that.
  private let shared = Mutex<[PageKind: [Fingerprint]?]>([:])

  /// - Parameter pages: All pages whose texts are shown; those of the plan unless others are given.
  init(
    site: PreparedSite, theme: ThemeReads, sources: SiteSources, pages: [PlannedPage]? = nil
  ) {
    self.site = site
    self.theme = theme
    everything =
      theme.readEverything ? Self.everything(in: site.model) : Fingerprint(number: 0)
    digests = Dictionary(
      sources.content.map { ($0.source.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    assets = Dictionary(
      sources.themeAssets.map { ($0.name, Fingerprint(of: $0.bytes)) },
      uniquingKeysWith: { first, _ in first })
    let pages = pages ?? site.plan.pages
    titles = Dictionary(
      pages.map { ($0.permalink, $0.title) }, uniquingKeysWith: { first, _ in first })
    self.pages = Dictionary(
      pages.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    programs = theme.pages.reduce(into: [:]) { programs, entry in
      programs[entry.key] = PageProgram(entry.value, kind: entry.key, schema: site.model.schema)
    }
  }

  /// The fingerprints of what a page reads of `site`; worked out once for a kind of page, unless
  /// directives in it show something else on each.
  func siteFingerprints(_ program: PageProgram, of page: PlannedPage) -> [Fingerprint] {
    if let known = shared.withLock({ $0[page.kind] }) {
      return known ?? PageInputs(finder: self, page: page).siteFingerprints(program)
    }
    let sighting = DirectiveSighting()
    let inputs = PageInputs(finder: self, page: page, sighting: sighting)
    let fingerprints = inputs.siteFingerprints(program)
    shared.withLock { $0[page.kind] = .some(sighting.hasSeen ? nil : fingerprints) }
    return fingerprints
  }

  /// The task that makes an output.
  func task(for output: PlannedOutput) -> BuildTask {
    switch output.content {
    case .page(let page): task(output, page)
    case .feed(let feed): task(output, feed)
    case .redirect(let target):
      task(output, "target") { fingerprinter in
        fingerprinter.add(titles[target])
        fingerprinter.add(site.model.site.settings.language)
        fingerprinter.add(site.book.absoluteAddress(target))
      }
    case .asset(let path): task(output, "file") { $0.add(digests[path]) }
    case .themeAsset(let name): task(output, "file") { $0.add(assets[name]?.number ?? 0) }
    case .editionRecord(let id):
      task(output, "edition") { fingerprinter in
        guard let edition = site.model.site.editions[id] else { return }
        fingerprinter.add(bytes: EditionRecord(of: edition, in: site.model.site).encoded())
      }
    case .sitemap:
      task(output, "pages") { fingerprinter in
        for page in site.plan.pages where page.kind != .notFound {
          fingerprinter.add(site.book.absoluteAddress(page.permalink))
          fingerprinter.add(page.updated)
        }
      }
    case .robots:
      task(output, "base-url") { $0.add(site.book.absoluteAddress(Permalink(page: []))) }
    case .redirectList:
      task(output, "redirects") { fingerprinter in
        for (from, to) in site.plan.redirects {
          fingerprinter.add(site.book.address(from))
          fingerprinter.add(site.book.address(to))
        }
      }
    }
  }

  private func task(
    _ output: PlannedOutput, _ key: String, _ feed: (inout Fingerprinter) -> Void
  ) -> BuildTask {
    BuildTask(name: output.permalink.path, keys: [key], fingerprints: [Fingerprint(feed)])
  }

  // MARK: Feeds

  private static let textsKey = "texts"
  private static let feedKeys = ["settings", "entries", textsKey]

  private func task(_ output: PlannedOutput, _ feed: PlannedFeed) -> BuildTask {
    let items = site.feeds.items(of: feed.channel)
    let settings = site.model.site.settings
    let fingerprints = [
      Fingerprint { fingerprinter in
        fingerprinter.add(settings.name)
        fingerprinter.add(settings.fullName)
        fingerprinter.add(settings.tagline)
        fingerprinter.add(settings.language)
        fingerprinter.add(settings.timeZone)
        fingerprinter.add(settings.licence?.name)
        fingerprinter.add(site.book.absoluteAddress(output.permalink))
      },
      Fingerprint { fingerprinter in
        for item in items { fingerprinter.add(item) }
      },
      texts(of: feed),
    ]
    return BuildTask(
      name: output.permalink.path, keys: Self.feedKeys, fingerprints: fingerprints)
  }

  private func texts(of feed: PlannedFeed) -> Fingerprint {
    Fingerprint { fingerprinter in
      for item in site.feeds.items(of: feed.channel) {
        guard let page = pages[item.page] else { continue }
        PageInputs(finder: self, page: page).addText(to: &fingerprinter)
      }
    }
  }

  /// What the input is called that is the texts an output shows, and its fingerprint; `nil` if it
  /// is no output that shows a text.
  func text(of output: PlannedOutput) -> (key: String, fingerprint: Fingerprint)? {
    switch output.content {
    case .page(let page):
      (
        PageProgram.textKey,
        Fingerprint { PageInputs(finder: self, page: page).addText(to: &$0) }
      )
    case .feed(let feed): (Self.textsKey, texts(of: feed))
    case .redirect, .asset, .themeAsset, .editionRecord, .sitemap, .robots, .redirectList: nil
    }
  }

  // MARK: Pages

  private func task(_ output: PlannedOutput, _ page: PlannedPage) -> BuildTask {
    guard let program = programs[page.kind] else {
      return BuildTask(name: output.permalink.path, keys: [], fingerprints: [])
    }
    return BuildTask(
      name: output.permalink.path, keys: program.keys,
      fingerprints: PageInputs(finder: self, page: page).fingerprints(program))
  }

  /// What pages of a kind read.
  func program(of kind: PageKind) -> PageProgram? { programs[kind] }

  /// The ways through the model that an output may read; empty for what is no page.
  func paths(of output: PlannedOutput) -> [String] {
    guard case .page(let page) = output.content, let program = programs[page.kind] else {
      return []
    }
    let globals = site.model.schema.globals(of: page.kind).map(\.name)
    return program.reads.graph.paths(globals: globals)
  }

  /// The digest of a source, named from the site's folder.
  func digest(of file: String) -> Digest? { digests[AddressBook.contentPath(file)] }

  private static func everything(in model: SiteModel) -> Fingerprint {
    Fingerprint { fingerprinter in
      fingerprinter.add(model.store.fingerprint())
      for term in model.terms { fingerprinter.add(term) }
      for call in model.directives { fingerprinter.add(call) }
    }
  }
}

extension Fingerprinter {
  mutating func add(_ digest: Digest?) {
    add(digest?.high ?? 0)
    add(digest?.low ?? 0)
  }

  mutating func add(_ day: CalendarDay?) { add(day.map(\.daysSince1970) ?? Int.min) }

  /// Feeds in a call as it was written.
  fileprivate mutating func add(_ call: DirectiveCall) {
    add(call.file)
    add(call.directive.name.text)
    add(call.directive.label?.text)
    add(call.directive.attributes?.id?.text)
    for pair in call.directive.attributes?.pairs ?? [] {
      add(pair.key.text)
      add(pair.value?.text)
    }
    add(bytes: call.content)
  }

  fileprivate mutating func add(_ item: FeedMaker.Item) {
    add(item.title)
    add(item.permalink.path)
    add(item.summary)
    add(item.published)
    add(item.updated)
    add(item.authors.count)
    for author in item.authors { add(author) }
    add(item.categories.count)
    for category in item.categories { add(category) }
  }
}
