internal import CommonMark
internal import Content
internal import Diagnostics

/// Decides which pages, feeds, redirects and files a site has.
struct OutputPlanner {
  let site: Site

  static let home = PlannedPage.Breadcrumb(title: "Home", permalink: Permalink(page: []))

  private func crumb(_ title: String, _ words: String...) -> PlannedPage.Breadcrumb {
    PlannedPage.Breadcrumb(title: title, permalink: Permalink(page: words))
  }

  func pages() -> [PlannedPage] {
    [homePage] + editionPages + projectPages + impactPages + eventPages + blogPages
      + registerPages + plainPages
  }

  private var homePage: PlannedPage {
    PlannedPage(
      kind: .home, permalink: Permalink(page: []),
      title: site.settings.fullName ?? site.settings.name,
      summary: site.latestEdition?.summary ?? site.settings.tagline, updated: site.lastChanged)
  }

  private var editionPages: [PlannedPage] {
    guard let latest = site.latestEdition else { return [] }
    let list = crumb("Sprint notes", "sprints")
    let index = PlannedPage(
      kind: .editions, permalink: list.permalink, title: list.title,
      summary: "All editions of the sprint notes, newest first.", breadcrumbs: [Self.home],
      updated: latest.changed)
    return [index]
      + site.editions.map { edition in
        PlannedPage(
          kind: .edition, permalink: edition.permalink, title: edition.title,
          summary: edition.summary, breadcrumbs: [Self.home, list],
          subject: .edition(edition.id), updated: edition.changed,
          language: edition.header.language)
      }
      + site.editions.map { edition in
        PlannedPage(
          kind: .board, permalink: edition.boardPermalink, title: "For boards: \(edition.title)",
          summary: "What projects need, what waits for a decision, and what is due.",
          breadcrumbs: [
            Self.home, list,
            PlannedPage.Breadcrumb(title: edition.title, permalink: edition.permalink),
          ], subject: .board(edition.id), updated: edition.changed,
          language: edition.header.language)
      }
      + site.reportedQuarters.map { quarter in
        PlannedPage(
          kind: .engagement, permalink: QuarterReport.permalink(of: quarter),
          title: "Engagement, \(quarter.label)",
          summary: "Every figure of \(quarter.label), as stated and as worked out.",
          breadcrumbs: [Self.home, list], subject: .quarter(quarter),
          updated: site.quarterReport(quarter).editions.map(\.changed).max())
      }
  }

  private var projectPages: [PlannedPage] {
    guard !site.projects.isEmpty else { return [] }
    let list = crumb("Projects", "projects")
    let index = PlannedPage(
      kind: .projects, permalink: list.permalink, title: list.title,
      summary: "Where every project stands, and what past projects achieved.",
      breadcrumbs: [Self.home], updated: site.latestEdition?.changed)
    return [index]
      + site.projects.map { project in
        PlannedPage(
          kind: .project, permalink: project.permalink, title: project.title,
          summary: project.question?.value ?? project.aim?.value, breadcrumbs: [Self.home, list],
          subject: .project(project.id), updated: site.lastUpdate(of: project),
          language: project.header.language)
      }
  }

  private var impactPages: [PlannedPage] {
    guard !site.impactStories.isEmpty else { return [] }
    let list = crumb("Impact", "impact")
    let index = PlannedPage(
      kind: .impact, permalink: list.permalink, title: list.title,
      summary: "What came of the work for others.", breadcrumbs: [Self.home])
    return [index]
      + site.impactStories.map { story in
        PlannedPage(
          kind: .story, permalink: story.permalink, title: story.title,
          summary: story.body.excerpt, breadcrumbs: [Self.home, list],
          subject: .story(story.id), language: story.header.language)
      }
  }

  private var eventPages: [PlannedPage] {
    guard !site.events.isEmpty else { return [] }
    let list = crumb("Events", "events")
    let index = PlannedPage(
      kind: .events, permalink: list.permalink, title: list.title,
      summary: "Events of the network, newest first.", breadcrumbs: [Self.home])
    return [index]
      + site.events.map { event in
        PlannedPage(
          kind: .event, permalink: event.permalink, title: event.title,
          summary: event.theme ?? event.body.excerpt, breadcrumbs: [Self.home, list],
          subject: .event(event.id), language: event.header.language)
      }
  }

  private var registerPages: [PlannedPage] {
    var pages: [PlannedPage] = []
    if !site.glossary.terms.isEmpty {
      pages.append(
        PlannedPage(
          kind: .glossary, permalink: Glossary.Term.listPermalink, title: "Glossary",
          summary: "The abbreviations in these pages and what they stand for.",
          breadcrumbs: [Self.home]))
    }
    if site.latestEdition != nil {
      pages.append(
        PlannedPage(
          kind: .next, permalink: Permalink(page: ["next"]), title: "What's next",
          summary: "Everything that is to be done or needed, by the month it is due.",
          breadcrumbs: [Self.home], updated: site.latestEdition?.changed))
    }
    return pages
  }

  private var plainPages: [PlannedPage] {
    let notFound = PlannedPage(
      kind: .notFound, permalink: Self.notFoundPermalink, title: "Page not found")
    return site.pages.map { page in
      PlannedPage(
        kind: .page, permalink: page.permalink, title: page.title,
        summary: page.summary ?? page.body.excerpt, breadcrumbs: [Self.home],
        subject: .page(page.id), updated: page.updated, language: page.header.language)
    } + [notFound]
  }

