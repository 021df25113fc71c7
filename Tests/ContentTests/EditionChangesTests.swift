import Content
import Testing

/// What changed between an edition and the one before it.
@Suite struct EditionChangesTests {
  private static let files: [String: String] = [
    "lifecycle.yaml": """
    stages:
      - id: scoping
        number: 1
        name: Scoping
        parts:
          - id: questions
            code: 1a
            name: Questions
          - id: governance
            code: 1b
            name: Governance
      - id: analysis
        number: 2
        name: Analysis
    """,
    "people.yaml": """
    - id: ann
      name: Ann Lee
    - id: bob
      name: Bob Marsh
    - id: cy
      name: Cy Withheld
      publish: false
    """,
    "projects/lamps.md": project(
      """
      status: active
      sponsors: [{person: ann, to: 2021-09}, {person: bob, from: 2021-10}]
      analysts: [{person: cy, from: 2021-10}]
      lifecycle:
        - {stage: scoping, part: questions, from: 2021-07, to: 2021-09}
        - {stage: scoping, part: governance, from: 2021-10, to: 2021-10}
        - {stage: analysis, from: 2021-11, to: present}
      """),
    "projects/roads.md": project("status: delivered\nended: 2021-10"),
    "projects/water.md": project(
      "status: active\nlifecycle:\n  - {stage: scoping, from: 2021-10, to: present}"),
    "projects/waste.md": project("status: active"),
    "projects/quiet.md": project("status: active"),
    "sprints/2021-09/index.md": edition("2021-09", "[lamps, roads, waste, quiet]")
      + "\n## Programme: what's next\n\n- Write the report {#report}\n",
    "sprints/2021-10/index.md": edition("2021-10", "[water, lamps, quiet]\npast-work: [roads]")
      + "\n## Since last time\n\n- [~] #report with figures {due=2021-12}\n",
    "sprints/2021-11/index.md": edition("2021-11", "[water, lamps, quiet]"),
    "sprints/2021-09/updates/lamps.md":
      "## Next\n\n- Count *all* lamps {#count}\n- Ask {#ask}\n- Rest {#rest}\n",
    "sprints/2021-10/updates/lamps.md":
      "## Since last time\n\n- [x] #count\n- [>] #ask waiting for a date\n- [-] #rest\n",
    "metrics/definitions.yaml": """
    - {id: posts, name: Posts, channel: blog, level: output, unit: posts, additive: true}
    - {id: reach, name: Reach, channel: blog, level: output, unit: people, additive: false}
    """,
    "metrics/observations.csv": """
    metric,period,value,qualifier,item,edition,note
    posts,2021-07/2021-09,12,exact,,2021-09,
    posts,2021-08,3,exact,,2021-09,
    posts,2021-09,4,exact,,2021-09,
    posts,2021-10,1500,exact,,2021-10,
    reach,2021-09,7300,more-than,,2021-09,
    reach,2021-10,8000,about,,2021-10,
    posts,2021-11,1500,exact,,2021-11,
    """,
  ]

  private static func project(_ fields: String) -> String { "---\ntitle: A\n\(fields)\n---\n" }

  private static func edition(_ month: String, _ projects: String) -> String {
    "---\ntitle: \(month)\nperiod: \(month)\nsummary: Notes\nprojects: \(projects)\n---\n"
  }

  /// The changes of an edition, a line each.
  private func changes(in index: Int, _ files: [String: String] = files) throws -> String {
    let (site, diagnostics) = try assembled(files, at: 1_640_000_000)
    #expect(diagnostics == [])
    guard let changes = site.changes(in: site.editions[index]) else { return "none" }
    func line(_ step: StepChange) -> String {
      "\(step.kind): \(step.lead)\(step.step.step.plainText)\(step.remark)"
    }
    let projects = changes.projects.flatMap { project in
      (project.changes.map { "\($0.kind): \($0.sentence { $0.rawValue })" }
        + project.steps.map(line)).map { "\(project.project.id) \($0)" }
    }
    return
      (["since \(changes.earlier.id)"] + projects + changes.programme.map(line)
      + changes.figures.map(\.sentence)).joined(separator: "\n")
  }

  @Test func theFirstEditionHasNone() throws { #expect(try changes(in: 0) == "none") }

  @Test func stagesPeopleStepsAndFiguresAreCompared() throws {
    #expect(
      try changes(in: 1) == """
        since 2021-09
        water added: New in these notes, in Scoping since October 2021.
        lamps moved: Moved from Scoping (1a Questions) to Scoping (1b Governance) in October 2021.
        lamps joined: Bob Marsh joined as sponsor.
        lamps left: Ann Lee left as sponsor.
        lamps done: Done: Count all lamps
        lamps carried: Carried on: Ask (waiting for a date)
        lamps dropped: Dropped: Rest
        roads ended: delivered in October 2021.
        waste unlisted: Not in this edition.
        changed: Changed: Write the report (now due December 2021; with figures)
        Posts: 1,500 posts in October 2021, 4 in September 2021, 1,496 more.
        Reach: about 8,000 people in October 2021, more than 7,300 in September 2021.
        """)
  }

  @Test func laterEditionsChangeNothingInEarlierOnes() throws {
    var files = Self.files
    files["sprints/2021-11/index.md"] = nil
    files["metrics/observations.csv"] = Self.files["metrics/observations.csv"]?
      .replacing("posts,2021-11,1500,exact,,2021-11,", with: "")
    #expect(try changes(in: 1, files) == changes(in: 1))
  }

  @Test func anEditionWithOnlyAStageMoveAndAFigureSaysThat() throws {
    #expect(
      try changes(in: 2) == """
        since 2021-10
        lamps moved: Moved from Scoping (1b Governance) to Analysis in November 2021.
        Posts: 1,500 posts in November 2021, 1,500 in October 2021, no change.
        """)
  }

  @Test func stageMovesOfTheFirstEditionAreThoseOfItsMonths() throws {
    let (site, _) = try assembled(Self.files, at: 1_640_000_000)
    func moves(_ index: Int) -> [String] {
      site.stageMoves(in: site.editions[index]).map {
        "\($0.project.id) \($0.change.sentence { $0.rawValue })"
      }
    }
    #expect(moves(0) == ["lamps Finished Scoping (1a Questions)."])
    #expect(
      moves(1) == [
        "water Began Scoping in October 2021.",
        "lamps Moved from Scoping (1a Questions) to Scoping (1b Governance) in October 2021.",
        "roads delivered in October 2021.",
      ])
  }
}
