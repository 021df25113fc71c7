internal import Diagnostics

extension RuleCatalogue {
  static let events = RuleFamily(
    title: "Events",
    entries: [
      RuleEntry(
        .e01, .warning, "A stated attendance is the sum of the events on file.",
        example: "145 stated, 98 at the events on file",
        fix: "Add the missing event, or correct a figure."),
      RuleEntry(
        .e02, .warning, "A stated number of events is the number on file.",
        example: "3 stated, 2 on file", fix: "Add the missing event, or correct the figure."),
      RuleEntry(
        .e03, .info, "A stated total says whether events that others hosted count.",
        example: "organised by one body, hosted by another",
        fix: "Write \"organised\" or \"hosted\" in the observation's note."),
      RuleEntry(
        .e04, .info, "An event's number in its year is its place among those on file.",
        example: "number 3, with no earlier one on file", fix: "Add the earlier events."),
      RuleEntry(
        .e05, .info, "Attendances are not called people.",
        example: "\"145 colleagues attended three events\"",
        fix: "Write \"145 attendances\": someone who came twice counts twice."),
      RuleEntry(
        .e06, .warning, "An event that is over has its attendance.",
        example: "a day in the past and no `attendance`", fix: "Add the figure."),
    ])

  static let metrics = RuleFamily(
    title: "Metrics",
    entries: [
      RuleEntry(
        .m01, .error, "A figure is of a metric that is defined, in the unit of its definition.",
        example: "`blog.visits` where only `blog.visitors` is defined",
        fix: "Correct the id or the unit, or define the metric."),
      RuleEntry(
        .m02, .warning, "A change comes with a value for one of its periods.",
        example: "\"up 70%\" and no count", fix: "Add an observation for either period."),
      RuleEntry(
        .m03, .warning, "A comparison names the period it compares with, by months.",
        example: "\"Q1 2020\", which is one of three quarters", fix: "Fill `against`."),
      RuleEntry(
        .m04, .warning, "A comparison does not reach back before there was anything to count.",
        example: "\"doubled in three months\", two months after the start",
        fix: "Correct the comparison, or the metric's `since`."),
      RuleEntry(
        .m05, .info, "A metric counted by month has a value for each month of the quarter.",
        example: "July and August, but not September",
        fix: "Add the value, or an observation of 0 with a note."),
      RuleEntry(
        .m06, .error, "Only additive metrics are summed.",
        example: "`derived: sum(events.attendance)` with `additive: false`",
        fix: "Correct the definition."),
      RuleEntry(
        .m07, .warning, "A value that a published edition stated stays as it was.",
        example: "656 published, 665 on file",
        fix: "Add a correction to the edition, then run `gazette remember` for it."),
      RuleEntry(
        .m08, .warning, "A stated value of a quarter is the sum of its months.",
        example: "12 stated, 11 by month", fix: "Correct one of the figures."),
      RuleEntry(
        .m09, .info, isOn: false, "Numbers in an edition's prose are figures on file.",
        example: "\"660 visitors\" with 656 on file", fix: "Correct the number, or add the figure."),
    ])
}