  static var notFoundPermalink: Permalink {
    guard let permalink = Permalink(path: "/404.html") else {
      preconditionFailure("a fixed address is well formed")
    }
    return permalink
  }
}

// MARK: - The blog

extension OutputPlanner {
  private var blogPages: [PlannedPage] {
    guard !site.posts.isEmpty else { return [] }
    let list = crumb("Blog", "blog")
    let index = lists(
      .blog, of: site.posts.count, at: ["blog"], title: list.title,
      summary: "Posts on methods, projects and their impact.", breadcrumbs: [Self.home])
    let posts = site.posts.map { post in
      PlannedPage(
        kind: .post, permalink: post.permalink, title: post.title, summary: post.summary,
        breadcrumbs: [Self.home, list], subject: .post(post.id), updated: post.date,
        language: post.header.language)
    }
    return index + posts + Taxonomy.allCases.flatMap { taxonomyPages($0, under: list) }
  }

  private func taxonomyPages(
    _ taxonomy: Taxonomy, under blog: PlannedPage.Breadcrumb
  ) -> [PlannedPage] {
    let terms = site.taxonomies.terms(of: taxonomy)
    guard !terms.isEmpty else { return [] }
    let list = PlannedPage.Breadcrumb(title: taxonomy.title, permalink: taxonomy.permalink)
    let index = PlannedPage(
      kind: .taxonomy, permalink: list.permalink, title: list.title,
      summary: "\(taxonomy.title) of the blog's posts.", breadcrumbs: [Self.home, blog],
      subject: .taxonomy(taxonomy))
    return [index]
      + terms.flatMap { term in
        lists(
          .term, of: term.posts.count, at: ["blog", taxonomy.rawValue, term.id],
          title: term.name, summary: nil, breadcrumbs: [Self.home, blog, list],
          subject: .term(taxonomy, id: term.id))
      }
  }

  /// The pages of one list of posts.
  private func lists(
    _ kind: PageKind, of count: Int, at base: [String], title: String, summary: String?,
    breadcrumbs: [PlannedPage.Breadcrumb], subject: PlannedPage.Subject = .none
  ) -> [PlannedPage] {
    Pagination.pages(of: count, size: site.settings.pageSize, at: base).map { pagination in
      let number = pagination.number
      return PlannedPage(
        kind: kind, permalink: pagination.pages[number - 1],
        title: number == 1 ? title : "\(title), page \(number) of \(pagination.pages.count)",
        summary: summary, breadcrumbs: breadcrumbs, subject: subject, pagination: pagination)
    }
  }
}

// MARK: - Everything that is not a page

extension OutputPlanner {
  func feeds() -> [PlannedOutput] {
    var channels: [PlannedFeed.Channel] = []
    if !site.editions.isEmpty || !site.posts.isEmpty { channels.append(.everything) }
    if !site.editions.isEmpty { channels.append(.sprintNotes) }
    if !site.posts.isEmpty { channels.append(.blog) }
    return channels.flatMap { channel in
      PlannedFeed.Format.allCases.compactMap { format in
        let feed = PlannedFeed(channel: channel, format: format)
        return feed.permalink.map { PlannedOutput($0, .feed(feed)) }
      }
    }
  }

  func redirects() -> [PlannedOutput] {
    var outputs: [PlannedOutput] = []
    if let latest = site.latestEdition {
      let alias = Permalink(page: ["sprints", "latest"])
      outputs.append(PlannedOutput(alias, .redirect(to: latest.permalink)))
    }
    for (header, target) in site.movedHeaders {
      for alias in header.aliases {
        guard let permalink = Self.page(at: alias.value) else { continue }
        outputs.append(
          PlannedOutput(
            permalink, .redirect(to: target), origin: header.origin.location(alias.span)))
      }
    }
    return outputs
  }

  /// The address of an old page; one written without its last slash was a page all the same,
  /// unless its name has an ending.
  private static func page(at path: String) -> Permalink? {
    let last = path.split(separator: "/").last ?? ""
    let isFile = path.hasSuffix("/") || last.contains(".")
    return Permalink(path: isFile ? path : path + "/")
  }

  func files(themeAssets: [String]) -> [PlannedOutput] {
    var outputs = site.assets.map { asset in
      PlannedOutput(
        asset.permalink, .asset(path: asset.path),
        origin: SourceLocation(file: "content/\(asset.path)", span: 0..<0))
    }
    outputs += themeAssets.compactMap { name in
      Permalink(path: "/\(name)").map {
        PlannedOutput(
          $0, .themeAsset(name: name),
          origin: SourceLocation(file: "templates/\(name)", span: 0..<0))
      }
    }
    outputs += site.editions.compactMap { edition in
      EditionRecord.permalink(of: edition).map {
        PlannedOutput($0, .editionRecord(edition.id), origin: edition.header.origin.location)
      }
    }
    let fixed: [(String, PlannedOutput.Content)] = [
      ("/sitemap.xml", .sitemap), ("/robots.txt", .robots), ("/_redirects", .redirectList),
    ]
    outputs += fixed.compactMap { path, content in
      Permalink(path: path).map { PlannedOutput($0, content) }
    }
    return outputs
  }
}
