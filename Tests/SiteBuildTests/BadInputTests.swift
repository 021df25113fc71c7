import Diagnostics
import SiteBuild
import Testing

/// What an author sees when something is wrong; the published site stays as it was.
@Suite struct BadInputTests {
  private func expect(
    _ files: [String: String], finds expected: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let site = try SampleSite(["content/pages/about.md": "---\ntitle: About\n---\nText.\n"])
    _ = try await site.build()
    let before = try site.published()
    for (path, text) in files { try site.write(path, text) }
    let report = try await site.build()
    #expect(report.text() == expected, sourceLocation: sourceLocation)
    #expect(report.result == nil, sourceLocation: sourceLocation)
    #expect(try site.published() == before, sourceLocation: sourceLocation)
    #expect(!before.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func aMisspeltKeyStopsTheBuild() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build()
    let before = try site.published()
    try site.replace("aim:", with: "aims:", in: "content/projects/domestic-abuse.md")
    let report = try await site.build()
    #expect(
      report.text() == """
        content/projects/domestic-abuse.md:5:1: error: unknown key 'aims' in a project (did you mean 'aim'?) [S01]
          5 | aims: Find people who perpetrate domestic abuse, and give them support.   # reworded
            | ^~~~

        """)
    #expect(try site.published() == before)
  }

  @Test func aMisspeltFieldInATemplateStopsTheBuild() async throws {
    let site = try SampleSite.ofThisRepository()
    _ = try await site.build()
    let before = try site.published()
    try site.replace(
      "{{ parts.people(project) }}", with: "{{ project.sponser }}", in: "templates/project.html")
    let report = try await site.build()
    #expect(
      report.text() == """
        templates/project.html:7:12: error: project has no field 'sponser' (did you mean 'sponsors'?) [unknown-field]
          7 | {{ project.sponser }}
            |            ^~~~~~~

        """)
    #expect(try site.published() == before)
  }

  @Test func aReferenceToNoOneIsReported() async throws {
    try await expect(
      [
        "content/people.yaml": "- id: ann-lee\n  name: Ann Lee\n",
        "content/projects/one.md":
          "---\ntitle: One\nstatus: active\nsponsors: [an-lee]\n---\n",
      ],
      finds: """
        content/projects/one.md:4:12: error: there is no person 'an-lee' (did you mean 'ann-lee'?) [R01]
          4 | sponsors: [an-lee]
            |            ^~~~~~

        """)
  }

  @Test func brokenLinksAndImagesAreReportedAtTheirPlace() async throws {
    try await expect(
      [
        "content/pages/links.md": """
        ---
        title: Links
        ---
        To [the other](abuot.md), [a project](project:nope), [no part](about.md#nope).

        ![A chart](chart.png)
        """
      ],
      finds: """
        content/pages/links.md:4:4: error: the link 'abuot.md' leads nowhere (did you mean 'about.md'?) [R02]
          4 | To [the other](abuot.md), [a project](project:nope), [no part](about.md#nope).
            |    ^~~~~~~~~~~~~~~~~~~~~

        content/pages/links.md:4:27: error: the link 'project:nope' leads nowhere [R02]
          4 | To [the other](abuot.md), [a project](project:nope), [no part](about.md#nope).
            |                           ^~~~~~~~~~~~~~~~~~~~~~~~~

        content/pages/links.md:4:54: error: the link 'about.md#nope' leads nowhere [R02]
          4 | To [the other](abuot.md), [a project](project:nope), [no part](about.md#nope).
            |                                                      ^~~~~~~~~~~~~~~~~~~~~~~~

        content/pages/links.md:6:1: error: there is no image 'chart.png' [R02]
          6 | ![A chart](chart.png)
            | ^~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test func unknownComponentsAndValuesAreReportedAtTheirPlace() async throws {
    try await expect(
      [
        "content/pages/parts.md": """
        ---
        title: Parts
        ---
        ::metrix{channel=blog}

        ::metrics{chanel=blog period=soon}

        ::impact{sprint=2021-09}
        """
      ],
      finds: """
        content/pages/parts.md:4:3: error: there is no component 'metrix' (did you mean 'metrics'?) [B03]
          4 | ::metrix{channel=blog}
            |   ^~~~~~

        content/pages/parts.md:6:3: error: 'metrics' needs a value for 'channel' [B03]
          6 | ::metrics{chanel=blog period=soon}
            |   ^~~~~~~

        content/pages/parts.md:6:11: error: 'metrics' takes no 'chanel' (did you mean 'channel'?) [B03]
          6 | ::metrics{chanel=blog period=soon}
            |           ^~~~~~

        content/pages/parts.md:6:30: error: 'period' must be a period such as 2021-09 or 2021-07/2021-09, not 'soon' [B03]
          6 | ::metrics{chanel=blog period=soon}
            |                              ^~~~

        content/pages/parts.md:8:17: error: 'sprint' must be the id of a sprint, not '2021-09' [B03]
          8 | ::impact{sprint=2021-09}
            |                 ^~~~~~~

        """)
  }

  @Test func linesOfFrontMatterAreReportedAtTheirPlace() async throws {
    try await expect(
      [
        "content/projects/one.md": """
        ---
        title: One
        status: active
        question: What do [they](../pages/abuot.md) say, :nowt[x] and <b>all</b>?
        aim: "Find [us](javascript:go)."
        ---
        """
      ],
      finds: """
        content/projects/one.md:4:19: error: the link '../pages/abuot.md' leads nowhere (did you mean '../pages/about.md'?) [R02]
          4 | question: What do [they](../pages/abuot.md) say, :nowt[x] and <b>all</b>?
            |                   ^~~~~~~~~~~~~~~~~~~~~~~~~

        content/projects/one.md:4:51: error: there is no component 'nowt' [B03]
          4 | question: What do [they](../pages/abuot.md) say, :nowt[x] and <b>all</b>?
            |                                                   ^~~~

        content/projects/one.md:4:63: warning: raw HTML is not read here; <b> is shown as typed [A05]
          4 | question: What do [they](../pages/abuot.md) say, :nowt[x] and <b>all</b>?
            |                                                               ^~~

        content/projects/one.md:5:12: error: an address must be a path or begin with http:, https:, mailto: or tel:; 'javascript:go' is not written [unsafe-address]
          5 | aim: "Find [us](javascript:go)."
            |            ^~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test func twoSourcesOfOnePathAreReported() async throws {
    try await expect(
      [
        "content/pages/old.md": "---\ntitle: Old\naliases: [/about/, /OLD/]\n---\n"
      ],
      finds: """
        content/pages/old.md:2:1: error: 'OLD/index.html' and 'old/index.html' are one file where letter case does not count; rename one [B02]
          2 | title: Old
            | ^
        content/pages/old.md:3:20: note: the other one is here
          3 | aliases: [/about/, /OLD/]
            |                    ^~~~~

        content/pages/old.md:3:11: error: two sources make 'about/index.html'; rename one of them [B01]
          3 | aliases: [/about/, /OLD/]
            |           ^~~~~~~
        content/pages/about.md:2:1: note: the other one is here
          2 | title: About
            | ^

        """)
  }

  @Test func problemsOfContentAndTemplatesAreReportedInOneRun() async throws {
    let site = try SampleSite([
      "content/pages/about.md": "---\ntitel: About\n---\nSee [x](nope.md).\n",
      "templates/page.html": "<p>{{ page.titel }}</p>",
    ])
    let report = try await site.build()
    #expect(
      report.diagnostics.map { "\($0.location?.file ?? "") \($0.rule)" } == [
        "content/pages/about.md S02", "content/pages/about.md S01", "content/pages/about.md R02",
        "templates/page.html unknown-field",
      ])
  }

  @Test func aSiteWithoutSettingsIsExplained() async throws {
    let site = try SampleSite()
    try site.remove("content/site.yaml")
    try site.write("content/pages/a.md", "# A\n")
    #expect(
      try await site.build().text()
        == "error: there is no content/site.yaml, which gives at least the site's name and base-url [S02]\n"
    )
  }
}
