internal import CommonMark
internal import Content
internal import GregorianCalendar
internal import Templates

extension ModelTypes {
  /// A project, as at an edition or now.
  var projectLayout: RecordLayout<ProjectView> {
    RecordLayout(
      project,
      [
        .init("id", .string, "The lasting name, such as `domestic-abuse`.") {
          $1.text($0.project.id.text)
        },
        .init("title", .string, "The project's name.") { $1.text($0.project.title) },
        .init("printed_title", .optional(.string), "The title as an edition printed it.") {
          $1.text($0.project.printedTitle)
        },
        .init("url", .string, "The address of the project's page.") {
          $1.address($0.project.permalink)
        },
        .init("status", .string, "`pipeline`, `active`, `paused`, `delivered` or `closed`.") {
          $1.text($0.status.rawValue)
        },
        .init("status_label", .string, "The status in words, such as `Delivered`.") {
          $1.text($1.label(of: $0.status))
        },
        .init("is_ended", .bool, "Whether the work is over.") { view, _ in
          .bool(view.status.isEnded)
        },
        .init("ended", .optional(.month), "The month it was delivered or closed.") {
          $1.month($0.ended)
        },
        .init("closed_because", .optional(.string), "Why it was closed.") {
          $1.text($0.project.closedBecause)
        },
        .init("question", .optional(.html), "The question the work should answer.") {
          $1.inline($0.project.question, of: $0.project.header.origin)
        },
        .init("aim", .optional(.html), "What the work should achieve.") {
          $1.inline($0.project.aim, of: $0.project.header.origin)
        },
        .init("about", .html, "What the project is about; empty when nothing is written.") {
          $1.html($0.project.about.html, of: $0.project.header.origin)
        },
        .init("sponsors", .list(.record(person)), "Who sponsors it.") { $1.people($0.sponsors) },
        .init("analysts", .list(.record(person)), "Who does the analysis.") {
          $1.people($0.analysts)
        },
        .init("partners", .list(.record(organisation)), "The bodies that take part.") {
          $1.organisations($0.project.partners.map(\.value))
        },
        .init("has_lifecycle", .bool, "Whether any stage is dated.") { view, _ in
          .bool(!view.project.lifecycle.isEmpty)
        },
        .init("stages", .list(.record(stageState)), "All stages in order, dated or not.") {
          $1.list($0.stages, $1.types.stageStateLayout)
        },
        .init("current_stage", .optional(.record(stageState)), "The stage it is in.") {
          $1.optional($0.currentStage, $1.types.stageStateLayout)
        },
        .init("months_in_stages", .int, "Months that its stages cover; a shared one counts once.") {
          view, _ in .int(view.project.monthsInStages(asAt: view.month))
        },
        .init("months_since_start", .optional(.int), "Months since its first stage began.") {
          view, _ in view.project.monthsSinceStart(asAt: view.month).map { .int($0) } ?? .none
        },
        .init("update", .optional(.record(update)), "The latest update.") { view, layout in
          layout.index.updates(of: view).first.map { layout.reference($0) } ?? .none
        },
        .init("updates", .list(.record(update)), "All updates, newest first.") { view, layout in
          let references = layout.index.updates(of: view).map { layout.reference($0) }
          return layout.builder.list(references)
        },
        .init("open_steps", .list(.record(step)), "What is to be done next.") {
          $1.openSteps(of: $0, .next)
        },
        .init("open_needs", .list(.record(step)), "What is needed.") {
          $1.openSteps(of: $0, .need)
        },
        .init("events", .list(.record(event)), "The events about it, newest first.") {
          view, layout in
          let events = (layout.index.eventsByProject[view.project.id] ?? []).filter {
            view.includes($0.date.month)
          }
          return layout.references(events)
        },
        .init("stories", .list(.record(story)), "The impact it had, newest first.") {
          view, layout in
          let stories = layout.site.impactStories.reversed().filter { story in
            story.evidence.contains { $0.value == view.project.id }
              && (layout.month(of: story.sprint.value).map(view.includes) ?? true)
          }
          return layout.references(stories)
        },
        .init("posts", .list(.record(post)), "The blog posts about it, newest first.") {
          view, layout in
          let posts = (layout.index.postsByProject[view.project.id] ?? []).filter {
            view.includes($0.date.month)
          }
          return layout.references(posts)
        },
        .init("related", .list(.record(project)), "Projects that belong with it.") {
          view, layout in
          layout.references(view.project.related.compactMap { layout.site.projects[$0.value] })
        },
      ])
  }

  /// Where a project stands in one stage.
  var stageStateLayout: RecordLayout<StageState> {
    RecordLayout(
      stageState,
      [
        .init("id", .string, "The stage's id, such as `data-prep`.") { $1.text($0.stage.id.text) },
        .init("number", .int, "The stage's number, from 1.") { state, _ in
          .int(state.stage.number)
        },
        .init("name", .string, "The stage's name.") { $1.text($0.stage.name) },
        .init("part", .optional(.string), "The part of the stage, such as `Governance`.") {
          $1.text($0.part?.name)
        },
        .init("part_code", .optional(.string), "The part's code, such as `2b`.") {
          $1.text($0.part?.code)
        },
        .init("progress", .string, "`done`, `current` or `not-started`.") { state, layout in
          switch state.progress {
          case .done: layout.text("done")
          case .current: layout.text("current")
          case .notStarted: layout.text("not-started")
          }
        },
        .init("from", .optional(.month), "The first month.") { state, layout in
          layout.month(state.from)
        },
        .init("to", .optional(.month), "The last month; null while the stage goes on.") {
          state, layout in
          if case .done(_, let to) = state.progress { layout.month(to) } else { .none }
        },
        .init("months", .int, "Months in the stage so far, first and last included.") {
          state, _ in .int(state.monthCount)
        },
      ])
  }

  /// A stage as the lifecycle defines it.
  var stageLayout: RecordLayout<Stage> {
    RecordLayout(
      stage,
      [
        .init("id", .string, "The lasting name, such as `data-prep`.") { $1.text($0.id.text) },
        .init("number", .int, "The stage's number, from 1.") { stage, _ in .int(stage.number) },
        .init("name", .string, "The stage's name.") { $1.text($0.name) },
      ])
  }

  /// A stage with the active projects in it now.
  var stageGroupLayout: RecordLayout<(stage: Stage, projects: [Project])> {
    RecordLayout(
      stageGroup,
      [
        .init("stage", .record(stage), "The stage.") {
          $1.types.stageLayout.record($0.stage, in: &$1)
        },
        .init("projects", .list(.record(project)), "The projects in it, by title.") {
          $1.references($0.projects)
        },
      ])
  }
}
