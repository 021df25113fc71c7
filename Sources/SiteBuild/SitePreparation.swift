internal import CommonMark
internal import Content
internal import Diagnostics
internal import Templates

/// A site with everything decided that rendering needs: its plan, its model and its programs.
struct PreparedSite: Sendable {
  let plan: OutputPlan
  let book: AddressBook
  let model: SiteModel
  let programs: SitePrograms
  let feeds: FeedMaker
}

/// Plans the outputs, lays out the model and checks templates, links and components against it.
enum SitePreparation {
  /// Prepares a site; there is none when an output cannot be made.
  static func prepare(
    _ site: Site, zone: SiteZone, sources: SiteSources, jobs: Int
  ) async throws -> (site: PreparedSite?, diagnostics: [Diagnostic]) {
    let (plan, places) = await ConcurrentMap.both(jobs: jobs) {
      OutputPlan(site: site, themeAssets: sources.themeAssets.map(\.name))
    } _: {
      AddressBook(site: site)
    }
    let book = places.publishing(plan.outputs.map(\.permalink))
    let maker = FeedMaker(site: site, book: book, zone: zone)
    let schema = ModelSchema()
    let writer = FragmentWriter(
      links: LinkResolver(book: book), glossary: site.glossary,
      wellKnown: site.settings.wellKnown)
    let (model, (programs, diagnostics)) = try await ConcurrentMap.both(jobs: jobs) {
      SiteModel(
        site: site, writer: writer, feeds: Self.links(to: plan, maker: maker), schema: schema)
    } and: {
      try await Self.programs(
        for: site, plan: plan, sources: sources, schema: schema, writer: writer, jobs: jobs)
    }
    let prepared = PreparedSite(
      plan: plan, book: book, model: model, programs: programs, feeds: maker)
    return (prepared, diagnostics)
  }

  /// Everything that `prepare` finds wrong, without laying out what pages would show.
  static func faults(
    in site: Site, sources: SiteSources, jobs: Int
  ) async throws -> Faults {
    let (plan, places) = await ConcurrentMap.both(jobs: jobs) {
      OutputPlan(site: site, themeAssets: sources.themeAssets.map(\.name))
    } _: {
      AddressBook(site: site)
    }
    let book = places.publishing(plan.outputs.map(\.permalink))
    let writer = FragmentWriter(
      links: LinkResolver(book: book), glossary: site.glossary,
      wellKnown: site.settings.wellKnown)
    let (_, diagnostics) = try await programs(
      for: site, plan: plan, sources: sources, schema: ModelSchema(), writer: writer,
      leavesOutBuiltIn: true, jobs: jobs)
    return Faults(plan: plan, book: book, diagnostics: diagnostics)
  }

  /// What is wrong, with what it was found by.
  struct Faults: Sendable {
    let plan: OutputPlan
    let book: AddressBook
    let diagnostics: [Diagnostic]
  }

  /// Compiles the templates, and checks the plan, links and directives beside them.
  ///
  /// - Parameter leavesOutBuiltIn: Whether templates in which nothing can be wrong are left out.
  static func programs(
    for site: Site, plan: OutputPlan, sources: SiteSources, schema: ModelSchema,
    writer: FragmentWriter, leavesOutBuiltIn: Bool = false, jobs: Int
  ) async throws -> (programs: SitePrograms, diagnostics: [Diagnostic]) {
    let host = SiteHost.functions(
      base: site.settings.baseURL, themeAssets: Set(sources.themeAssets.map(\.name)),
      writer: writer)
    let lines = site.lines
    let uses = DirectiveUses(in: site, lines)
    let isKnown = leavesOutBuiltIn && sources.hasOnlyBuiltInTemplates
    let (found, (programs, faults)) = try await ConcurrentMap.both(jobs: jobs) {
      PlanChecker.check(plan, of: site) + LinkChecker.check(site, lines, links: writer.links)
        + lines.flatMap(\.findings)
    } and: {
      try await SitePrograms.compile(
        isKnown ? sources.parts(calling: uses.names) : sources.templates,
        kinds: isKnown ? [] : Set(plan.pages.map(\.kind)),
        leavingOut: sources.unusedComponents(besides: uses.names), schema: schema, host: host,
        site: site, jobs: jobs)
    }
    return (programs, found + uses.check(programs.components) + faults)
  }

  /// The feeds that pages offer: one format is enough for a reader to choose from.
  private static func links(to plan: OutputPlan, maker: FeedMaker) -> [FeedLink] {
    plan.outputs.compactMap { output in
      guard case .feed(let feed) = output.content, feed.format == .atom else { return nil }
      return FeedLink(
        title: "Feed of \(maker.title(of: feed.channel))", permalink: output.permalink,
        mediaType: feed.format.mediaType)
    }
  }
}
