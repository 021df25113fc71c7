import Content
import Diagnostics
import Testing

@Suite struct StepTests {
  private func edition(_ month: String, _ body: String = "") -> String {
    "---\ntitle: \(month)\nperiod: \(month)\nsummary: Notes\nprojects: [one]\n---\n\n\(body)\n"
  }

  private func update(_ month: String, _ body: String) -> String {
    "---\nproject: one\nsprint: \(month)\n---\n\n\(body)\n"
  }

  private func site(october: String) throws -> (site: Site, diagnostics: [Diagnostic]) {
    return try assembled([
      "projects/one.md": "---\ntitle: One\nstatus: active\n---\n",
      "sprints/2021-09/index.md": edition("2021-09"),
      "sprints/2021-10/index.md": edition("2021-10"),
      "sprints/2021-09/updates/one.md": """
      ---
      project: one
      sprint: 2021-09
      ---

      ## What’s next

      - Ask the board {#ask due=2021-10}
      - Write *the* paper

      ## Needs
      """,
      "sprints/2021-10/updates/one.md":
        update("2021-10", "## Since last time\n\n\(october)"),
    ])
  }

  @Test func stepsHaveIDsDatesAndPlainText() throws {
    let (site, diagnostics) = try site(october: "- [x] #ask")
    #expect(diagnostics == [])
    let update = try #require(site.updates.first)
    #expect(update.next?.steps.map(\.id.text) == ["ask", "one-write-the-paper"])
    #expect(update.next?.steps.map(\.plainText) == ["Ask the board", "Write the paper"])
    #expect(update.next?.steps.first?.due?.value.description == "2021-10")
    #expect(update.needs?.isEmpty == true)
    #expect(update.done == nil)
  }

  @Test(arguments: [
    ("- [x] #ask", 1, 0), ("- [-] #ask not wanted", 1, 0), ("- [>] #ask waiting", 2, 1),
    ("- [~] #ask later {due=2021-12}", 2, 0),
  ])
  func outcomesCloseOrCarryAStep(item: String, open: Int, carried: Int) throws {
    let (site, diagnostics) = try site(october: item)
    #expect(diagnostics == [])
    let latest = try #require(site.latestEdition)
    let tracked = site.steps.all(upTo: latest)
    #expect(tracked.count(where: \.isOpen) == open)
    #expect(tracked.first?.carried == carried)
    // What the earlier edition shows does not change.
    #expect(site.steps.all(upTo: site.editions[0]).count(where: \.isOpen) == 2)
  }

  @Test func aChangedDateIsTheNewOne() throws {
    let (site, _) = try site(october: "- [~] #ask later {due=2021-12}")
    let latest = try #require(site.latestEdition)
    #expect(site.steps.all(upTo: latest).first?.due?.description == "2021-12")
  }

  /// Whether an edition's own text or an update says it, what a later edition says comes later.
  @Test(arguments: [true, false])
  func outcomesAreInTheOrderOfEditions(updateIsFirst: Bool) throws {
    let october = "## Since last time\n\n- [~] #ask later {due=2021-12}"
    let november = "## Since last time\n\n- [~] #ask later still {due=2022-02}"
    let (site, diagnostics) = try assembled(
      [
        "projects/one.md": "---\ntitle: One\nstatus: active\n---\n",
        "sprints/2021-09/index.md": edition("2021-09", ""),
        "sprints/2021-09/updates/one.md": update(
          "2021-09", "## What’s next\n\n- Ask the board {#ask due=2021-10}"),
        "sprints/2021-10/index.md": edition("2021-10", updateIsFirst ? "" : october),
        "sprints/2021-10/updates/one.md": update("2021-10", updateIsFirst ? october : ""),
        "sprints/2021-11/index.md": edition("2021-11", updateIsFirst ? november : ""),
        "sprints/2021-11/updates/one.md": update("2021-11", updateIsFirst ? "" : november),
      ], at: 1_640_000_000)
    #expect(diagnostics == [])
    let latest = try #require(site.latestEdition)
    #expect(site.steps.all(upTo: latest).map(\.due?.description) == ["2022-02"])
  }

  @Test func unreadableOutcomesAndUnknownStepsAreReported() throws {
    let (_, diagnostics) = try site(
      october: "- [x] ask\n- [x] #aks\n- plain\n- [x] #ask {dues=2021-12}")
    #expect(
      diagnostics.map(\.message) == [
        "an item under 'Since last time' is '- [x] #step-id', with x done, > carried, ~ changed or - dropped",
        "there is no next step 'aks' (did you mean 'ask'?)",
        "an item under 'Since last time' is '- [x] #step-id', with x done, > carried, ~ changed or - dropped",
        "unknown key 'dues' in an item (did you mean 'due'?)",
      ])
  }
}
