internal import CommonMark
internal import Content
internal import Templates

extension ModelTypes {
  var eventLayout: RecordLayout<Event> {
    RecordLayout(
      event,
      [
        .init("id", .string, "The lasting name, such as `2021-09-23-bpote`.") {
          $1.text($0.id.text)
        },
        .init("title", .string, "The event's name.") { $1.text($0.title) },
        .init("url", .string, "The address of the event's page.") { $1.address($0.permalink) },
        .init("kind", .string, "`network`, `show-and-share`, `meeting`, `training` or `other`.") {
          $1.text($0.kind.rawValue)
        },
        .init("kind_label", .string, "The kind in words, such as `Network event`.") {
          $1.text($1.label(of: $0.kind))
        },
        .init("series", .optional(.string), "The series it belongs to.") { $1.text($0.series) },
        .init("number_in_year", .optional(.int), "Which of its series it is in its year.") {
          event, _ in event.numberInYear.map { .int($0.value) } ?? .none
        },
        .init("date", .date, "The first day.") { $1.date($0.date) },
        .init("end", .optional(.date), "The last day, when it lasts longer than one.") {
          $1.date($0.end)
        },
        .init("start", .optional(.string), "The time it starts, such as `14:00`.") {
          $1.text($0.start)
        },
        .init("organiser", .optional(.record(organisation)), "Who organises it.") {
          $1.organisation($0.organiser.value)
        },
        .init("host", .optional(.record(organisation)), "Who hosts it.") {
          $1.organisation($0.host?.value)
        },
        .init("place", .optional(.string), "Where it is.") { $1.text($0.place) },
        .init("link", .optional(.string), "Where to join or read more.") {
          $1.text($0.link?.value)
        },
        .init("theme", .optional(.string), "What it is about.") { $1.text($0.theme) },
        .init("topics", .list(.string), "The subjects it covers.") { $1.texts($0.topics) },
        .init("speakers", .list(.record(speaker)), "Who speaks.") {
          $1.list($0.speakers, $1.types.speakerLayout)
        },
        .init("sessions", .list(.record(session)), "Its parts.") {
          $1.list($0.sessions, $1.types.sessionLayout)
        },
        .init("attendance", .optional(.int), "How many came.") { event, _ in
          event.attendance.map { .int($0.value) } ?? .none
        },
        .init("audience", .optional(.string), "Whom it is for.") { $1.text($0.audience) },
        .init("projects", .list(.record(project)), "The projects it is about.") {
          event, layout in
          layout.references(event.projects.compactMap { layout.site.projects[$0.value] })
        },
        .init("is_cancelled", .bool, "Whether it was called off.") { event, _ in
          .bool(event.isCancelled)
        },
        .init("body", .html, "What was written about it; may be empty.") {
          $1.html($0.body.html, of: $0.header.origin)
        },
      ])
  }

  var speakerLayout: RecordLayout<Event.Speaker> {
    RecordLayout(
      speaker,
      [
        .init("person", .optional(.record(person)), "Who speaks; null when the name is withheld.") {
          $1.person($0.person.value)
        },
        .init("role", .optional(.string), "The part played, such as `Keynote`.") {
          $1.text($0.role)
        },
        .init("subject", .optional(.string), "What it was about.") { $1.text($0.subject) },
      ])
  }

  var sessionLayout: RecordLayout<Event.Session> {
    RecordLayout(
      session,
      [
        .init("led_by", .optional(.record(organisation)), "Who leads it.") {
          $1.organisation($0.ledBy?.value)
        },
        .init("subject", .string, "What it is about.") { $1.text($0.subject) },
      ])
  }

  var storyLayout: RecordLayout<ImpactStory> {
    RecordLayout(
      story,
      [
        .init("id", .string, "The lasting name.") { $1.text($0.id.text) },
        .init("title", .string, "The story's title.") { $1.text($0.title) },
        .init("url", .string, "The address of the story's page.") { $1.address($0.permalink) },
        .init("level", .string, "`outtake`, `outcome` or `impact`.") {
          $1.text($0.level.rawValue)
        },
        .init("level_name", .string, "The level in the programme's words, such as `Outcomes`.") {
          $1.text($1.levelName($0.level.rawValue))
        },
        .init("beneficiary", .optional(.record(organisation)), "Who gains from it.") {
          $1.organisation($0.beneficiary?.value)
        },
        .init("evidence", .list(.record(project)), "The projects it rests on.") {
          story, layout in
          layout.references(story.evidence.compactMap { layout.site.projects[$0.value] })
        },
        .init("places", .list(.string), "Where it happens.") { $1.texts($0.places) },
        .init("stage", .optional(.string), "How far it has come.") { $1.text($0.stage) },
        .init("expected", .optional(.month), "When the change is due.") {
          $1.month($0.expected?.value)
        },
        .init("edition", .record(edition), "The edition that told it first.") { story, layout in
          layout.site.editions[story.sprint.value].map { layout.reference($0) } ?? .none
        },
        .init("body", .html, "The story.") { $1.html($0.body.html, of: $0.header.origin) },
      ])
  }
}
