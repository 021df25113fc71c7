import Content
import FuzzSupport
import Testing

/// What is told of steps is what one finds by going through everything edition by edition.
@Suite struct StepHistoryTests {
  @Test func fuzzedStepsAreTrackedAsTheyWereRecorded() throws {
    var (openCount, closedCount) = (0, 0)
    for seed in FuzzSeeds(usual: 60) {
      var writer = RandomNotes(seed: seed)
      let (site, _) = try assembled(writer.files(), at: 1_700_000_000)
      let open = site.steps.openByEdition()
      for edition in site.editions {
        let expected = Self.tracked(in: site, upTo: edition)
        #expect(site.steps.all(upTo: edition).map(Self.words) == expected.all, "seed \(seed)")
        #expect(site.steps.open(asAt: edition).map(Self.words) == expected.open, "seed \(seed)")
        #expect(open[edition.id]?.map(Self.words) == expected.open, "seed \(seed)")
        for id in Set(site.steps.all(upTo: edition).map(\.step.id)) {
          let last = site.steps.all(upTo: edition).last { $0.step.id == id }
          let step = site.steps.step(id, asAt: edition)
          #expect(step.map(Self.words) == last.map(Self.words), "seed \(seed)")
        }
        let own = Self.tracked(in: site, upTo: edition, writtenIn: edition)
        #expect(site.steps.all(of: edition).map(Self.words) == own.all, "seed \(seed)")
        openCount += expected.open.count
        closedCount += expected.all.count - expected.open.count
      }
    }
    #expect(openCount > 200)
    #expect(closedCount > 200)
  }

  private static func words(_ tracked: TrackedStep) -> String {
    let outcome = tracked.outcome.map { "\($0.result)" } ?? "none"
    return
      "\(tracked.step.id) of \(tracked.project?.text ?? "programme") in \(tracked.firstSprint),"
      + " due \(tracked.due?.description ?? "never"), carried \(tracked.carried), \(outcome)"
      + " closed in \(tracked.closedIn?.text ?? "none")"
  }

  private static func tracked(
    in site: Site, upTo last: Edition, writtenIn writer: Edition? = nil
  ) -> (all: [String], open: [String]) {
    let known = site.editions.filter { $0.period.value <= last.period.value }
    var all: [(words: String, isOpen: Bool)] = []
    for (position, edition) in known.enumerated() where writer == nil || writer?.id == edition.id {
      let updates = site.updates.filter { $0.sprint.value == edition.id }
      let steps =
        updates.flatMap { update in update.steps.map { ($0, update.project.value.text) } }
        + edition.steps.map { ($0, "programme") }
      for (step, project) in steps {
        var (due, carried) = (step.due?.value, 0)
        var (outcome, closed): (Outcome?, String?) = (nil, nil)
        for later in known[(position + 1)...] {
          let recorded =
            later.outcomes
            + site.updates.filter { $0.sprint.value == later.id }.flatMap(\.outcomes)
          for one in recorded where one.step.value == step.id {
            due = one.due ?? due
            carried += one.result == .carried ? 1 : 0
            if closed == nil { outcome = one }
            if closed == nil, one.result == .done || one.result == .dropped {
              closed = later.id.text
            }
          }
        }
        let words =
          "\(step.id) of \(project) in \(edition.id), due \(due?.description ?? "never"),"
          + " carried \(carried), \(outcome.map { "\($0.result)" } ?? "none")"
          + " closed in \(closed ?? "none")"
        all.append((words, closed == nil))
      }
    }
    return (all.map(\.words), all.filter(\.isOpen).map(\.words))
  }
}

/// Editions with steps and outcomes; some are of the same month, some ids stand twice.
private struct RandomNotes {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func files() -> [String: String] {
    var files: [String: String] = [:]
    for project in ["one", "two"] {
      files["projects/\(project).md"] = "---\ntitle: \(project)\nstatus: active\n---\n"
    }
    for number in 1...7 {
      let id = "2021-0\(number)"
      let period = random.number(below: 3) == 0 ? "2021-0\(max(1, number - 1))" : id
      files["sprints/\(id)/index.md"] =
        "---\ntitle: T\nperiod: \(period)\nsummary: S\nprojects: [two, one]\n---\n\n"
        + outcomes() + steps("Programme: what's next")
      for project in ["one", "two"] where random.number(below: 4) > 0 {
        files["sprints/\(id)/updates/\(project).md"] =
          "---\nproject: \(project)\nsprint: \(id)\n---\n\n"
          + outcomes() + steps("What's next") + steps("What we need")
      }
    }
    return files
  }

  private mutating func outcomes() -> String {
    let items = (0..<random.number(below: 5)).map { _ in
      let mark = random.pick(["x", ">", "~", "-", ">", "~"])
      return
        "- [\(mark)] #s\(random.number(below: 24))\(random.number(below: 3) == 0 ? " later {due=2022-0\(random.number(below: 9) + 1)}" : "")\n"
    }
    return items.isEmpty ? "" : "## Since last time\n\n\(items.joined())\n"
  }

  private mutating func steps(_ heading: String) -> String {
    let items = (0..<random.number(below: 3)).map { _ in
      "- Do it {#s\(random.number(below: 24))\(random.number(below: 2) == 0 ? " due=2021-1\(random.number(below: 3))" : "")}\n"
    }
    return items.isEmpty ? "" : "## \(heading)\n\n\(items.joined())\n"
  }
}
