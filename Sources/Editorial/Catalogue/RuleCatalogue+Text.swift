internal import Diagnostics

extension RuleCatalogue {
  static let glossary = RuleFamily(
    title: "Glossary",
    entries: [
      RuleEntry(
        .g01, .warning, "An abbreviation is in the glossary, or well known.",
        example: "DPIA in an update", fix: "Add it to `glossary.yaml`, or write it out."),
      RuleEntry(
        .g02, .info, "Every term of the glossary is used in the newest edition.",
        example: "a term that no text uses", fix: "Leave it, or take it out."),
      RuleEntry(
        .g03, .error, "An abbreviation has one expansion.",
        example: "two terms `DA` with different `full`", fix: "Keep one of them."),
      RuleEntry(
        .g04, .warning, isOn: false, "An abbreviation is spelt out before it is used.",
        example: "BPOTE, and Be Part of the Equation further down",
        fix: "Spell it out at its first use."),
      RuleEntry(
        .g05, .info, "A term's group fits what it links to.",
        example: "a term under Projects that links to an organisation",
        fix: "Move the term, or correct the link."),
    ])

  static let text = RuleFamily(
    title: "Text",
    entries: [
      RuleEntry(
        .t01, .info, "Words are spelt in the house style.", example: "\"Linked In\" for LinkedIn",
        fix: "Use the preferred spelling; `gazette check --fix` does it."),
      RuleEntry(
        .t02, .info, "Dates are written \"1 September 2021\", ranges \"July to September\".",
        example: "\"Jul–Sep\", \"1st September\", \"Sept 2021\", \"01/09/2021\"",
        fix: "Write the month out, and \"to\" between months."),
      RuleEntry(
        .t03, .info, "The words of a link make sense alone.",
        example: "\"click here\", or an address as its own text",
        fix: "Name what the link leads to."),
    ])

  static let dates = RuleFamily(
    title: "Dates",
    entries: [
      RuleEntry(
        .d01, .warning, "A published edition has its day of publication.",
        example: "no `published`", fix: "Add `published: 2021-10-05`."),
      RuleEntry(
        .d02, .warning, "A step with a relative date has a due date.",
        example: "\"at the end of the month\" without `due`", fix: "Add `{due=2021-10}`."),
      RuleEntry(
        .d03, .info, "A stated length is the length of the period.",
        example: "\"the past four weeks\" for a month of 30 days",
        fix: "Correct the words, or the period."),
    ])

  static let access = RuleFamily(
    title: "Access",
    entries: [
      RuleEntry(
        .a01, .error, "An image has an alternative text in words, or is marked as decorative.",
        example: "`![](chart.png)`, or `![chart.png](chart.png)`",
        fix: "Say what the picture shows, or add `{decorative}`."),
      RuleEntry(
        .a02, .error, "Headings skip no level, and a body has none of level 1.",
        example: "`####` under `##`", fix: "Use the next level."),
      RuleEntry(
        .a03, .error, "A table has a header row.", example: "a first row of empty cells",
        fix: "Name the columns."),
      RuleEntry(
        .a04, .warning, "What a linked document says is also on a page.",
        example: "a link to a PDF or a slide deck",
        fix: "Publish it as a page; if there is one, waive the finding and say where."),
      RuleEntry(
        .a05, .error, "Raw HTML is of harmless elements only.", example: "`<iframe>`",
        fix: "Use Markdown or a directive."),
    ])

  static let publishing = RuleFamily(
    title: "Publishing",
    entries: [
      RuleEntry(
        .b04, .warning, "A site has a licence, an accessibility statement and a contact.",
        example: "no `licence` in `site.yaml`", fix: "Add the key."),
      RuleEntry(
        .b05, .error, "Nothing that is published rests on a draft.",
        example: "an edition that lists a project with `draft: true`",
        fix: "Publish the draft, or take it off the list."),
    ])

  static let privacy = RuleFamily(
    title: "Privacy",
    entries: [
      RuleEntry(
        .v01, .warning, "No personal email address or telephone number is published.",
        example: "a link to a person's own mailbox", fix: "Give the team's mailbox."),
      RuleEntry(
        .v02, .error, "What loads from elsewhere is named on the privacy page.",
        example: "a picture or a script from another host",
        fix: "Copy it to the site, or name the host."),
      RuleEntry(
        .v03, .info, "Links carry no tracking parameters.", example: "`?utm_source=newsletter`",
        fix: "Take the parameters out."),
    ])

  static let waivers = RuleFamily(
    title: "Waivers",
    entries: [
      RuleEntry(
        .w01, .warning, "A waiver matches a finding.",
        example: "a waiver of a finding that is mended",
        fix: "Take the waiver out.")
    ])
}
