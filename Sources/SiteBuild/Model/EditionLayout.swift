internal import Content
internal import Templates

extension ModelTypes {
  /// An edition, everything in it as at its month.
  var editionLayout: RecordLayout<Edition> {
    RecordLayout(
      edition,
      [
        .init("id", .string, "The lasting name, such as `2021-09`.") { $1.text($0.id.text) },
        .init("title", .string, "The edition's title.") { $1.text($0.title) },
        .init("url", .string, "The edition's address.") { $1.address($0.permalink) },
        .init("period", .period, "The months it covers.") { $1.period($0.period.value) },
        .init("period_label", .string, "The months in words, such as `September 2021`.") {
          $1.text($0.period.value.label)
        },
        .init("published", .optional(.date), "The day it was published.") {
          $1.date($0.published?.value)
        },
        .init("stated_period", .optional(.string), "The period in its own words.") {
          $1.text($0.statedPeriod)
        },
        .init("quarter", .optional(.record(quarter)), "The quarter it reports.") {
          $1.optional($0.reportsQuarter?.value, $1.types.quarterLayout)
        },
        .init("number", .optional(.int), "Its number.") { edition, _ in
          edition.number.map { .int($0) } ?? .none
        },
        .init("summary", .string, "What it is about, in a sentence or two.") {
          $1.text($0.summary)
        },
        .init("projects", .list(.record(project)), "The active projects, in page order.") {
          $1.projects($0.projects.map(\.value), in: $0)
        },
        .init("past_work", .list(.record(project)), "Projects that have ended, in page order.") {
          $1.projects($0.pastWork.map(\.value), in: $0)
        },
        .init("updates", .list(.record(update)), "The updates, in page order.") {
          edition, layout in
          let updates = edition.projects.compactMap {
            layout.site.updates.update(of: $0.value, in: edition.id)
          }
          let references = updates.map { layout.reference($0) }
          return layout.builder.list(references)
        },
        .init("steps", .list(.record(step)), "The programme's own next steps.") {
          edition, layout in
          let steps = layout.site.steps.all(of: edition).filter { $0.project == nil }
          return layout.list(steps, layout.types.stepLayout)
        },
        .init("events", .list(.record(event)), "The events inside its period, by date.") {
          edition, layout in
          layout.references(layout.site.events.filter { edition.period.value.contains($0.date) })
        },
        .init("stories", .list(.record(story)), "The impact it tells of.") { edition, layout in
          layout.references(layout.site.impactStories.filter { $0.sprint.value == edition.id })
        },
        .init("observations", .list(.record(observation)), "Every value stated by then.") {
          edition, layout in
          let all = layout.site.observations
          let stated = all.indices.filter { layout.isStated(all[$0].edition.value, by: edition) }
          let values = layout.observationValues()
          return layout.builder.list(stated.map { values[$0] })
        },
        .init("comparisons", .list(.record(comparison)), "Every change stated by then.") {
          edition, layout in
          let stated = layout.site.comparisons.filter {
            layout.isStated($0.edition.value, by: edition)
          }
          return layout.list(stated, layout.types.comparisonLayout)
        },
        .init("glossary", .list(.record(termGroup)), "The abbreviations known by then.") {
          edition, layout in
          let glossary = layout.site.glossary.asAt(edition.period.value.last)
          return layout.list(glossary.groups, layout.types.termGroupLayout)
        },
        .init(
          "changes", .optional(.record(changes)),
          "What changed since the edition before; null when nothing did."
        ) { edition, layout in
          layout.optional(
            layout.site.changes(in: edition).map { ($0, edition) }, layout.types.changesLayout)
        },
        .init("stage_moves", .list(.record(stageMove)), "Projects in a new stage, or ended.") {
          edition, layout in
          let moves = layout.site.stageMoves(in: edition).map { ($0.project, $0.change, edition) }
          return layout.list(moves, layout.types.stageMoveLayout)
        },
        .init("asks", .list(.record(stepGroup)), "Open needs, by who can give them.") {
          $1.list($1.index.asks(in: $0), $1.types.stepGroupLayout)
        },
        .init("decisions", .list(.record(stepGroup)), "Open steps that wait for someone.") {
          $1.list($1.index.awaitedSteps(in: $0), $1.types.stepGroupLayout)
        },
        .init("dates", .list(.record(stepGroup)), "Open steps and needs by due month.") {
          $1.list($1.index.datedSteps(in: $0), $1.types.stepGroupLayout)
        },
        .init("board_url", .string, "The address of its board page.") {
          $1.address($0.boardPermalink)
        },
        .init("corrections", .list(.record(correction)), "What was put right since.") {
          $1.list($0.corrections, $1.types.correctionLayout)
        },
        .init("authors", .list(.record(person)), "Who wrote it.") {
          $1.people($0.authors.map(\.value))
        },
        .init("previous", .optional(.record(edition)), "The edition before.") { edition, layout in
          layout.site.edition(before: edition).map { layout.reference($0) } ?? .none
        },
        .init("next", .optional(.record(edition)), "The edition after.") { edition, layout in
          layout.site.edition(after: edition).map { layout.reference($0) } ?? .none
        },
      ])
  }

