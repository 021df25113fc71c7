import Content
import SiteBuild
import Testing

@testable import GazetteCommands

/// What `gazette status` says of an edition that is not finished.
@Suite struct StatusTests {
  private static let files: [String: String] = {
    var files = [
      "content/site.yaml": "name: Notes\nbase-url: https://notes.example.org/\n",
      "content/people.yaml": "- id: ann-lee\n  name: Ann Lee\n- id: bob-ray\n  name: Bob Ray\n",
      "content/sprints/2021-09/index.md": edition("2021-09", "[a, b, c, d]"),
      "content/sprints/2021-10/index.md": edition("2021-10", "[a, b, c, d]\nstate: draft"),
      "content/sprints/2021-09/updates/a.md": """
      ## Done

      - We counted all the street lamps of the county.

      ## Next

      - Draw the map {#map due=2021-09 owner=bob-ray}
      - Ask the board {#ask}
      """,
      "content/sprints/2021-10/updates/a.md":
        "## Done\n\n- We counted all the street lamps of the county.\n",
      "content/sprints/2021-10/updates/b.md": "## Done\n\n## Next\n",
      "content/sprints/2021-10/updates/c.md":
        "---\nnothing-to-report: true\nreason: Holidays.\n---\n",
    ]
    for name in ["a", "b", "c", "d"] {
      files["content/projects/\(name).md"] =
        "---\ntitle: \(name)\nstatus: active\nanalysts: [ann-lee]\n---\n"
    }
    return files
  }()

  private static func edition(_ id: String, _ projects: String) -> String {
    "---\ntitle: Notes \(id)\nperiod: \(id)\nsummary: News.\nprojects: \(projects)\n---\n"
  }

  private func report() async throws -> StatusReport {
    let site = try SampleFolder(Self.files)
    let checker = SiteChecker(
      source: site.folder, instant: .time("2021-11-20"), showsDrafts: true)
    let subject = try #require(try await checker.check().subject)
    let edition = try #require(subject.site.latestEdition)
    return StatusReport(status: subject.site.status(of: edition))
  }

  @Test func theTableTellsWhatHasComeAndWhoOwesWhat() async throws {
    #expect(
      try await report().text() == """
        Notes 2021-10 (2021-10)

        Project  Update             Next  Needs  Overdue
        a        same as last time     2      0        1
        b        empty                 0      0        0
        c        nothing to report     0      0        0
        d        missing               0      0        0

        Who owes what:
        - Ann Lee: update of a (same as last time)
        - Ann Lee: update of b (empty)
        - Ann Lee: update of d (missing)
        - Bob Ray: map, due September 2021, overdue

        """)
  }

  @Test func programsGetALineForEachProjectAndDebt() async throws {
    #expect(
      try await report().jsonLines() == """
        {"kind":"project","sprint":"2021-10","project":"a","update":"same-as-last-time","next":["map","ask"],"needs":[],"overdue":1}
        {"kind":"project","sprint":"2021-10","project":"b","update":"empty","next":[],"needs":[],"overdue":0}
        {"kind":"project","sprint":"2021-10","project":"c","update":"nothing-to-report","next":[],"needs":[],"overdue":0}
        {"kind":"project","sprint":"2021-10","project":"d","update":"missing","next":[],"needs":[],"overdue":0}
        {"kind":"debt","who":"Ann Lee","project":"a","update":"same-as-last-time"}
        {"kind":"debt","who":"Ann Lee","project":"b","update":"empty"}
        {"kind":"debt","who":"Ann Lee","project":"d","update":"missing"}
        {"kind":"debt","who":"Bob Ray","project":"a","step":"map","due":"2021-09","overdue":true}

        """)
  }

  @Test func anEditionsStandingIsAsAtThatEdition() async throws {
    let site = try SampleFolder.withLaterEditions()
    let checker = SiteChecker(source: site.folder, instant: .time("2022-01-10"))
    let subject = try #require(try await checker.check().subject)
    let reports = subject.site.editions.dropFirst().map {
      StatusReport(status: subject.site.status(of: $0)).text()
    }
    #expect(
      reports.joined(separator: "\n") == """
        Sprint Notes October 2021 (2021-10)

        Project                    Update    Next  Needs  Overdue
        istv                       received     4      2        0
        mental-health-transitions  received     2      0        0
        nee-vulnerabilities        received     2      1        0
        programme                               7      0        0

        Who owes what:
        - Data Ethics Committee: istv-advice, due November 2021

        Sprint Notes November and December 2021 (2021-12)

        Project                    Update             Next  Needs  Overdue
        istv                       received              2      0        0
        road-safety                received              1      1        0
        mental-health-transitions  nothing to report     2      0        0
        nee-vulnerabilities        missing               2      1        1
        programme                                        5      0        1

        Who owes what:
        - Elizabeth Wiley: update of nee-vulnerabilities (missing)
        - nobody named: nee-ig-paperwork, due October 2021, overdue
        - nobody named: programme-declaration-answers, due November 2021, overdue
        - Kim Example: roads-count, due February 2022
        - Essex County Council: roads-list, due January 2022

        """)
  }
}
