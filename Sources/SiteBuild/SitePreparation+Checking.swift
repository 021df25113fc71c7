internal import CommonMark
internal import Content
internal import Diagnostics
internal import Templates

extension SitePreparation {
  /// Everything that `prepare` finds wrong, without laying out what pages would show.
  static func faults(in site: Site, sources: SiteSources) -> [Diagnostic] {
    let plan = OutputPlan(site: site, themeAssets: sources.themeAssets.map(\.name))
    let book = AddressBook(site: site, published: plan.outputs.map(\.permalink))
    let links = LinkResolver(book: book)
    let writer = FragmentWriter(
      links: links, glossary: site.glossary, wellKnown: site.settings.wellKnown)
    let host = SiteHost.functions(
      base: site.settings.baseURL, themeAssets: Set(sources.themeAssets.map(\.name)),
      writer: writer)
    let (programs, faults) = SitePrograms.compile(
      sources.templates, for: plan, schema: ModelSchema(), host: host, site: site)
    return PlanChecker.check(plan) + LinkChecker.check(site, links: links)
      + checkDirectives(of: site, programs.components) + faults
  }
}
