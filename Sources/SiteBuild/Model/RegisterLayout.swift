internal import Content
internal import Templates

extension ModelTypes {
  var personLayout: RecordLayout<Person> {
    RecordLayout(
      person,
      [
        .init("id", .string, "The lasting name, such as `jane-crowe`.") { $1.text($0.id.text) },
        .init("name", .string, "The name as printed.") { $1.text($0.name) },
        .init("role", .optional(.string), "What they do.") { $1.text($0.role) },
        .init("organisation", .optional(.record(organisation)), "Where they work.") {
          $1.organisation($0.organisation?.value)
        },
        .init("link", .optional(.string), "Where to read about them.") { $1.text($0.link?.value) },
      ])
  }

  var organisationLayout: RecordLayout<Organisation> {
    RecordLayout(
      organisation,
      [
        .init("id", .string, "The lasting name, such as `essex-police`.") { $1.text($0.id.text) },
        .init("name", .string, "The name as printed.") { $1.text($0.name) },
        .init("kind", .string, "What it is, such as `police`.") { $1.text($0.kind.rawValue) },
        .init("link", .optional(.string), "Its website.") { $1.text($0.link?.value) },
      ])
  }

  var termLayout: RecordLayout<Glossary.Term> {
    RecordLayout(
      term,
      [
        .init("abbreviation", .string, "The short form.") { $1.text($0.abbreviation) },
        .init("full", .string, "What it stands for.") { $1.text($0.full) },
        .init("note", .optional(.string), "A remark.") { $1.text($0.note) },
        .init("plain_meaning", .optional(.string), "What it means in plain words.") {
          $1.text($0.plainMeaning)
        },
        .init("anchor", .string, "Its anchor on the glossary page.") { $1.text($0.anchor) },
        .init("url", .string, "Its address on the glossary page.") { term, layout in
          layout.address(Glossary.Term.listPermalink, anchor: term.anchor)
        },
        .init("organisation", .optional(.record(organisation)), "The body it names.") {
          $1.organisation($0.organisation?.value)
        },
        .init("project", .optional(.record(project)), "The project it names.") { term, layout in
          term.project.flatMap { layout.site.projects[$0.value] }.map { layout.reference($0) }
            ?? .none
        },
        .init("uses", .list(.record(use)), "The pages whose text uses it.") { term, layout in
          let uses = layout.index.uses[term.abbreviation] ?? []
          return layout.list(uses, layout.types.useLayout)
        },
      ])
  }

  var termGroupLayout: RecordLayout<Glossary.Group> {
    RecordLayout(
      termGroup,
      [
        .init("name", .string, "The group's name.") { $1.text($0.name) },
        .init("terms", .list(.record(term)), "The abbreviations, as listed.") {
          $1.list($0.terms, $1.types.termLayout)
        },
      ])
  }

  var useLayout: RecordLayout<TermUse> {
    RecordLayout(
      use,
      [
        .init("title", .string, "The page's title.") { $1.text($0.title) },
        .init("url", .string, "The page's address.") { $1.address($0.permalink) },
      ])
  }

  var observationLayout: RecordLayout<Observation> {
    RecordLayout(
      observation,
      [
        .init("metric", .string, "The metric's id, such as `blog.visitors`.") {
          $1.text($0.metric.value.text)
        },
        .init("name", .string, "What was counted.") { $1.text($1.metric($0.metric.value)?.name) },
        .init("channel", .string, "Where it was counted, such as `blog`.") {
          $1.text($1.metric($0.metric.value)?.channel)
        },
        .init("level", .string, "The evaluation level, such as `Outtakes`.") {
          $1.text(
            $1.metric($0.metric.value).map { [layout = $1] in layout.levelName($0.level.value) })
        },
        .init("unit", .string, "What is counted, such as `people`.") {
          $1.text($1.metric($0.metric.value)?.unit)
        },
        .init("value", .string, "The value with its qualifier, such as `more than 7,300`.") {
          $1.text($0.qualifier.prefix + $0.value.value.grouped)
        },
        .init("period", .period, "When it was counted.") { $1.period($0.period.value) },
        .init("period_label", .string, "When, in words.") { $1.text($0.period.value.label) },
        .init("item", .optional(.string), "The single thing it is about.") { $1.text($0.item) },
        .init("note", .optional(.string), "A remark.") { $1.text($0.note) },
      ])
  }

  var comparisonLayout: RecordLayout<Comparison> {
    RecordLayout(
      comparison,
      [
        .init("metric", .string, "The metric's id.") { $1.text($0.metric.value.text) },
        .init("name", .string, "What was counted.") { $1.text($1.metric($0.metric.value)?.name) },
        .init("channel", .string, "Where it was counted.") {
          $1.text($1.metric($0.metric.value)?.channel)
        },
        .init("change", .string, "By how much, such as `up 70%`.") {
          $1.text($0.change.description)
        },
        .init("period", .period, "The period that changed.") { $1.period($0.period.value) },
        .init("period_label", .string, "The period in words.") {
          $1.text($0.period.value.label)
        },
        .init("against", .optional(.string), "The period compared with, in words.") {
          $1.text($0.against?.label ?? $0.againstLabel)
        },
        .init("note", .optional(.string), "A remark.") { $1.text($0.note) },
      ])
  }
}
