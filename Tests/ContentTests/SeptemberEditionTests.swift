import Content
import GregorianCalendar
import Testing

/// The values worked out of the edition of September 2021.
@Suite struct SeptemberEditionTests {
  private let september = Month(index: 2021 * 12 + 8)

  @Test func nothingInTheContentIsWrong() throws {
    #expect(try repositorySite().diagnostics == [])
  }

  @Test(arguments: [
    (
      "domestic-abuse",
      [
        "commissioning 2020-08 2020-09 2", "exploration 2020-10 2021-02 5",
        "data-prep 2021-02 2021-04 3", "analysis 2021-05 2021-07 3", "delivery 2021-07 present 3",
      ], 14, 14
    ),
    (
      "istv",
      [
        "commissioning 2021-01 2021-04 4", "exploration/governance 2021-04 present 6",
        "data-prep -", "analysis -", "delivery -",
      ], 9, 9
    ),
    (
      "mental-health-transitions",
      [
        "commissioning 2021-04 2021-07 4", "exploration 2021-07 present 3", "data-prep -",
        "analysis -", "delivery -",
      ], 6, 6
    ),
    (
      "nee-vulnerabilities",
      [
        "commissioning 2020-10 2021-01 4", "exploration/governance 2021-06 present 4",
        "data-prep -", "analysis -", "delivery -",
      ], 8, 12
    ),
  ])
  func stagesAreAsAtSeptember(
    id: String, stages: [String], inStages: Int, sinceStart: Int
  ) throws {
    let site = try repositorySite().site
    let project = try #require(ID<Project>(id).flatMap { site.projects[$0] })
    let states = project.stageStates(in: site.lifecycle, asAt: september).map { state in
      let name = state.stage.id.text + (state.part.map { "/\($0.id)" } ?? "")
      return switch state.progress {
      case .done(let from, let to): "\(name) \(from) \(to) \(state.monthCount)"
      case .current(let from, let months): "\(name) \(from) present \(months)"
      case .notStarted: "\(name) -"
      }
    }
    #expect(states == stages)
    #expect(project.monthsInStages(asAt: september) == inStages)
    #expect(project.monthsSinceStart(asAt: september) == sinceStart)
  }

  @Test func openStepsAndNeedsAreCounted() throws {
    let site = try repositorySite().site
    let edition = try #require(site.latestEdition)
    let open = site.steps.all(upTo: edition).filter(\.isOpen)
    func count(_ kind: Step.Kind, _ project: String?) -> Int {
      open.count { $0.step.kind == kind && $0.project?.text == project }
    }
    #expect(open.count { $0.step.kind == .next } == 20)
    #expect(open.count { $0.step.kind == .need } == 5)
    #expect(count(.next, "istv") == 4)
    #expect(count(.next, "domestic-abuse") == 2)
    #expect(count(.next, "mental-health-transitions") == 2)
    #expect(count(.next, "nee-vulnerabilities") == 4)
    #expect(count(.next, nil) == 8)
    #expect(count(.need, "istv") == 2)
    #expect(count(.need, "domestic-abuse") == 2)
    #expect(count(.need, "nee-vulnerabilities") == 1)
    #expect(count(.need, "mental-health-transitions") == 0)
    let due = open.filter { $0.due != nil }.map { "\($0.step.id) \($0.due?.description ?? "")" }
    #expect(
      due.sorted() == [
        "istv-dec-papers 2021-11", "mht-ig-paperwork 2021-10", "nee-ig-paperwork 2021-10",
      ])
  }

  @Test func peopleProjectsAndStagesAreCounted() throws {
    let site = try repositorySite().site
    #expect(site.people.count == 14)
    #expect(Set(site.projects.flatMap { $0.analysts.map(\.person.value) }).count == 9)
    let status = Dictionary(grouping: site.projects, by: \.status).mapValues(\.count)
    #expect(status == [.active: 4, .delivered: 4, .closed: 1])
    let current = site.projects.compactMap {
      $0.currentStage(in: site.lifecycle, asAt: september)?.stage.id.text
    }
    #expect(current.sorted() == ["delivery", "exploration", "exploration", "exploration"])
    #expect(site.events.compactMap { $0.attendance?.value }.reduce(0, +) == 98)
  }

  @Test func anEditionShowsWhatWasTrueAtItsMonth() throws {
    let site = try assembled([
      "lifecycle.yaml":
        "stages:\n  - {id: a, number: 1, name: A}\n  - {id: b, number: 2, name: B}\n",
      "people.yaml": "- {id: ann, name: Ann}\n- {id: bob, name: Bob}\n",
      "projects/one.md": """
      ---
      title: One
      status: closed
      ended: 2021-12
      sponsors: [{person: ann, to: 2021-09}, {person: bob, from: 2021-10}]
      lifecycle:
        - {stage: a, from: 2021-01, to: 2021-10}
        - {stage: b, from: 2021-11, to: 2021-12}
      ---
      """,
    ]).site
    let project = try #require(site.projects.first)
    let then = ProjectView(project, lifecycle: site.lifecycle, asAt: september)
    #expect(then.status == .active)
    #expect(then.ended == nil)
    #expect(then.stages[0].progress == .current(from: try #require(Month("2021-01")), months: 9))
    #expect(then.stages[1].progress == .notStarted)
    #expect(then.sponsors.map(\.text) == ["ann"])
    let now = ProjectView(project, lifecycle: site.lifecycle, now: september)
    #expect(now.status == .closed)
    #expect(now.sponsors.map(\.text) == ["bob"])
    #expect(now.stages.map(\.monthCount) == [10, 2])
  }
}
