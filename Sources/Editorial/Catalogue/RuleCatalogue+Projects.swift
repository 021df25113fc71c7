internal import Diagnostics

extension RuleCatalogue {
  static let lifecycle = RuleFamily(
    title: "Lifecycle",
    entries: [
      RuleEntry(
        .l01, .error, "A stage ends no earlier than it begins.",
        example: "`from: 2021-04` with `to: 2021-02`", fix: "Correct one of the two months."),
      RuleEntry(
        .l02, .error,
        "A stage begins no earlier than the one before it ends; they may share that month.",
        example: "exploration to 2021-04, data preparation from 2021-02",
        fix: "Correct the month in which the first stage ends or the second begins."),
      RuleEntry(
        .l03, .info, "A month in which one stage ends and the next begins counts for both.",
        example: "commissioning to 2021-04, exploration from 2021-04",
        fix: "Nothing, if it was so. `shared-boundary-month` in `lifecycle.yaml` makes it graver."),
      RuleEntry(
        .l04, .warning, "The stages of a project follow each other without missing months.",
        example: "commissioning to 2021-01, exploration from 2021-06",
        fix: "Correct the months, or say in a waiver what happened in between."),
      RuleEntry(
        .l05, .error, "Only the stage that began last may still be going on.",
        example: "analysis to `present`, delivery to `present`",
        fix: "Give the earlier stage the month in which it ended."),
      RuleEntry(
        .l06, .error, "Stages come in the order that `lifecycle.yaml` defines.",
        example: "delivery before analysis", fix: "Put the stages in order."),
      RuleEntry(
        .l07, .error, "An active project is in a stage, and one that has ended is in none.",
        example: "`status: closed` with a stage to `present`",
        fix: "Correct the status, or give the last stage the month in which it ended."),
      RuleEntry(
        .l08, .error, "A part of a stage is one that `lifecycle.yaml` defines for that stage.",
        example: "`stage: delivery` with `part: governance`",
        fix: "Correct the part, or define it for the stage."),
      RuleEntry(
        .l09, .warning, "No stage begins after the period of the newest edition.",
        example: "`from: 2021-11` while the newest edition is of September",
        fix: "Correct the month, or write the edition that reports it."),
      RuleEntry(
        .l10, .warning, limit: .init(name: "sprints", value: 6),
        "A project does not stay in one stage for many sprints.",
        example: "exploration for eight months",
        fix: "Say what holds it up, or move it on."),
      RuleEntry(
        .l11, .warning, "A date that a published edition showed stays as it was.",
        example: "the edition of September showed April, the project file now says May",
        fix: "Add a correction to the edition, then run `gazette remember` for it."),
      RuleEntry(
        .l12, .info, "A project that has ended keeps its lifecycle.",
        example: "`status: delivered` without `lifecycle`",
        fix: "Add the stages as far as they are known."),
      RuleEntry(
        .l13, .error, "A project ends no earlier than its last stage begins.",
        example: "`ended: 2021-03` with delivery from 2021-05", fix: "Correct one of the months."),
    ])

  static let people = RuleFamily(
    title: "People",
    entries: [
      RuleEntry(
        .p01, .error, "An active project has a sponsor.", example: "`sponsors: []`",
        fix: "Name the sponsor."),
      RuleEntry(
        .p02, .warning, "An active project has analysts.", example: "`analysts: []`",
        fix: "Name the analysts."),
      RuleEntry(
        .p03, .warning, "A project has a question or an aim.", example: "neither key in the file",
        fix: "Add `question` or `aim`."),
      RuleEntry(
        .p04, .warning, "Names in the text are spelt as in `people.yaml`.",
        example: "\"Jen Housgo\" for Jen Housego", fix: "Correct the spelling."),
      RuleEntry(
        .p05, .error, "Someone who is not to be published is not named.",
        example: "the name of a person with `publish: false` in an update",
        fix: "Take the name out of the text."),
      RuleEntry(
        .p06, .info, "Everyone on a register is referred to somewhere.",
        example: "a person in `people.yaml` whom nothing names",
        fix: "Take the entry out, or refer to it."),
    ])

  static let updates = RuleFamily(
    title: "Updates",
    entries: [
      RuleEntry(
        .u01, .error, "Every active project has an update in every edition.",
        example: "a project in `projects` without a file in `updates`",
        fix: "Write the update, or one with `nothing-to-report: true` and a reason."),
      RuleEntry(
        .u02, .warning, "Only active projects have updates.",
        example: "an update of a closed project",
        fix: "Take the update out, or correct the project's status."),
      RuleEntry(
        .u03, .warning, "An update says what was done, what is next and what is needed.",
        example: "no heading \"What we need\"",
        fix: "Add the section; \"None this sprint\" is enough to say so."),
      RuleEntry(
        .u04, .warning, "No section of an update is empty.",
        example: "a heading with nothing under it",
        fix: "Fill it; \"None this sprint\" is enough to say so."),
      RuleEntry(
        .u05, .info, "The headings of updates are worded as in `site.yaml`.",
        example: "\"What's nextt\"", fix: "Use the wording, or add yours to `sections`."),
      RuleEntry(
        .u06, .error, "No placeholder is left in the text.", example: "TODO, TBC, lorem, xxx",
        fix: "Write what belongs there."),
      RuleEntry(
        .u07, .warning, limit: .init(name: "percent", value: 90),
        "An update is not last sprint's over again.", example: "the same words under Done",
        fix: "Say what was new, or that there is nothing to report."),
      RuleEntry(
        .u08, .error, "A published edition has content, and none is a draft after its day.",
        example: "`state: draft` with a day of publication in the past",
        fix: "Fill the edition, publish it, or correct the day."),
      RuleEntry(
        .u09, .info, "Editions follow each other without missing or doubled months.",
        example: "September, then November", fix: "Write the edition, or correct a period."),
    ])

  static let steps = RuleFamily(
    title: "Next steps",
    entries: [
      RuleEntry(
        .n01, .warning, "An edition says what became of the last one's next steps and needs.",
        example: "a step of September that October does not mention",
        fix: "Add a line such as `- [x] #step-id` under \"Since last time\"."),
      RuleEntry(
        .n02, .warning, "A step has an outcome once its due date has passed.",
        example: "`due=2021-10` and no outcome by November",
        fix: "Record the outcome, with a new due date if it was carried."),
      RuleEntry(
        .n03, .warning, limit: .init(name: "times", value: 3), "A step is not carried for ever.",
        example: "carried into three sprints in a row", fix: "Do it, change it or drop it."),
      RuleEntry(
        .n04, .info, isOn: false, "A step has a due date or an owner.",
        example: "neither in braces",
        fix: "Add `{due=2021-10}` or `{owner=...}`."),
      RuleEntry(
        .n05, .warning, "What a step waits for is due before it.",
        example: "due in October, after a step due in November", fix: "Correct one of the dates."),
    ])
}
