import Testing

/// What the rules on updates find when one thing is wrong.
@Suite struct UpdateRuleTests {
  @Test(arguments: [
    RuleCase(
      "no update",
      [.remove("sprints/2021-10/updates/sharing.md")],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        G02 info glossary.yaml:7:21 SFV: 'SFV' is in the glossary, and not used in 2021-10
        N01 warning sprints/2021-10/index.md:3:1 advice: next step 'advice' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #advice'
        N01 warning sprints/2021-10/index.md:3:1 clean: next step 'clean' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #clean'
        N01 warning sprints/2021-10/index.md:3:1 reader: need 'reader' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #reader'
        U01 error sprints/2021-10/index.md:7:12 sharing: active project sharing has no update in 2021-10; write updates/sharing.md, which may say 'nothing-to-report: true' with a reason
        """),
    RuleCase(
      "an active project that is not listed",
      [
        .replace(
          "sprints/2021-10/index.md", "projects: [sharing]",
          "projects: []"), .remove("sprints/2021-10/updates/sharing.md"),
      ],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        G02 info glossary.yaml:7:21 SFV: 'SFV' is in the glossary, and not used in 2021-10
        N01 warning sprints/2021-10/index.md:3:1 advice: next step 'advice' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #advice'
        N01 warning sprints/2021-10/index.md:3:1 clean: next step 'clean' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #clean'
        N01 warning sprints/2021-10/index.md:3:1 reader: need 'reader' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #reader'
        U01 error sprints/2021-10/index.md:7:1 sharing: active project sharing has no update in 2021-10; write updates/sharing.md, which may say 'nothing-to-report: true' with a reason
        """),
    RuleCase(
      "an update of an ended project",
      [
        .add(
          "sprints/2021-10/updates/streets.md",
          """
          ---
          project: streets
          sprint: 2021-10
          ---

          ## Done

          - Lamps.

          ## Next

          None.

          ## Needs

          None.

          """)
      ],
      finds: """
        U02 warning sprints/2021-10/updates/streets.md:2:10 streets: only active projects have updates; streets was delivered by 2021-10
        """),
    RuleCase(
      "no section on needs",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """

          ## Needs

          None this sprint.

          """,
          "")
      ],
      finds: """
        U03 warning sprints/2021-10/updates/sharing.md:2:1 sharing: section "needs" is missing; add the heading '## What we need', with "None this sprint" if there is nothing to say
        """),
    RuleCase(
      "an empty section",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """


          None this sprint.

          """,
          """


          """)
      ],
      finds: """
        U04 warning sprints/2021-10/updates/sharing.md:20:1 sharing: section "needs" is empty; "None this sprint" is enough to say so
        """),
    RuleCase(
      "a heading close to a wording",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md", "## Needs",
          "## Neds")
      ],
      finds: """
        U03 warning sprints/2021-10/updates/sharing.md:2:1 sharing: section "needs" is missing; add the heading '## What we need', with "None this sprint" if there is nothing to say
        U05 info sprints/2021-10/updates/sharing.md:20:1 sharing: 'Neds' is not an accepted heading, but is close to one (did you mean 'Needs'?)
        """),
    RuleCase(
      "placeholders",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          "TBC")
      ],
      finds: """
        U06 error blog/2021-10-06-first-data.md:8:66 2021-10-06-first-data: placeholder 'TBC' is left in the text; write what belongs there
        """),
    RuleCase(
      "last sprint's words",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """
          - The DEC gave its advice, and the SFV group has begun to clean what came in September.
          """,
          """
          - The first data came from County Police, and the SFV group met to look at it.
          """)
      ],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        U07 warning sprints/2021-10/updates/sharing.md:12:1 sharing: section "done" is the same, or nearly, as in 2021-09; say what was new, or that there is nothing to report
        """),
    RuleCase(
      "an empty edition",
      [
        .replace(
          "sprints/2021-10/index.md",
          """

          A quiet month, with a clear answer about what may be shared and how.

          ## Since last time

          - [>] #report

          """,
          ""), .remove("sprints/2021-10/updates/sharing.md"),
      ],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        G02 info glossary.yaml:7:21 SFV: 'SFV' is in the glossary, and not used in 2021-10
        N01 warning sprints/2021-10/index.md:3:1 advice: next step 'advice' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #advice'
        N01 warning sprints/2021-10/index.md:3:1 clean: next step 'clean' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #clean'
        N01 warning sprints/2021-10/index.md:3:1 reader: need 'reader' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #reader'
        N01 warning sprints/2021-10/index.md:3:1 report: next step 'report' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #report'
        U08 error sprints/2021-10/index.md:3:1 2021-10: a published edition has content; 2021-10 has neither text nor updates
        U01 error sprints/2021-10/index.md:7:12 sharing: active project sharing has no update in 2021-10; write updates/sharing.md, which may say 'nothing-to-report: true' with a reason
        """),
    RuleCase(
      "a draft after its day",
      [
        .add(
          "sprints/2021-11/index.md",
          """
          ---
          title: Sprint notes November 2021
          period: 2021-11
          published: 2021-11-19
          state: draft
          summary: To come.
          ---

          """)
      ],
      finds: """
        U08 error sprints/2021-11/index.md:4:12 2021-11: the day of publication, 2021-11-19, has passed, but the edition is still a draft; publish it or correct the day
        """),
    RuleCase(
      "a missing month",
      [
        .replace(
          "sprints/2021-10/index.md", "period: 2021-10",
          "period: 2021-11")
      ],
      finds: """
        U09 info sprints/2021-10/index.md:4:9 2021-10: no edition is of October 2021, between 2021-09 and 2021-10
        """),
    RuleCase(
      "overlapping periods",
      [
        .replace(
          "sprints/2021-10/index.md", "period: 2021-10",
          "period: 2021-09/2021-10")
      ],
      finds: """
        U09 info sprints/2021-10/index.md:4:9 2021-10: the period overlaps that of 2021-09, which ends in 2021-09
        """),
  ])
  func updates(_ rule: RuleCase) throws { try rule.check() }
}
