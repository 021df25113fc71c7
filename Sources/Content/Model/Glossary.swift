package import GregorianCalendar

/// The abbreviations a reader may need, in groups.
package struct Glossary: Sendable {
  package let groups: [Group]

  package struct Group: Sendable {
    package let name: String
    package let terms: [Term]
  }

  /// An abbreviation with its expansion.
  package struct Term: Sendable {
    package let origin: Origin
    package let abbreviation: String
    package let full: String
    package let note: String?
    package let plainMeaning: String?
    package let organisation: Located<ID<Organisation>>?
    package let project: Located<ID<Project>>?
    /// Whether readers know it anyway, so that it is never expanded.
    package let isWellKnown: Bool
    /// The first month whose edition lists it; every edition does when `nil`.
    package let since: Month?
  }

  package static let none = Glossary(groups: [])

  /// All terms in the order of the register.
  package var terms: [Term] { groups.flatMap(\.terms) }

  /// The glossary as an edition of a month lists it; groups without terms are left out.
  package func asAt(_ month: Month) -> Glossary {
    let groups = groups.map { group in
      Group(name: group.name, terms: group.terms.filter { $0.since.map { $0 <= month } ?? true })
    }
    return Glossary(groups: groups.filter { !$0.terms.isEmpty })
  }
}
