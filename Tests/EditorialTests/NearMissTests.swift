import Testing

/// What comes close to a finding and is none: the other side of every rule's table.
@Suite struct NearMissTests {
  @Test(arguments: projects + updates + figures + texts)
  func nothingIsFound(near: RuleCase) throws { try near.check() }

  private static let sharing = "projects/sharing.md"
  private static let post = "blog/2021-10-06-first-data.md"

  /// A near miss of a rule in the project that the clean site shares data with.
  private static func stages(_ name: String, _ old: String, _ new: String) -> RuleCase {
    RuleCase(name, [.replace(sharing, old, new)], finds: "")
  }

  /// A near miss of a rule in the words of a post.
  private static func words(_ name: String, _ text: String) -> RuleCase {
    RuleCase(name, [.replace(post, "More is to come", "\n\n\(text)\n\nMore is to come")], finds: "")
  }

  private static let projects: [RuleCase] = [
    RuleCase(
      "L01: a stage of one month",
      [
        .replace(
          "projects/streets.md", "from: 2021-01\n    to: 2021-02", "from: 2021-02\n    to: 2021-02")
      ],
      finds: ""),
    stages(
      "L06: two parts of one stage",
      "  - stage: scoping\n    part: governance\n    from: 2021-07\n    to: 2021-08\n",
      "  - stage: scoping\n    from: 2021-07\n    to: 2021-07\n"
        + "  - stage: scoping\n    part: governance\n    from: 2021-08\n    to: 2021-08\n"),
    stages("L07: a stage that ends after the newest edition", "to: present", "to: 2021-12"),
    stages(
      "L09: a stage that begins in the newest edition's month",
      "to: 2021-08\n  - stage: analysis\n    from: 2021-09",
      "to: 2021-09\n  - stage: analysis\n    from: 2021-10"),
    stages(
      "L10: six sprints in one stage",
      "from: 2021-07\n    to: 2021-08\n  - stage: analysis\n    from: 2021-09",
      "from: 2021-03\n    to: 2021-04\n  - stage: analysis\n    from: 2021-05"),
    RuleCase(
      "L13: ended in the month in which the last stage begins",
      [
        .replace("projects/streets.md", "ended: 2021-05", "ended: 2021-03"),
        .replace("projects/streets.md", "to: 2021-05", "to: 2021-03"),
      ], finds: ""),
    stages(
      "P01: a sponsor until the newest edition", "sponsors: [ann-lee]",
      "sponsors: [{person: ann-lee, to: 2021-10}]"),
    stages(
      "P02: an analyst until the newest edition", "analysts: [bob-marsh]",
      "analysts: [{person: bob-marsh, to: 2021-10}]"),
    stages("P03: an aim instead of a question", "question: Which", "aim: Which"),
    words("P04: another name altogether", "Anna Leeson and Bo Marshall came."),
    RuleCase(
      "P05: a withheld name that no text holds",
      [.replace("people.yaml", "name: Bob Marsh", "name: Bob Marsh\n  publish: false")],
      finds: ""),
    stages("P06: a body that only a text names", "partners: [police]\n", ""),
  ]

  private static let updates: [RuleCase] = [
    RuleCase(
      "U01: nothing to report, with the reason",
      [
        .add(
          "sprints/2021-10/updates/sharing.md",
          """
          ---
          project: sharing
          sprint: 2021-10
          nothing-to-report: true
          reason: The SFV group waited for the DEC.
          ---

          ## Since last time

          - [x] #advice
          - [>] #clean
          - [-] #reader
          """)
      ], finds: ""),
    RuleCase(
      "U05: an accepted heading in capitals",
      [.replace("sprints/2021-10/updates/sharing.md", "## Done", "## DONE")], finds: ""),
    words("U06: words that hold a placeholder", "The mastodon and its todos were lorembled."),
    RuleCase(
      "N02 and N05: due in the newest edition's month, both steps in one",
      [.replace("sprints/2021-09/updates/sharing.md", "due=2021-11 after", "due=2021-10 after")],
      finds: ""),
    RuleCase(
      "D02: a relative date with a due date",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md", "- Show the first chart",
          "- At the end of the month, show the first chart")
      ], finds: ""),
  ]

  private static let figures: [RuleCase] = [
    RuleCase(
      "E01: at least as many as came",
      [
        .replace(
          "metrics/observations.csv", "talks.attendance,2021-07/2021-09,30,exact",
          "talks.attendance,2021-07/2021-09,25,at-least")
      ], finds: ""),
    RuleCase(
      "E02: an event that was called off",
      [
        .add(
          "events/2021-08-08-talk.md",
          """
          ---
          title: Talk about nothing
          kind: network
          date: 2021-08-08
          organiser: team
          cancelled: true
          ---
          """)
      ], finds: ""),
    RuleCase(
      "E03: the organiser is the host",
      [
        .replace(
          "events/2021-09-08-talk.md", "organiser: team", "organiser: team\nhost: team")
      ], finds: ""),
    RuleCase(
      "E04 and E06: an event of another series, today",
      [
        .add(
          "events/2021-11-20-lunch.md",
          """
          ---
          title: Lunch
          kind: network
          series: lunches
          number-in-year: 1
          date: 2021-11-20
          organiser: team
          ---
          """)
      ], finds: ""),
    words("E05: people of another number", "In July, 31 people wrote to us."),
    RuleCase(
      "M04: measured from the first month that could be counted",
      [
        .replace(
          "metrics/comparisons.csv", "blog.readers,",
          "blog.posts,2021-07/2021-09,2021-04/2021-06,April to June 2021,20,percent,2021-09,\n"
            + "blog.readers,")
      ], finds: ""),
    RuleCase(
      "M05: all months, and no quarter",
      [.replace("metrics/observations.csv", "blog.posts,2021-07/2021-09,12,exact,,2021-09,\n", "")],
      finds: ""),
    RuleCase(
      "M08: about as many as the months give",
      [
        .replace(
          "metrics/observations.csv", "blog.posts,2021-07/2021-09,12,exact",
          "blog.posts,2021-07/2021-09,13,about")
      ], finds: ""),
  ]

  private static let texts: [RuleCase] = [
    words("G01: spelt out where it stands", "The Government Digital Service (GDS) helped."),
    words("G01: not made of capitals", "The ePlan of the iTeam and an A to Z."),
    words("G01: a heading in capitals", "## WHAT WE LEARNT THIS WEEK"),
    words("G03: the expansion of the glossary", "The data ethics committee (DEC) met."),
    words("T02: house form", "From 1 September 2021, and July to September. May I go on 4 to 5?"),
    words(
      "T03: words that make sense alone",
      "[How the bridge was built, and more here](https://police.example.org/bridge)"),
    words("A01: an image that says nothing", "![](https://notes.example.org/a.png){decorative}"),
    words("A02: one level after the other", "## One\n\n### Two\n\n#### Three\n\n## Four"),
    words(
      "A04: an address with the letters in it",
      "[The guide to forms](https://police.example.org/pdf-guide/about.html)"),
    words("A05: an element that is allowed", "Press <kbd>Enter</kbd>."),
    words("V01: the team's mailbox", "Write to [the data team](mailto:data.team@example.org)."),
    words("V01: a number that is no telephone", "The budget is 123 456 pounds, order 2021-10-06."),
    words(
      "V03: a parameter that finds a page",
      "[The second page](https://police.example.org/list?page=2&sort=name)"),
  ]
}
