extension Project {
  public var permalink: Permalink { Permalink(page: ["projects", id.text]) }
}

extension Edition {
  public var permalink: Permalink { Permalink(page: ["sprints", id.text]) }
  /// The address of the page for its boards.
  public var boardPermalink: Permalink { Permalink(page: ["sprints", id.text, "board"]) }
}

extension Event {
  public var permalink: Permalink { Permalink(page: ["events", id.text]) }
}

extension ImpactStory {
  public var permalink: Permalink { Permalink(page: ["impact", id.text]) }
}

extension Page {
  public var permalink: Permalink { Permalink(page: [id.text]) }
}

extension Glossary.Term {
  /// The anchor of the term on a page that lists it, such as `ecc`.
  public var anchor: String { ID<Glossary.Term>(making: abbreviation).text }

  public static let listPermalink = Permalink(page: ["glossary"])
}
