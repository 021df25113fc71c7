extension Edition {
  /// The address of the page for its boards.
  package var boardPermalink: Permalink { Permalink(page: ["sprints", id.text, "board"]) }
}

extension Page {
  package var permalink: Permalink { Permalink(page: [id.text]) }
}

extension Glossary.Term {
  /// The anchor of the term on a page that lists it, such as `ecc`.
  package var anchor: String { ID<Glossary.Term>(making: abbreviation).text }

  package static let listPermalink = Permalink(page: ["glossary"])
}
