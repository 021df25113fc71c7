extension Project {
  package var permalink: Permalink { Permalink(page: ["projects", id.text]) }
}

extension Edition {
  package var permalink: Permalink { Permalink(page: ["sprints", id.text]) }
  /// The address of the page for its boards.
  package var boardPermalink: Permalink { Permalink(page: ["sprints", id.text, "board"]) }
}

extension Event {
  package var permalink: Permalink { Permalink(page: ["events", id.text]) }
}

extension ImpactStory {
  package var permalink: Permalink { Permalink(page: ["impact", id.text]) }
}

extension Page {
  package var permalink: Permalink { Permalink(page: [id.text]) }
}

extension Glossary.Term {
  /// The anchor of the term on a page that lists it, such as `ecc`.
  package var anchor: String { ID<Glossary.Term>(making: abbreviation).text }

  package static let listPermalink = Permalink(page: ["glossary"])
}
