import Testing

/// What the rules on events and metrics find when one thing is wrong.
@Suite struct FigureRuleTests {
  @Test(arguments: [
    RuleCase(
      "an attendance that does not add up",
      [
        .replace(
          "events/2021-09-08-talk.md", "attendance: 20",
          "attendance: 25")
      ],
      finds: """
        E01 warning metrics/observations.csv:7:34 talks.attendance 2021-07/2021-09: stated 30, the 2 events on file give 35; difference 5
        """),
    RuleCase(
      "a number of events that does not add up",
      [
        .replace(
          "metrics/observations.csv", "talks.count,2021-07/2021-09,2",
          "talks.count,2021-07/2021-09,3")
      ],
      finds: """
        E02 warning metrics/observations.csv:8:29 talks.count 2021-07/2021-09: stated 3, the 2 events on file give 2; difference 1
        """),
    RuleCase(
      "an event of another's host",
      [
        .replace(
          "events/2021-09-08-talk.md", "organiser: team",
          """
          organiser: team
          host: police
          """)
      ],
      finds: """
        E03 info events/2021-09-08-talk.md:9:7 2021-09-08-talk: organised by team, hosted by police; the stated totals do not say which they count
        """),
    RuleCase(
      "a number that is not the place",
      [
        .replace(
          "events/2021-09-08-talk.md", "number-in-year: 2",
          "number-in-year: 3")
      ],
      finds: """
        E04 info events/2021-09-08-talk.md:6:17 2021-09-08-talk: says number 3 in 2021; it is number 2 of those on file
        """),
    RuleCase(
      "attendances called people",
      [
        .replace(
          "sprints/2021-09/index.md", "30 attendances",
          "30 data colleagues")
      ],
      finds: """
        E05 info sprints/2021-09/index.md:12:63 2021-09: 30 are attendances and not colleagues: someone who came twice counts twice
        """),
    RuleCase(
      "an event without attendance",
      [
        .replace(
          "events/2021-09-08-talk.md",
          """
          attendance: 20

          """,
          ""),
        .replace(
          "metrics/observations.csv", "talks.attendance,2021-07/2021-09,30",
          "talks.attendance,2021-07/2021-09,10"),
      ],
      finds: """
        E06 warning events/2021-09-08-talk.md:7:1 2021-09-08-talk: the event is over and has no attendance; add 'attendance'
        """),
  ])
  func events(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "an unknown metric",
      [
        .replace(
          "metrics/observations.csv", "blog.readers,",
          "blog.reader,")
      ],
      finds: """
        M02 warning metrics/comparisons.csv:2:1 blog.readers: a change is stated but no value for either period; add an observation of blog.readers
        M01 error metrics/observations.csv:6:1 blog.reader: there is no metric 'blog.reader' (did you mean 'blog.readers'?)
        """),
    RuleCase(
      "another unit than its derivation's",
      [
        .replace(
          "metrics/definitions.yaml", "unit: events",
          "unit: talks")
      ],
      finds: """
        M01 error metrics/definitions.yaml:25:9 talks.count: what 'count(events)' gives is counted in events, not in 'talks'
        """),
    RuleCase(
      "a change without values",
      [
        .replace(
          "metrics/observations.csv",
          """
          blog.readers,2021-07/2021-09,300,exact,,2021-09,

          """,
          "")
      ],
      finds: """
        M02 warning metrics/comparisons.csv:2:1 blog.readers: a change is stated but no value for either period; add an observation of blog.readers
        """),
    RuleCase(
      "a comparison without period",
      [
        .replace(
          "metrics/comparisons.csv", "2021-04/2021-06,April to June 2021",
          ",Q1 2021")
      ],
      finds: """
        M03 warning metrics/comparisons.csv:2:1 blog.readers: no period to compare with; printed label "Q1 2021" has more than one reading; fill 'against' with months such as 2020-07/2020-09
        """),
    RuleCase(
      "a comparison with what was not there",
      [
        .replace(
          "metrics/definitions.yaml",
          """
            unit: people
            additive: false

          """,
          """
            unit: people
            additive: false
            since: 2021-05

          """)
      ],
      finds: """
        M04 warning metrics/comparisons.csv:2:1 blog.readers: the change is measured from 2021-04, but there is nothing to count before 2021-05
        """),
    RuleCase(
      "a month without value",
      [
        .replace(
          "metrics/observations.csv",
          """
          blog.posts,2021-09,5,exact,,2021-09,
          blog.posts,2021-07/2021-09,12,exact,,2021-09,

          """,
          "")
      ],
      finds: """
        M05 info metrics/observations.csv:3:12 blog.posts 2021-09: no value for 2021-09, a month inside the quarter reported; add the figure, or 0 with a note
        """),
    RuleCase(
      "a sum of what cannot be added",
      [
        .replace(
          "metrics/definitions.yaml",
          """
          additive: true
            derived: sum
          """,
          """
          additive: false
            derived: sum
          """)
      ],
      finds: """
        M06 error metrics/definitions.yaml:20:12 talks.attendance: only additive metrics are summed; talks.attendance is 'additive: false' and 'derived: sum(events.attendance)'
        """),
    RuleCase(
      "a quarter that is not its months",
      [
        .replace(
          "metrics/observations.csv", "2021-09,5,",
          "2021-09,6,")
      ],
      finds: """
        M08 warning metrics/observations.csv:5:28 blog.posts 2021-07/2021-09: stated 12, its months give 13
        """),
    RuleCase(
      "a number in the prose, once the rule is on",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {M09: {severity: warning}}
          well-known
          """),
        .replace(
          "sprints/2021-09/index.md", "300 readers",
          "310 readers"),
      ],
      finds: """
        M09 warning sprints/2021-09/index.md:12:31 2021-09: 310 is no figure on file for 2021-09; correct it, or add it
        """),
  ])
  func metrics(_ rule: RuleCase) throws { try rule.check() }
}
