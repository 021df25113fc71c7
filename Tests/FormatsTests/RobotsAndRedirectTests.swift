import Formats
import Testing

@Suite struct RobotsAndRedirectTests {
  private let home: AbsoluteURL

  init() throws { home = try #require(AbsoluteURL("https://example.org/")) }

  @Test func robotsMayGoEverywhereUnlessToldOtherwise() {
    let file = RobotsFile(sitemaps: [home.appending(path: "sitemap.xml")])
    #expect(
      String(decoding: file.encoded(), as: UTF8.self) == """
        User-agent: *
        Disallow:

        Sitemap: https://example.org/sitemap.xml

        """)
  }

  @Test func robotsRulesStayOnTheirLines() {
    let file = RobotsFile(groups: [
      .init(crawlers: ["A\nDisallow: /", "B # all"], disallowed: ["/drafts/é\nAllow: /#x$"]),
      .init(allowed: ["/a/b"], disallowed: ["/a/*"]),
    ])
    #expect(
      String(decoding: file.encoded(), as: UTF8.self) == """
        User-agent: ADisallow: /
        User-agent: B  all
        Disallow: /drafts/%C3%A9%0AAllow:%20/%23x$

        User-agent: *
        Allow: /a/b
        Disallow: /a/*

        """)
  }

  @Test func redirectPageWorksWithoutScripts() {
    let page = RedirectPage(
      target: .path("//projects/r&d \"x\"/"), canonical: home.appending(path: "projects/r&d/"),
      linkText: "R&D <project>")
    #expect(
      String(decoding: page.encoded(), as: UTF8.self) == """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>Page moved</title>
        <link rel="canonical" href="https://example.org/projects/r&amp;d/">
        <meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url=/projects/r&amp;d%20%22x%22/">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        </head>
        <body>
        <main>
        <h1>Page moved</h1>
        <p>This page has moved to <a href="/projects/r&amp;d%20%22x%22/">R&amp;D &lt;project&gt;</a>.</p>
        </main>
        </body>
        </html>

        """)
  }

  @Test func redirectRulesCannotBeWidened() {
    let rules = RedirectRules(rules: [
      .init(source: "/old/", target: .path("new/")),
      .init(source: "a b/*/:id\n/x", target: .address(home), status: .temporary),
    ])
    #expect(
      String(decoding: rules.encoded(), as: UTF8.self) == """
        /old/ /new/ 301
        /a%20b/%2A/%3Aid%0A/x https://example.org/ 302

        """)
  }
}
