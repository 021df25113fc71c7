import Files
import Foundation
import SiteBuild
import Testing

/// One edit of a built site, and exactly the outputs that it makes the next build render.
@Suite struct EditTableTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    /// How much of the site the build should look at.
    let extent: BuildReport.Extent
    let apply: @Sendable (SampleSite) throws -> Void
    let rendered: [String]

    var testDescription: String { name }
  }

  private static let count = 50
  private static let middle = 25

  private static let edits: [Edit] = [
    Edit(name: "nothing", extent: .texts) { _ in
    } rendered: {
      []
    },
    Edit(name: "the text of a post that no feed has", extent: .texts) { site in
      try site.replace("Text of post", with: "The text of post", in: EditedSite.path(middle))
    } rendered: {
      [EditedSite.address(middle)]
    },
    Edit(name: "a comment in front matter") { site in
      try site.replace("title:", with: "# A remark.\ntitle:", in: EditedSite.path(middle))
    } rendered: {
      [EditedSite.address(middle)]
    },
    Edit(name: "the text of a post that feeds have", extent: .texts) { site in
      try site.replace("Text of post", with: "The text of post", in: EditedSite.path(count - 1))
    } rendered: {
      [EditedSite.address(count - 1)] + feeds
    },
    Edit(name: "the title of a post") { site in
      try site.replace("title: Post", with: "title: A post", in: EditedSite.path(middle))
    } rendered: {
      // Itself, its neighbours, and the list pages it is on: of all, of the author, of two tags.
      [
        EditedSite.address(middle), EditedSite.address(middle - 1), EditedSite.address(middle + 1),
        "/blog/page/2/", "/blog/authors/ecda/page/2/", "/blog/tags/all/page/2/",
        "/blog/tags/tag-1/",
        // It says which posts use which abbreviation.
        "/glossary/",
      ]
    },
    Edit(name: "the summary of a post") { site in
      try site.replace("summary: About", with: "summary: On", in: EditedSite.path(middle))
    } rendered: {
      [
        EditedSite.address(middle), "/blog/page/2/", "/blog/authors/ecda/page/2/",
        "/blog/tags/all/page/2/", "/blog/tags/tag-1/",
      ]
    },
    Edit(name: "a plain page after its first paragraph", extent: .texts) { site in
      try site.write("content/pages/short.md", "# Short\n\nIt is short.\n\nVery short.\n")
    } rendered: {
      ["/short/"]
    },
    Edit(name: "the first paragraph of a plain page, which is its summary") { site in
      try site.write("content/pages/short.md", "# Short\n\nIt is very short.\n")
    } rendered: {
      ["/short/"]
    },
    Edit(name: "a heading in a text, to which links may lead") { site in
      try site.replace("## A heading", with: "## Another", in: EditedSite.path(middle))
    } rendered: {
      [EditedSite.address(middle)]
    },
    Edit(name: "a directive in a text", extent: .texts) { site in
      try site.replace(
        "Text of post",
        with: "::metrics{channel=blog period=2021-09}\n\n::impact{sprint=2021-09}\n\nText",
        in: EditedSite.path(middle))
    } rendered: {
      [EditedSite.address(middle)]
    },
    Edit(name: "a link in a text", extent: .texts) { site in
      let target = EditedSite.path(3).replacing("content/blog/", with: "")
      try site.replace(
        "a link](../pages/about.md", with: "a link](\(target)", in: EditedSite.path(middle))
    } rendered: {
      [EditedSite.address(middle)]
    },
    Edit(name: "the bytes of an image") { site in
      try site.write("content/images/figure.svg", "<svg/>")
    } rendered: {
      ["/images/figure.svg"]
    },
    Edit(name: "a post's template") { site in
      try site.replace("<article", with: "<article data-new", in: "templates/post.html")
    } rendered: {
      allPosts
    },
    Edit(name: "a template that says nothing new") { site in
      try site.replace(
        "{% extends", with: "{# A remark. #}{% extends", in: "templates/glossary.html")
    } rendered: {
      ["/glossary/"]
    },
    Edit(name: "an output that someone has changed") { site in
      try site.write("output/short/index.html", "spoilt")
    } rendered: {
      ["/short/"]
    },
    Edit(name: "an output that someone has removed") { site in
      try site.remove("output/robots.txt")
    } rendered: {
      ["/robots.txt"]
    },
    Edit(name: "an output that was written again as it was") { site in
      try site.write("output/short/index.html", try site.text("short/index.html"))
    } rendered: {
      []
    },
    Edit(name: "a file that was written again as it was", extent: .texts) { site in
      try site.write(EditedSite.path(middle), EditedSite.post(middle))
    } rendered: {
      []
    },
  ]

  private static let feeds = [
    "/blog/feed.atom", "/blog/feed.rss", "/feed.atom", "/feed.rss",
  ]

  private static let allPosts =
    (0..<count).map { EditedSite.address($0) } + [
      "/blog/2021-10-05-two-september-events/", "/blog/2021-10-12-evidence-behind-a-bid/",
      "/blog/2021-10-19-what-governance-is-waiting-for/",
    ]

  @Test(arguments: edits)
  func rendersWhatShowsTheChange(edit: Edit) async throws {
    let edited = try EditedSite(posts: Self.count)
    _ = try await edited.rendered()
    try edit.apply(edited.site)
    let report = try await edited.site.build(at: "2021-10-20")
    #expect(report.rendered.map(\.address).sorted() == Set(edit.rendered).sorted())
    #expect(report.extent == edit.extent)
    try await edited.expectSameAsClean(edit.name)
    #expect(try await edited.rendered() == [])
  }
}

extension EditTableTests {
  @Test func aSettingIsSeenWhereItIsShownAndNowhereElse() async throws {
    let edited = try EditedSite(posts: 3)
    _ = try await edited.rendered()
    try edited.site.replace("Data, People, Action", with: "Data first", in: "content/site.yaml")
    let rendered = try await edited.rendered()
    let showing = try edited.site.published().filter { $0.value.contains("Data first".utf8) }.keys
      .map { "/" + $0.replacing("index.html", with: "") }
    #expect(rendered == Set(showing))
    #expect(showing.count > 20)
    try await edited.expectSameAsClean("a new tagline")
  }

  @Test func whatLooksAsBeforeIsNotRead() async throws {
    let edited = try EditedSite(posts: 30)
    func build() async throws -> BuildReport {
      try await edited.site.build { $0.coarsestTick = 0 }
    }
    let first = try await build()
    #expect(first.readCount > 50)
    let second = try await build()
    #expect(second.readCount == 0 && second.rendered == [] && second.result?.added == [])
    #expect(second.outputCount == first.outputCount && second.files == first.files)
    try edited.site.replace("Text of post", with: "A text of post", in: EditedSite.path(7))
    let third = try await build()
    // The post; and the sources of all kinds that are small in number are parsed in every build.
    #expect(third.rendered.map(\.address) == [EditedSite.address(7)])
    #expect(third.readCount < 40)
  }
}

extension EditTableTests.Edit {
  fileprivate init(
    name: String, extent: BuildReport.Extent = .site,
    _ apply: @escaping @Sendable (SampleSite) throws -> Void, rendered: () -> [String]
  ) {
    self.init(name: name, extent: extent, apply: apply, rendered: rendered())
  }
}
