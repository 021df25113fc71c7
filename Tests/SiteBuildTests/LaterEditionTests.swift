import Foundation
import SiteBuild
import Testing

/// What the pages of several editions show, each as at its own month.
@Suite struct LaterEditionTests {
  private func site() async throws -> SampleSite {
    let site = try SampleSite.ofThisRepository()
    try site.addLaterEditions()
    #expect(try await site.build(at: "2022-01-10").text() == "")
    return site
  }

  /// The text of a page from one phrase up to another.
  private func text(of page: String, in site: SampleSite, from start: String, to end: String) throws
    -> String
  {
    let text = try site.page(page).text
    let first = try #require(text.range(of: start, options: .backwards))
    let last = try #require(text.range(of: end, range: first.upperBound..<text.endIndex))
    return String(text[first.lowerBound..<last.lowerBound])
  }

  @Test(arguments: ["", "board/"])
  func theFirstEditionStaysByteForByte(part: String) async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build(at: "2021-10-20", output: "before")
    try site.addLaterEditions()
    #expect(try await site.build(at: "2022-01-10", output: "after").text() == "")
    let page = "sprints/2021-09/\(part)index.html"
    let before = try #require(site.published("before")[page])
    #expect(try site.published("after")[page] == before)
  }

  @Test func theSecondEditionStaysByteForByteWithoutTheThird() async throws {
    let site = try SampleSite.ofThisRepository()
    try site.addLaterEditions()
    _ = try await site.build(at: "2022-01-10", output: "three")
    try site.remove("content/sprints/2021-12")
    let figures = "content/metrics/observations.csv"
    let rows = try String(contentsOf: site.folder.appending(path: figures), encoding: .utf8)
    try site.write(
      figures,
      rows.split(separator: "\n").filter { !$0.contains(",2021-12,") }.joined(separator: "\n"))
    _ = try await site.build(at: "2022-01-10", output: "two")
    for page in ["sprints/2021-10/index.html", "sprints/2021-10/board/index.html"] {
      let two = try #require(site.published("two")[page])
      #expect(try site.published("three")[page] == two)
    }
  }

  @Test func theFirstEditionSaysNothingOfChanges() async throws {
    let site = try await site()
    #expect(try !site.text("sprints/2021-09/index.html").contains("What changed"))
  }

  @Test func anEditionSaysWhatChangedSinceTheOneBefore() async throws {
    let site = try await site()
    #expect(
      try text(
        of: "sprints/2021-12/index.html", in: site, from: "What changed since October 2021",
        to: "An invented edition")
        == "What changed since October 2021 Information Sharing to Tackle Violence"
        + " Moved from Exploration & Scoping (2b Governance) to Data Prep & Sharing in November"
        + " 2021. Kim Example joined as analyst. Done: At the end of the month, engage the Data"
        + " Ethics Committee Carried on: Send the Police DPIA to the DPO for approval and"
        + " endorsement, then have it signed Done: Write a data specification, and get some dummy"
        + " data from partners so that data preparation can start Dropped: An Analysis Group"
        + " Done: Agree the first data fields with partners Done: Advice on the framework"
        + " Road Safety New in these notes, in Commissioning since November 2021."
        + " Mental Health (Transitions) Carried on: Complete an ethical framework with the working"
        + " group Changed: Receive the first extract (now due January 2022)"
        + " The programme Done: Move new projects on, and build a full pipeline"
        + " Carried on: Keep working with sponsors and senior leaders on the county’s use of data"
        + " Carried on: Introduce ecda to other senior staff, in local government and in health"
        + " Done: Finish more of the documents that describe how an ecda project runs"
        + " Carried on: Keep talking to the ONS (Office for National Statistics) Data Science"
        + " Campus about working together, after a good discussion of capability building at the"
        + " ecda Programme Board Carried on: Discuss inside the team what ecda should look like in"
        + " years four to six"
        + " Figures Blog posts published: 5 posts in November 2021, 4 in October 2021, 1 more."
        + " Blog posts published: 6 posts in December 2021, 5 in November 2021, 1 more."
        + " Blog posts published: 14 posts in October to December 2021, 12 in July to September"
        + " 2021, 2 more."
        + " Unique visitors to the blog: 310 people in November 2021, 300 in October 2021, 10 more."
        + " Unique visitors to the blog: about 700 people in October to December 2021, 656 in July"
        + " to September 2021."
        + " Newsletter readers: 190 people in November 2021, 210 in October 2021, 20 fewer."
        + " Newsletter readers: 205 people in December 2021, 190 in November 2021, 15 more."
        + " Networking events held: 2 events in October to December 2021, 3 in July to September"
        + " 2021, 1 fewer."
        + " Attendances at networking events: at least 50 attendances in October to December 2021,"
        + " 145 in July to September 2021. ")
  }

  @Test func theIDsOfStepsAreNotForReaders() async throws {
    let site = try await site()
    for edition in ["2021-10", "2021-12"] {
      let page = try site.page("sprints/\(edition)/index.html")
      #expect(!page.text.contains("Since last time"))
      #expect(!page.text.contains("#programme-"))
      // What stands after the section is still there.
      #expect(page.text.contains("Programme: what’s next") == (edition == "2021-10"))
    }
  }

  @Test func theBoardPageHasNeedsDatesAndStages() async throws {
    let site = try await site()
    #expect(
      try text(
        of: "sprints/2021-12/board/index.html", in: site, from: "As at November",
        to: "Be part of the equation DATA")
        == "As at November to December 2021. Read the whole edition. What we need Essex"
        + " County Council A list of crossings Road Safety, needed, due January 2022, from"
        + " November to December 2021 Nobody named yet One last review with Cloudwick, on"
        + " making data preparation and sharing quicker in later projects Domestic Abuse,"
        + " needed, from September 2021 Track what commissioners do with the insight, and"
        + " look for case studies Domestic Abuse, needed, from September 2021 More"
        + " engagement from IG (Information Governance) Leads NEE Vulnerabilities, needed,"
        + " from September 2021 Dates Overdue Have all IG paperwork signed off by the end of"
        + " the sprint NEE Vulnerabilities, due October 2021, from September 2021 Ask"
        + " partners what they thought of the declaration The programme, due November 2021,"
        + " from October 2021 December 2021 Load the first feeds NEE Vulnerabilities, due"
        + " December 2021, from October 2021 January 2022 Test the extract Information"
        + " Sharing to Tackle Violence, due January 2022, from November to December 2021"
        + " Receive the first extract Mental Health (Transitions), due January 2022, from"
        + " October 2021 A list of crossings Road Safety, needed, due January 2022, from"
        + " November to December 2021 February 2022 Count the crossings Road Safety, due"
        + " February 2022, Kim Example, from November to December 2021 Stages Information"
        + " Sharing to Tackle Violence: Moved from Exploration & Scoping (2b Governance) to"
        + " Data Prep & Sharing in November 2021. Road Safety: Began Commissioning in"
        + " November 2021. Where each project stands Project Stage Months in it Information"
        + " Sharing to Tackle Violence Data Prep & Sharing 2 Road Safety Commissioning 2"
        + " Mental Health (Transitions) Exploration & Scoping 6 NEE Vulnerabilities"
        + " Exploration & Scoping: Governance 7 ")
  }

  @Test func theQuarterReportSetsWhatWasStatedBesideWhatItComesTo() async throws {
    let site = try await site()
    #expect(
      try text(
        of: "engagement/2021-10-to-2021-12/index.html", in: site, from: "The programme's year",
        to: "Be part of the equation DATA")
        == "The programme's year 3, quarter 2. Reported in Sprint Notes November and December"
        + " 2021. Beside what was stated stands what it comes to when it is worked out from"
        + " the events and months on file. Neither replaces the other. Outputs Outputs,"
        + " October to December 2021 What Stated Worked out Blog posts published posts 14 4"
        + " October 2021 5 November 2021 6 December 2021 15 from its months. 1 more than"
        + " stated Networking events held events 2 2 from the 2 events on file Outtakes"
        + " Outtakes, October to December 2021 What Stated Worked out Unique visitors to the"
        + " blog people about 700 300 October 2021 310 November 2021 not added up, as the"
        + " same people may be counted twice Newsletter readers people 210 October 2021 190"
        + " November 2021 205 December 2021 not added up, as the same people may be counted"
        + " twice Attendances at networking events attendances at least 50 45 from the 2"
        + " events on file. 5 fewer than stated ")
    let first = try site.page("engagement/2021-07-to-2021-09/index.html").text
    #expect(first.contains("145 98 from the 2 events on file. 47 fewer than stated"))
  }

  @Test func whatIsOverdueComesFirst() async throws {
    let site = try await site()
    #expect(
      try text(of: "next/index.html", in: site, from: "What's next Overdue", to: "January 2022 ")
        == "What's next Overdue Have all IG (Information Governance) paperwork signed off by the"
        + " end of the sprint NEE"
        + " Vulnerabilities, due October 2021, from September 2021 Ask partners what they"
        + " thought of the declaration The programme, due November 2021, from October 2021"
        + " December 2021 Load the first feeds NEE Vulnerabilities, due December 2021, from"
        + " October 2021 ")
  }
}
