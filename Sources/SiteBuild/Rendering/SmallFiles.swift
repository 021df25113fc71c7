internal import Content
internal import Formats

/// Makes the files that only list addresses: sitemap, robots, redirects.
struct SmallFiles {
  let plan: OutputPlan
  let site: Site
  let book: AddressBook

  /// The sitemap of every page but redirects and the page for what is not found.
  func sitemap() -> [Sitemap.File] {
    guard let home = AbsoluteURL(book.absoluteAddress(Permalink(page: []))) else { return [] }
    let entries = plan.pages.filter { $0.kind != .notFound }.map { page in
      Sitemap.Entry(
        page: home.appending(path: page.permalink.path),
        lastChanged: page.updated.map { .day($0) })
    }
    return Sitemap.files(for: entries, in: home)
  }

  func robots() -> [UInt8] {
    let sitemap = Permalink(path: "/sitemap.xml").flatMap {
      AbsoluteURL(book.absoluteAddress($0))
    }
    return RobotsFile(sitemaps: sitemap.map { [$0] } ?? []).encoded()
  }

  func redirectPage(to target: Permalink) -> [UInt8] {
    guard let canonical = AbsoluteURL(book.absoluteAddress(target)) else { return [] }
    return RedirectPage(
      target: .path(book.address(target)), canonical: canonical,
      linkText: title(of: target), language: site.settings.language
    ).encoded()
  }

  /// The redirects as rules for servers that read a `_redirects` file.
  func redirectList() -> [UInt8] {
    let rules = plan.redirects.map { source, target in
      RedirectRules.Rule(
        source: book.address(source), target: .path(book.address(target)),
        // What leads to the newest edition leads elsewhere next month.
        status: source == Self.latest ? .temporary : .permanent)
    }
    return RedirectRules(rules: rules).encoded()
  }

  private static let latest = Permalink(page: ["sprints", "latest"])

  private func title(of target: Permalink) -> String {
    plan.pages.first { $0.permalink == target }?.title ?? book.address(target)
  }
}
