import Files
import Foundation
import SiteBuild
import Testing

/// The whole way over this repository's own content.
@Suite struct SeptemberEditionTests {
  @Test func everyFigureNameAndDateIsOnTheEdition() async throws {
    let site = try SampleSite.ofThisRepository()
    let report = try await site.build()
    #expect(report.text() == "")
    let text = try site.page("sprints/2021-09/index.html").text
    let expected = [
      "September 2021", "12 posts", "656", "60", "more than 7,300", "3,453", "70%", "426", "198",
      "32", "66", "145", "year 3, quarter 1",
      "Commissioning Jan 2021 to Apr 2021",
      "Exploration & Scoping (2b Governance) Apr 2021 to present",
      "Commissioning Aug 2020 to Sep 2020", "Exploration & Scoping Oct 2020 to Feb 2021",
      "Data Prep & Sharing Feb 2021 to Apr 2021", "Analysis & Insights May 2021 to Jul 2021",
      "Delivery Jul 2021 to present", "Commissioning Apr 2021 to Jul 2021",
      "Exploration & Scoping Jul 2021 to present", "Commissioning Oct 2020 to Jan 2021",
      "Exploration & Scoping (2b Governance) Jun 2021 to present",
      "Jane Gardner", "Moira McGrath", "Lianne Jongepier", "Vicki Robbins, Dan Youngman",
      "Eleanor Parker, Wahideh Achbari, Emily Moss, Ana Dutu, Sophie Cook", "Tricia Smith",
      "Elizabeth Wiley", "Jen Housego", "Jane Crowe, Office for National Statistics",
      "Mental Health Crisis Delivered March 2021", "Societal Impact (1) Delivered October 2020",
      "Societal Impact (2) Delivered March 2021", "Physical Inactivity Delivered September 2020",
      "Homelessness Closed March 2021",
      "SETDAB Southend Essex Thurrock Domestic Abuse Board", "ONS Office for National Statistics",
      "EWMHS Emotional Wellbeing & Mental Health Service",
      "EPUT Essex Partnership University Trust",
      "NELFT North East London NHS Foundation Trust", "DEC Data Ethics Committee",
      "ECC Essex County Council", "ISTV Information Sharing to Tackle Violence",
      "NEE North East Essex", "BPOTE Be Part of the Equation – Essex Analyst network",
      "SFTP Secure File Transfer Protocol", "IG Information Governance",
      "April 2022", "ecda@essex.gov.uk", "Be part of the equation", "DATA + PEOPLE + ACTION } ecda",
      "Information sharing between Police and health partners to tackle violence",
    ]
    for words in expected where !text.contains(words) {
      Issue.record("the edition lacks '\(words)'")
    }
    let istv = try site.page("projects/istv/index.html").text
    #expect(istv.components(separatedBy: "Not started").count == 4)
    #expect(istv.contains("Exploration & Scoping (2b Governance) Apr 2021 to present"))
  }

