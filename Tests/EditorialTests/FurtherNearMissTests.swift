import Testing

/// Near misses of rules about what stands elsewhere: in another file, another sprint or the
/// settings.
@Suite struct FurtherNearMissTests {
  @Test(arguments: lifecycle + sprints + figures + texts)
  func nothingIsFound(near: RuleCase) throws { try near.check() }

  private static let sharing = "projects/sharing.md"
  private static let update = "sprints/2021-10/updates/sharing.md"

  private static func one(_ name: String, _ file: String, _ old: String, _ new: String) -> RuleCase
  {
    RuleCase(name, [.replace(file, old, new)], finds: "")
  }

  /// A near miss of a rule that is off unless a site says otherwise.
  private static func switchedOn(_ name: String, _ rule: String, _ edits: [Edit] = []) -> RuleCase {
    RuleCase(
      name,
      [.replace("site.yaml", "well-known: [NHS]", "well-known: [NHS]\nrules:\n  \(rule): warning")]
        + edits, finds: "")
  }

  /// An edition of November in which every step is accounted for.
  private static func november(_ name: String, _ keys: String, report: String) -> RuleCase {
    RuleCase(
      name,
      [
        .add(
          "sprints/2021-11/index.md",
          """
          ---
          id: 2021-11
          title: Sprint notes November 2021
          period: 2021-11
          \(keys)
          summary: The chart was shown to the committee, and the SFV group is glad of the DEC.
          projects: [sharing]
          ---

          ## Since last time

          - [\(report)] #report
          """),
        .add(
          "sprints/2021-11/updates/sharing.md",
          """
          ---
          project: sharing
          sprint: 2021-11
          ---

          ## Since last time

          - [x] #clean
          - [x] #chart

          ## Done

          - Everyone has seen the chart.

          ## Next

          - Close the project {#close due=2021-12}

          ## Needs

          None this sprint.
          """),
      ], finds: "")
  }

  private static let lifecycle: [RuleCase] = [
    RuleCase(
      "L02: a stage that begins in the month in which the earlier one ends",
      [.replace(sharing, "to: 2021-08", "to: 2021-09")],
      finds: """
        L03 info projects/sharing.md:15:11 sharing: analysis begins in 2021-09, the month scoping ends
        """),
    one(
      "L03 and L04: month after month", sharing,
      "to: 2021-08\n  - stage: analysis\n    from: 2021-09",
      "to: 2021-07\n  - stage: analysis\n    from: 2021-08"),
    one(
      "L05: the later part of one stage goes on", sharing, "from: 2021-09\n",
      "from: 2021-09\n    to: 2021-09\n  - stage: analysis\n    from: 2021-10\n"),
    one("L08: a stage without a part", sharing, "    part: governance\n", ""),
    one(
      "L12: an ended project with one stage", "projects/streets.md",
      "  - stage: delivery\n    from: 2021-03\n    to: 2021-05\n", ""),
    RuleCase(
      "U02: a project that ended after the edition",
      [
        .replace(sharing, "status: active", "status: delivered\nended: 2021-11"),
        .replace(sharing, "to: present", "to: 2021-11"),
      ], finds: ""),
    one(
      "W01: a waiver that matches", sharing, "question: Which data would help victims sooner?",
      "waive: [{rule: P03, because: The partners agreed to wait.}]"),
    RuleCase(
      "B05: a draft that no edition lists",
      [
        .add(
          "projects/next.md",
          "---\nid: next\ntitle: What comes next\nstatus: pipeline\ndraft: true\n---\n")
      ], finds: ""),
  ]

  private static let sprints: [RuleCase] = [
    one(
      "D03: a month in other words", "sprints/2021-10/index.md", "period: 2021-10",
      "period: 2021-10\nstated-period: the past month"),
    RuleCase(
      "N01: an outcome that the edition itself records",
      [
        .replace(update, "- [x] #advice\n", ""),
        .replace("sprints/2021-10/index.md", "- [>] #report", "- [>] #report\n- [x] #advice"),
      ], finds: ""),
    november("N03: carried twice", "published: 2021-11-19", report: ">"),
    november(
      "D01, U08 and U09: a draft before its day", "published: 2021-11-21\nstate: draft",
      report: "x"),
    november("D01: a draft without a day", "state: draft", report: "x"),
    switchedOn("N04: every step has a month", "N04"),
    one(
      "U03 and U04: other wordings, and no needs", update, "## Needs\n\nNone this sprint.",
      "## What we need\n\n- Nothing at all {#nothing due=2021-12}"),
    one(
      "U07: a text that begins like the last one", update,
      "The DEC gave its advice, and the SFV group has begun to clean what came in September.",
      "The first data came from the DEC, and the SFV group is sure now what it may be used for."),
  ]

  private static let figures: [RuleCase] = [
    one(
      "M01 and M03: a change against months, without a label", "metrics/comparisons.csv",
      "April to June 2021,50,percent", ",50,points"),
    one(
      "M02: a value for the period compared with", "metrics/comparisons.csv", "blog.readers,",
      "blog.readers,2021-10,2021-07/2021-09,July to September 2021,10,percent,2021-10,\n"
        + "blog.readers,"),
    one(
      "M06: counted and not added", "metrics/definitions.yaml",
      "additive: true\n  derived: count(events)", "additive: false\n  derived: count(events)"),
    switchedOn("M09: every number is on file", "M09"),
    one(
      "S04: the same figure of two editions", "metrics/observations.csv", "blog.readers,",
      "blog.readers,2021-07/2021-09,300,exact,,2021-10,\nblog.readers,"),
  ]

  private static let texts: [RuleCase] = [
    one(
      "A03: a head with one empty cell", "blog/2021-10-06-first-data.md", "| Month | Posts |",
      "| Month |  |"),
    one(
      "B04: a licence with its address", "site.yaml", "licence: Open Government Licence v3.0",
      "licence:\n  name: Open Government Licence v3.0\n  link: https://licence.example.org/"),
    one(
      "G02: used in the plural only", update, "The DEC gave its advice",
      "The DECs gave their advice"),
    switchedOn(
      "G04: spelt out at first", "G04",
      [.replace(update, "The DEC gave", "The Data Ethics Committee (DEC) met, and the DEC gave")]),
    one(
      "G05: a project's term that has an organisation too", "glossary.yaml", "project: sharing",
      "project: sharing\n      organisation: police"),
    one(
      "T01: the words of a spelling, not as a name", "blog/2021-10-06-first-data.md",
      "More is to come", "LinkedIn is linked in every list. More is to come"),
    RuleCase(
      "V02: a host that the privacy page names",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "https://notes.example.org/files", "https://a.org"),
        .replace("pages/privacy.md", "Nothing is collected", "Pictures come from a.org"),
      ], finds: ""),
  ]
}
