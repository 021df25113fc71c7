import Files
import Foundation
import SiteBuild
import Testing

@Suite struct BlogTests {
  private static func posts(_ count: Int) -> [String: String] {
    var files = ["content/organisations.yaml": "- id: team\n  name: The team\n  kind: other\n"]
    for number in 0..<count {
      let day = String(format: "2024-%02d-%02d", number / 28 % 12 + 1, number % 28 + 1)
      files["content/blog/\(day)-post-\(number).md"] = """
        ---
        title: Post \(number)
        date: \(day)
        authors: [team]
        summary: About \(number).
        tags: [even, "Tag \(number % 7)"]
        ---

        Text of post \(number) with [a link](../pages/about.md) and **words**.
        """
    }
    files["content/pages/about.md"] = "# About\n\nText.\n"
    return files
  }

  @Test func listsHoldTwentyPostsAPage() async throws {
    let site = try SampleSite(Self.posts(45))
    let report = try await site.build(at: "2025-01-01")
    #expect(report.text() == "")
    let files = try site.published().keys.filter { $0.hasPrefix("blog/") && !$0.contains("-post-") }
    #expect(
      files.sorted() == [
        "blog/authors/index.html", "blog/authors/team/index.html",
        "blog/authors/team/page/2/index.html", "blog/authors/team/page/3/index.html",
        "blog/feed.atom", "blog/feed.rss", "blog/index.html", "blog/page/2/index.html",
        "blog/page/3/index.html", "blog/tags/even/index.html",
        "blog/tags/even/page/2/index.html", "blog/tags/even/page/3/index.html",
        "blog/tags/index.html", "blog/tags/tag-0/index.html", "blog/tags/tag-1/index.html",
        "blog/tags/tag-2/index.html", "blog/tags/tag-3/index.html", "blog/tags/tag-4/index.html",
        "blog/tags/tag-5/index.html", "blog/tags/tag-6/index.html",
      ])
    let last = try site.page("blog/page/3/index.html")
    #expect(last.headings.filter { $0 == 2 }.count == 5)
    #expect(last.links.contains("/blog/page/2/"))
    #expect(last.title == "Blog, page 3 of 3 – Notes")
  }

  @Test func postsLinkToTheirNeighboursTagsAndAuthors() async throws {
    let site = try SampleSite(Self.posts(3))
    _ = try await site.build(at: "2025-01-01")
    let page = try site.page("blog/2024-01-02-post-1/index.html")
    for link in [
      "/blog/2024-01-01-post-0/", "/blog/2024-01-03-post-2/", "/blog/tags/even/",
      "/blog/tags/tag-1/", "/blog/authors/team/", "/about/",
    ] { #expect(page.links.contains(link), "\(link)") }
  }

  @Test func aThousandPostsBuild() async throws {
    let site = try SampleSite(Self.posts(1000))
    let report = try await site.build(at: "2025-01-01")
    #expect(report.text() == "")
    // 1,000 posts; 50 pages for each of the blog, the tag of all and the author; 7 tags of 143 or
    // 142 posts in 8 pages; 2 term indexes; home, about, 404, stylesheet, 4 feeds, sitemap, robots,
    // redirects.
    #expect(report.outputCount == 1000 + 150 + 7 * 8 + 2 + 11)
  }

  @Test func draftsEmbargoedAndExpiredPostsLeaveNoTrace() async throws {
    var files = Self.posts(2)
    files["content/blog/2024-02-01-draft.md"] =
      "---\ntitle: Hushdraft\ndraft: true\ntags: [hushtag]\n---\nHushbody.\n"
    files["content/blog/2024-02-02-later.md"] =
      "---\ntitle: Hushlater\npublish: 2025-01-02\n---\nHushbody.\n"
    files["content/blog/2024-02-03-gone.md"] =
      "---\ntitle: Hushgone\nexpires: 2025-01-01\n---\nHushbody.\n"
    files["content/blog/2024-02-04-hushbundle/index.md"] =
      "---\ntitle: Hushbundle\ndraft: true\n---\n![Hush](hushphoto.svg)\n"
    files["content/blog/2024-02-04-hushbundle/hushphoto.svg"] = "<svg/>"
    let site = try SampleSite(files)
    #expect(try await site.build(at: "2025-01-01T12:00").text() == "")
    for (path, data) in try site.published() {
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!text.contains("hush") && !path.contains("hush"), "\(path)")
    }
    _ = try await site.build(at: "2025-01-02")
    #expect(try site.text("blog/index.html").contains("Hushlater"))
    _ = try await site.build(at: "2024-12-31", drafts: true)
    #expect(try site.text("blog/index.html").contains("Hushdraft"))
    #expect(try site.text("blog/index.html").contains("Hushgone"))
    #expect(try site.published()["blog/2024-02-04-hushbundle/hushphoto.svg"] != nil)
  }

  @Test func aRemovedPostIsRemovedAndNothingElse() async throws {
    let site = try SampleSite(Self.posts(3))
    _ = try await site.build(at: "2025-01-01")
    try site.write("output/keep.txt", "mine")
    try site.remove("content/blog/2024-01-03-post-2.md")
    let result = try #require(try await site.build(at: "2025-01-01").result)
    #expect(
      result.removed.map(\.text) == [
        "blog/2024-01-03-post-2/index.html", "blog/tags/tag-2/index.html",
      ])
    #expect(try site.text("keep.txt") == "mine")
  }

  @Test func aliasesLeadToTheirPage() async throws {
    let site = try SampleSite([
      "content/blog/2024-01-01-new.md": "---\ntitle: New\naliases: [/old/post/]\n---\nText.\n"
    ])
    _ = try await site.build(at: "2025-01-01")
    let redirect = try site.text("old/post/index.html")
    #expect(redirect.contains("url=/blog/2024-01-01-new/"))
    #expect(
      redirect.contains(
        "<link rel=\"canonical\" href=\"https://notes.example.org/blog/2024-01-01-new/\">"))
    #expect(try site.text("_redirects") == "/old/post/ /blog/2024-01-01-new/ 301\n")
    #expect(PublishedPage(redirect).faults == [])
  }

  @Test func feedsHoldTheWholeTextWithCompleteLinks() async throws {
    let site = try SampleSite(Self.posts(2))
    _ = try await site.build(at: "2025-01-01")
    let feed = try site.text("blog/feed.atom")
    #expect(feed.contains("<id>tag:notes.example.org,2024:/blog/2024-01-02-post-1/</id>"))
    #expect(feed.contains("<updated>2024-01-02T00:00:00Z</updated>"))
    #expect(feed.contains("href=\"https://notes.example.org/about/\""))
    #expect(!feed.contains("href=\"/"))
  }

  @Test func aBasePathIsBeforeEveryAddress() async throws {
    var files = Self.posts(2)
    files["content/site.yaml"] = "name: Notes\nbase-url: https://example.org/team/notes/\n"
    let site = try SampleSite(files)
    #expect(try await site.build(at: "2025-01-01").text() == "")
    for (path, data) in try site.published() where path.hasSuffix(".html") {
      for link in PublishedPage(String(decoding: data, as: UTF8.self)).links
      where link.hasPrefix("/") {
        #expect(link.hasPrefix("/team/notes/"), "\(path): \(link)")
      }
    }
  }
}
