import Testing

/// What a site's own settings and waivers change.
@Suite struct SettingTests {
  @Test(arguments: [
    RuleCase(
      "a waiver without finding",
      [
        .replace(
          "projects/sharing.md", "question:",
          """
          waive: [{rule: L04, because: It was so.}]
          question:
          """)
      ],
      finds: """
        W01 warning projects/sharing.md:5:16 L04: a waiver matches a finding; there is none of rule L04 here any more, so take the waiver out
        """),
    RuleCase(
      "a waiver of what cannot be waived",
      [
        .replace(
          "projects/sharing.md", "question:",
          """
          waive: [{rule: S01, because: It was so.}]
          question:
          """)
      ],
      finds: """
        W01 warning projects/sharing.md:5:16 S01: only findings of editorial rules can be waived; 'S01' is none
        """),
  ])
  func waivers(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "a setting of an unknown rule",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {LO4: off}
          well-known
          """)
      ],
      finds: """
        S07 error site.yaml:10:9 LO4: there is no editorial rule 'LO4' (did you mean 'L04'?)
        """),
    RuleCase(
      "a limit that a rule does not have",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {L10: {sprint: 8}}
          well-known
          """)
      ],
      finds: """
        S01 error site.yaml:10:15 L10: rule L10 knows no 'sprint'; it goes by 'sprints'
        """),
  ])
  func settings(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "a rule that is off",
      [
        .replace(
          "projects/sharing.md", "from: 2021-09",
          "from: 2021-08"),
        .replace(
          "site.yaml", "well-known",
          """
          rules: {L03: off}
          well-known
          """),
      ],
      finds: ""),
    RuleCase(
      "a limit that is higher",
      [
        .replace(
          "projects/sharing.md",
          """
          from: 2021-07
              to: 2021-08
          """,
          """
          from: 2021-01
              to: 2021-02
          """),
        .replace(
          "projects/sharing.md", "from: 2021-09",
          "from: 2021-03"),
        .replace(
          "site.yaml", "well-known",
          """
          rules: {L10: {sprints: 8}}
          well-known
          """),
      ],
      finds: ""),
    RuleCase(
      "a waiver in the file",
      [
        .replace(
          "projects/sharing.md", "sponsors: [ann-lee]",
          "sponsors: []"),
        .replace(
          "projects/sharing.md", "question:",
          """
          waive: [{rule: P01, because: The sponsor is chosen in May.}]
          question:
          """),
        .replace(
          "sprints/2021-09/index.md", "summary: The",
          """
          authors: [ann-lee]
          summary: The
          """),
      ],
      finds: ""),
    RuleCase(
      "a waiver of a register",
      [
        .replace(
          "metrics/observations.csv", "talks.count,2021-07/2021-09,2",
          "talks.count,2021-07/2021-09,3"),
        .replace(
          "site.yaml", "well-known",
          """
          waive: [{rule: E02, subject: talks.count 2021-07/2021-09, because: One is not ours.}]
          well-known
          """),
      ],
      finds: ""),
    RuleCase(
      "nothing to report",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """
          sprint: 2021-10
          ---

          ## Since last time

          - [x] #advice
          - [>] #clean
          - [-] #reader

          ## Done

          - The DEC gave its advice, and the SFV group has begun to clean what came in September.

          ## Next

          - Show the first chart {#chart due=2021-12}

          ## Needs

          None this sprint.

          """,
          """
          sprint: 2021-10
          nothing-to-report: true
          reason: The SFV group waits for the DEC.
          ---

          ## Since last time

          - [x] #advice
          - [>] #clean
          - [-] #reader

          """)
      ],
      finds: ""),
    RuleCase(
      "well-known words, periods, grades and names",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          "In Q1 the NHS in the UK met level AA; more is to come")
      ],
      finds: ""),
    RuleCase(
      "an abbreviation spelt out where it stands",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          """
          The data protection impact assessment (DPIA) comes; the DPIA is long and is to come
          """)
      ],
      finds: ""),
    RuleCase(
      "code and addresses",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          """
          More is `TODO Linked In DPIA` and [County plan](https://example.org/DPIA-TODO) to come
          """)
      ],
      finds: ""),
    RuleCase(
      "a qualifier that holds",
      [
        .replace(
          "metrics/observations.csv", "30,exact",
          "25,more-than")
      ],
      finds: ""),
    RuleCase(
      "a decorative image",
      [
        .replace(
          "blog/2021-10-06-first-data.md",
          """
          ![Lorries on a bridge](https://notes.example.org/files/bridge.png)
          """,
          "![](https://notes.example.org/files/bridge.png){decorative}")
      ],
      finds: ""),
  ])
  func nothingIsFound(_ rule: RuleCase) throws { try rule.check() }
}
