import Testing

/// What the rules on next steps find when one thing is wrong.
@Suite struct StepRuleTests {
  @Test(arguments: [
    RuleCase(
      "a step without outcome",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """
          - [x] #advice

          """,
          "")
      ],
      finds: """
        N01 warning sprints/2021-10/updates/sharing.md:2:1 advice: next step 'advice' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #advice'
        """),
    RuleCase(
      "a programme step without outcome",
      [
        .replace(
          "sprints/2021-10/index.md",
          """
          - [>] #report

          """,
          "")
      ],
      finds: """
        N01 warning sprints/2021-10/index.md:3:1 report: next step 'report' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #report'
        """),
    RuleCase(
      "a due date that has passed",
      [
        .replace(
          "sprints/2021-09/updates/sharing.md", "{#reader due=2021-11}",
          "{#reader due=2021-09}"),
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """
          - [-] #reader

          """,
          ""),
      ],
      finds: """
        N02 warning sprints/2021-09/updates/sharing.md:17:32 reader: 'reader' was due in September 2021 and has no outcome by 2021-10
        N01 warning sprints/2021-10/updates/sharing.md:2:1 reader: need 'reader' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #reader'
        """),
    RuleCase(
      "a step carried too often",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {N03: {times: 1}}
          well-known
          """)
      ],
      finds: """
        N03 warning sprints/2021-09/index.md:16:1 report: 'report' has been carried once; do it, change it or drop it
        N03 warning sprints/2021-09/updates/sharing.md:13:1 clean: 'clean' has been carried once; do it, change it or drop it
        """),
    RuleCase(
      "a step without date and owner, once the rule is on",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {N04: info}
          well-known
          """),
        .replace(
          "sprints/2021-10/updates/sharing.md", " {#chart due=2021-12}",
          " {#chart}"),
      ],
      finds: """
        N04 info sprints/2021-10/updates/sharing.md:18:1 chart: 'chart' has neither a due date nor an owner; add '{due=...}' or '{owner=...}'
        """),
    RuleCase(
      "a step before the one it waits for",
      [
        .replace(
          "sprints/2021-09/updates/sharing.md", "{#advice due=2021-10}",
          "{#advice due=2021-12}")
      ],
      finds: """
        N05 warning sprints/2021-09/updates/sharing.md:13:30 clean: 'clean' is due in November 2021, but waits for 'advice', which is due in December 2021
        """),
    RuleCase(
      "a step before one whose words an earlier edition had too",
      [
        .replace(
          "sprints/2021-09/updates/sharing.md", "- Clean the data",
          "- Ask for more {due=2021-10}\n- Clean the data"),
        .replace(
          "sprints/2021-10/updates/sharing.md", "- [x] #advice",
          "- [x] #advice\n- [x] #sharing-ask-for-more"),
        .replace(
          "sprints/2021-10/updates/sharing.md", "- Show the first chart",
          """
          - Ask for more {due=2021-12}
          - Use it {#use due=2021-11 after=sharing-ask-for-more}
          - Show the first chart
          """),
      ],
      finds: """
        N05 warning sprints/2021-10/updates/sharing.md:20:20 use: 'use' is due in November 2021, but waits for 'sharing-ask-for-more', which is due in December 2021
        """),
  ])
  func steps(_ rule: RuleCase) throws { try rule.check() }
}