  var correctionLayout: RecordLayout<Edition.Correction> {
    RecordLayout(
      correction,
      [
        .init("date", .date, "The day it was put right.") { $1.date($0.day) },
        .init("text", .string, "What was put right.") { $1.text($0.text) },
      ])
  }

  /// What one project wrote for one edition.
  var updateLayout: RecordLayout<ProjectUpdate> {
    RecordLayout(
      update,
      [
        .init("project", .record(project), "The project, as at the edition.") { update, layout in
          layout.project(update.project.value, in: update.sprint.value)
        },
        .init("edition", .record(edition), "The edition it belongs to.") { update, layout in
          layout.site.editions[update.sprint.value].map { layout.reference($0) } ?? .none
        },
        .init("nothing_to_report", .optional(.string), "Why there is nothing to report.") {
          $1.text($0.nothingToReport)
        },
        .init("has_done", .bool, "Whether the section on work done has text.") { update, _ in
          .bool(update.done.map { !$0.isEmpty } ?? false)
        },
        .init("done", .html, "What was done; empty when the section is.") { update, layout in
          update.done.map { layout.html($0.content, of: update.header.origin) } ?? layout.html("")
        },
        .init("next", .list(.record(step)), "What is next, as then written.") { update, layout in
          layout.steps(of: update, .next)
        },
        .init("needs", .list(.record(step)), "What is needed, as then written.") {
          update, layout in layout.steps(of: update, .need)
        },
        .init("asks_needs", .bool, "Whether the update has a section on needs, even empty.") {
          update, _ in .bool(update.needs != nil)
        },
      ])
  }

  /// A step or need.
  var stepLayout: RecordLayout<TrackedStep> {
    RecordLayout(
      step,
      [
        .init("id", .string, "The lasting name, such as `istv-data-spec`.") {
          $1.text($0.step.id.text)
        },
        .init("kind", .string, "`next` or `need`.") { tracked, layout in
          switch tracked.step.kind {
          case .next: layout.text("next")
          case .need: layout.text("need")
          }
        },
        .init("text", .html, "What is to be done or needed.") { tracked, layout in
          layout.html(tracked.step.content, of: layout.site.origin(of: tracked))
        },
        .init("due", .optional(.string), "When it is due, in words.") {
          $1.text($0.due.map { $0.label })
        },
        .init("owner", .optional(.record(person)), "Who does it.") { tracked, layout in
          layout.person(tracked.step.owner?.value)
        },
        .init("from", .optional(.string), "Who can give what is needed.") { tracked, layout in
          layout.text(tracked.step.from.flatMap { layout.name(ofBody: $0.value) })
        },
        .init("project", .optional(.record(project)), "Its project; null for the programme's.") {
          tracked, layout in
          tracked.project.flatMap { layout.site.projects[$0] }.map { layout.reference($0) } ?? .none
        },
        .init("edition", .record(edition), "The edition that first wrote it.") { tracked, layout in
          layout.site.editions[tracked.firstSprint].map { layout.reference($0) } ?? .none
        },
        .init("is_open", .bool, "Whether nobody has recorded its end.") { tracked, _ in
          .bool(tracked.isOpen)
        },
        .init("is_overdue", .bool, "Whether it should have ended before the latest edition.") {
          tracked, layout in .bool(tracked.isOverdue(asAt: layout.index.latestMonth))
        },
      ])
  }

  var stepGroupLayout: RecordLayout<(label: String, steps: [TrackedStep])> {
    RecordLayout(
      stepGroup,
      [
        .init("label", .string, "The month in words, `Overdue` or `No date given`.") {
          $1.text($0.label)
        },
        .init("steps", .list(.record(step)), "The steps.") {
          $1.list($0.steps, $1.types.stepLayout)
        },
      ])
  }
}
