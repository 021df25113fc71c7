import Foundation
import SiteBuild
import Testing

/// Nothing of what is hidden is in any published file, searched for by a word that is nowhere else.
@Suite struct HiddenContentTests {
  private static let marker = "Zyxomark"

  /// Ways of being hidden, as front matter on 20 October 2021.
  enum Hiding: String, CaseIterable, Sendable {
    case draft = "draft: true"
    case embargoed = "publish: 2021-10-21"
    case expired = "expires: 2021-10-20"
  }

  private static func post(_ hiding: Hiding) -> String {
    """
    ---
    title: \(marker) post
    summary: \(marker) summary
    authors: [ecda]
    tags: [\(marker)]
    projects: [istv]
    aliases: [/\(marker)-post/]
    \(hiding.rawValue)
    ---

    \(marker) text. [A link](project:istv)
    """
  }

  private static func edition(_ hiding: String) -> String {
    """
    ---
    title: \(marker) notes
    period: 2021-10
    summary: \(marker) summary
    projects: [istv, hidden-project]
    reports-quarter: 2021-10/2021-12
    corrections: [{date: 2021-11-20, text: \(marker)}]
    \(hiding)
    ---

    \(marker) text

    ## Programme: what's next

    - \(marker) step {#\(marker.lowercased())-step due=2021-12}
    """
  }

  private static let update = """
    ---
    project: istv
    sprint: 2021-10
    ---

    ## Since last time

    - [x] #istv-data-spec \(marker)
    - [>] #istv-police-dpia \(marker)

    ## Done

    \(marker)

    ## Next

    - \(marker) next {#\(marker.lowercased())-next due=2021-11 owner=jen-housego}
    """

  private func addAll(_ hiding: Hiding, to site: SampleSite) throws {
    let name = Self.marker.lowercased()
    func entity(_ fields: String) -> String {
      "---\ntitle: \(Self.marker)\n\(fields)\n\(hiding.rawValue)\n---\n\n\(Self.marker) text\n"
    }
    try site.write("content/blog/2021-10-01-\(name)/index.md", Self.post(hiding))
    try site.write("content/blog/2021-10-01-\(name)/\(name).txt", Self.marker)
    try site.write("content/pages/\(name).md", entity(""))
    try site.write(
      "content/projects/hidden-project.md", entity("status: active\nquestion: \(Self.marker)?"))
    try site.write(
      "content/events/2021-09-20-\(name).md",
      entity("kind: other\ndate: 2021-09-20\norganiser: ecda\nattendance: 3"))
    try site.write(
      "content/impact/2021-09-\(name).md",
      entity("sprint: 2021-09\nlevel: outcome\nevidence: [istv]"))
    try site.write("content/sprints/2021-10/index.md", Self.edition(hiding.rawValue))
    try site.write("content/sprints/2021-10/updates/istv.md", Self.update)
    try site.write(
      "content/sprints/2021-10/published.json",
      "{\"format\": \"gazette-edition-1\", \"title\": \"\(Self.marker)\"}")
    let figures = try String(
      contentsOf: site.folder.appending(path: "content/metrics/observations.csv"), encoding: .utf8)
    try site.write(
      "content/metrics/observations.csv",
      figures + "blog.posts,2021-09,7,exact,\(Self.marker),2021-10,\(Self.marker)\n")
  }

  private func expectNoTrace(in site: SampleSite) throws {
    let files = try site.published()
    #expect(files.count > 50)
    for (path, data) in files {
      #expect(!path.lowercased().contains(Self.marker.lowercased()))
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!text.contains(Self.marker.lowercased()), "\(path)")
    }
  }

  @Test(arguments: Hiding.allCases)
  func whatIsHiddenLeavesNoTrace(hiding: Hiding) async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build(output: "without")
    try addAll(hiding, to: site)
    #expect(try await site.build().text() == "")
    try expectNoTrace(in: site)
    #expect(try site.published() == site.published("without"))
  }

  @Test(arguments: ["state: draft", "state: review"])
  func anEditionThatIsNotFinishedLeavesNoTrace(state: String) async throws {
    let site = try SampleSite.ofThisRepository()
    try site.write("content/projects/hidden-project.md", "---\ntitle: A\nstatus: pipeline\n---\n")
    try site.write("content/sprints/2021-10/index.md", Self.edition(state))
    try site.write("content/sprints/2021-10/updates/istv.md", Self.update)
    #expect(try await site.build().text() == "")
    try expectNoTrace(in: site)
  }

  /// The marker does show once nothing hides it, so that the search above can fail.
  @Test func withoutHidingEveryKindOfFileShowsIt() async throws {
    let site = try SampleSite.ofThisRepository()
    try addAll(.embargoed, to: site)
    let found = try await site.build(at: "2021-12-01").text()
    #expect(found == "")
    let marked = try site.published().filter {
      String(decoding: $0.value, as: UTF8.self).contains(Self.marker)
    }.keys
    for path in [
      "sprints/2021-10/index.html", "sprints/2021-10/board/index.html", "next/index.html",
      "data/edition-2021-10.json", "feed.atom", "feed.rss", "index.html",
      "projects/istv/index.html",
      "engagement/2021-07-to-2021-09/index.html",
    ] {
      #expect(marked.contains(path), "\(path)")
    }
  }
}