  @Test func theEditionStaysTheSameWhenBuiltTenYearsLater() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build(at: "2021-10-20", output: "then")
    let report = try await site.build(at: "2031-10-20", output: "later")
    #expect(report.text() == "")
    let page = "sprints/2021-09/index.html"
    #expect(try site.published("then")[page] == site.published("later")[page])
    #expect(
      String(decoding: try #require(site.published("later")[page]), as: UTF8.self).contains(
        "present"))
  }

  @Test func laterEditionsLeaveTheFirstAsItWas() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build()
    let page = "sprints/2021-09/index.html"
    let before = try site.text(page)
    try site.write(
      "content/sprints/2021-10/index.md",
      """
      ---
      title: Sprint Notes October 2021
      period: 2021-10
      summary: A fictional edition.
      projects: [istv, domestic-abuse]
      ---
      ::projects{sprint=2021-10}
      """)
    try site.write(
      "content/sprints/2021-10/updates/istv.md",
      """
      ---
      project: istv
      sprint: 2021-10
      ---
      ## Since last time

      - [x] #istv-data-spec
      - [>] #istv-police-dpia waiting

      ## Done

      - Wrote the specification.
      """)
    try site.replace(
      "    to: present\n",
      with: "    to: 2021-10\n  - stage: data-prep\n    from: 2021-11\n    to: present\n",
      in: "content/projects/istv.md")
    try site.replace(
      "status: active", with: "status: delivered\nended: 2021-10",
      in: "content/projects/domestic-abuse.md")
    try site.replace(
      "    to: present", with: "    to: 2021-10", in: "content/projects/domestic-abuse.md")
    try site.replace(
      "blog.posts,2021-07/2021-09,12,exact,,2021-09,",
      with: "blog.posts,2021-07/2021-09,12,exact,,2021-09,\nblog.posts,2021-09,5,exact,,2021-10,",
      in: "content/metrics/observations.csv")
    let report = try await site.build(at: "2021-12-01")
    #expect(report.text() == "")
    #expect(try site.text(page) == before)
    let project = try site.page("projects/istv/index.html").text
    #expect(project.contains("Data Prep & Sharing Nov 2021 to present"))
    #expect(
      try site.page("projects/domestic-abuse/index.html").text.contains("Delivered October 2021"))
    let next = try site.page("next/index.html").text
    #expect(!next.contains("Write a data specification"))
    #expect(next.contains("Send the Police DPIA"))
    #expect(try site.text("_redirects") == "/sprints/latest/ /sprints/2021-10/ 302\n")
  }

  @Test func aWithheldNameIsNowhere() async throws {
    let site = try SampleSite.ofThisRepository()
    try site.replace(
      "name: Moira McGrath", with: "name: Moira McGrath\n  publish: false",
      in: "content/people.yaml")
    try site.replace(
      "{#istv-analysis-group}",
      with: "{#istv-analysis-group from=moira-mcgrath owner=moira-mcgrath}",
      in: "content/sprints/2021-09/updates/istv.md")
    #expect(try await site.build().text() == "")
    for (path, data) in try site.published() {
      #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("mcgrath"), "\(path)")
    }
  }

  @Test func everyPageIsWellFormedAndEveryLinkLeadsSomewhere() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build()
    let files = try site.published()
    var pages: [String: PublishedPage] = [:]
    for (path, data) in files where path.hasSuffix(".html") {
      pages[path] = PublishedPage(String(decoding: data, as: UTF8.self))
    }
    #expect(pages.count > 40)
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      #expect(page.faults == [], "\(path)")
      #expect(page.headings.filter { $0 == 1 }.count == 1, "\(path)")
      #expect(page.language == "en-GB", "\(path)")
      #expect(!page.title.isEmpty, "\(path)")
      for link in page.links {
        if let fault = deadLink(link, on: path, files: files, pages: pages) {
          Issue.record("\(path): \(fault)")
        }
      }
    }
  }

  @Test func oneThreadTwoThreadsAndAnotherFolderGiveTheSameTree() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build(jobs: 1, output: "one")
    _ = try await site.build(jobs: 2, output: "two")
    let elsewhere = try SampleSite.ofThisRepository()
    _ = try await elsewhere.build()
    let first = try site.published("one")
    #expect(first.count > 50)
    #expect(try site.published("two") == first)
    #expect(try elsewhere.published() == first)
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let site = try SampleSite.ofThisRepository()
    let first = try #require(try await site.build().result)
    #expect(first.added.count == first.added.count + first.changed.count)
    let second = try #require(try await site.build().result)
    #expect(second.added.isEmpty && second.changed.isEmpty && second.removed.isEmpty)
    #expect(second.unchanged == first.added)
  }

  @Test func theSitemapListsEveryPageOnce() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build()
    let sitemap = try site.text("sitemap.xml")
    let listed = sitemap.components(separatedBy: "<loc>").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
    #expect(Set(listed).count == listed.count)
    let redirects = try site.text("_redirects").split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
    let expected = try site.published().keys.filter { $0.hasSuffix("index.html") }.map {
      "/" + $0.dropLast("index.html".count)
    }.filter { !redirects.contains($0) }.map { "https://notes.example.org" + $0 }
    #expect(Set(listed) == Set(expected))
  }

  @Test func theBuiltInThemeIsTheOneInTheRepository() throws {
    let folder = SampleSite.repository.appending(path: "templates")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
    var files: [String: String] = [:]
    for case let name as String in names where name.contains(".") {
      files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let embedded = Dictionary(uniqueKeysWithValues: BuiltInTheme.all.map { ($0.name, $0.text) })
    #expect(embedded == files)
  }
}

/// Says why a link of a page leads nowhere; links to other sites are taken as they are.
func deadLink(
  _ link: String, on path: String, files: [String: Data], pages: [String: PublishedPage]
) -> String? {
  let base = "https://notes.example.org"
  let local = link.hasPrefix(base) ? String(link.dropFirst(base.count)) : link
  if local.contains("://") || local.hasPrefix("mailto:") { return nil }
  let parts = local.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  var target = path
  if !parts[0].isEmpty {
    guard parts[0].hasPrefix("/") else { return "\(link) is not rooted" }
    target = String(parts[0].dropFirst()) + (parts[0].hasSuffix("/") ? "index.html" : "")
  }
  guard files[target] != nil else { return "\(link) leads nowhere" }
  if parts.count == 2, let page = pages[target], !page.ids.contains(String(parts[1])) {
    return "\(link) has no such anchor"
  }
  return nil
}
