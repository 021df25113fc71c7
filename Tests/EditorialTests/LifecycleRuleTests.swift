import Testing

/// What the rules on stages find when one thing is wrong.
@Suite struct LifecycleRuleTests {
  @Test(arguments: [
    RuleCase(
      "a stage that ends before it begins",
      [
        .replace(
          "projects/sharing.md", "to: 2021-08",
          "to: 2021-06")
      ],
      finds: """
        L01 error projects/sharing.md:13:9 sharing: a stage ends after it begins; scoping begins in 2021-07 and ends in 2021-06
        L04 warning projects/sharing.md:15:11 sharing: 2 months between scoping (ends 2021-06) and analysis (begins 2021-09): July to August 2021
        """),
    RuleCase(
      "stages that overlap",
      [
        .replace(
          "projects/sharing.md", "from: 2021-09",
          "from: 2021-07")
      ],
      finds: """
        L02 error projects/sharing.md:15:11 sharing: analysis begins in 2021-07, before scoping ends in 2021-08
        """),
    RuleCase(
      "stages that share a month",
      [
        .replace(
          "projects/sharing.md", "from: 2021-09",
          "from: 2021-08")
      ],
      finds: """
        L03 info projects/sharing.md:15:11 sharing: analysis begins in 2021-08, the month scoping ends
        """),
    RuleCase(
      "a gap between stages",
      [
        .replace(
          "projects/streets.md", "to: 2021-02",
          "to: 2021-01")
      ],
      finds: """
        L04 warning projects/streets.md:12:11 streets: 1 month between scoping (ends 2021-01) and delivery (begins 2021-03): February 2021
        """),
    RuleCase(
      "two stages that go on",
      [
        .replace(
          "projects/sharing.md", "to: 2021-08",
          "to: present")
      ],
      finds: """
        L05 error projects/sharing.md:13:9 sharing: only the stage begun last goes on; scoping is 'present', but analysis began in 2021-09
        """),
    RuleCase(
      "stages out of order",
      [
        .replace(
          "projects/streets.md", "- stage: scoping",
          "- stage: delivery"),
        .replace(
          "projects/streets.md",
          """
          - stage: delivery
              from: 2021-03
          """,
          """
          - stage: analysis
              from: 2021-03
          """),
      ],
      finds: """
        L06 error projects/streets.md:11:12 streets: stages come in their defined order; analysis (2) follows delivery (3)
        """),
    RuleCase(
      "an active project between stages",
      [
        .replace(
          "projects/sharing.md", "to: present",
          "to: 2021-10")
      ],
      finds: """
        L07 error projects/sharing.md:4:9 sharing: an active project is in a stage; none of its stages is 'present'
        """),
    RuleCase(
      "an ended project that goes on",
      [
        .replace(
          "projects/streets.md", "to: 2021-05",
          "to: present")
      ],
      finds: """
        L07 error projects/streets.md:13:9 streets: a project that has ended is in no stage; it is delivered, but delivery is 'present'
        """),
    RuleCase(
      "an unknown part",
      [
        .replace(
          "projects/sharing.md", "part: governance",
          "part: governence")
      ],
      finds: """
        L08 error projects/sharing.md:11:11 sharing: stage scoping has no part 'governence' (did you mean 'governance'?)
        """),
    RuleCase(
      "a stage after the newest edition",
      [
        .replace(
          "projects/sharing.md",
          """
          from: 2021-09
              to: present
          """,
          """
          from: 2021-09
              to: 2021-11
            - stage: delivery
              from: 2021-12
              to: present
          """)
      ],
      finds: """
        L09 warning projects/sharing.md:18:11 sharing: delivery begins in 2021-12, after the newest edition's period, which ends in 2021-10
        """),
    RuleCase(
      "a long stage",
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
      ],
      finds: """
        L10 warning projects/sharing.md:14:12 sharing: in analysis since 2021-03, which is 8 sprints; more than 6 in one stage ask for a word of explanation
        """),
    RuleCase(
      "an ended project without stages",
      [
        .replace(
          "projects/streets.md",
          """
          lifecycle:
            - stage: scoping
              from: 2021-01
              to: 2021-02
            - stage: delivery
              from: 2021-03
              to: 2021-05

          """,
          "")
      ],
      finds: """
        L12 info projects/streets.md:4:9 streets: delivered project has no lifecycle; add the stages that are known
        """),
    RuleCase(
      "an end before the last stage",
      [
        .replace(
          "projects/streets.md", "ended: 2021-05",
          "ended: 2021-02")
      ],
      finds: """
        L13 error projects/streets.md:5:8 streets: ended in 2021-02, before its last stage, delivery, begins in 2021-03
        """),
  ])
  func stages(_ rule: RuleCase) throws { try rule.check() }
}
