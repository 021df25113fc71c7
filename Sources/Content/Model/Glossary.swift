public import GregorianCalendar

/// The abbreviations a reader may need, in groups.
public struct Glossary: Sendable {
  public let groups: [Group]

  public struct Group: Sendable {
    public let name: String
    public let terms: [Term]
  }

  /// An abbreviation with its expansion.
  public struct Term: Sendable {
    public let origin: Origin
    public let abbreviation: String
    public let full: String
    public let note: String?
    public let plainMeaning: String?
    public let organisation: Located<ID<Organisation>>?
    public let project: Located<ID<Project>>?
    /// Whether readers know it anyway, so that it is never expanded.
    public let isWellKnown: Bool
    /// The first month whose edition lists it; every edition does when `nil`.
    public let since: Month?
  }

  public static let none = Glossary(groups: [])

  /// All terms in the order of the register.
  public var terms: [Term] { groups.flatMap(\.terms) }

  /// The glossary as an edition of a month lists it; groups without terms are left out.
  public func asAt(_ month: Month) -> Glossary {
    let groups = groups.map { group in
      Group(name: group.name, terms: group.terms.filter { $0.since.map { $0 <= month } ?? true })
    }
    return Glossary(groups: groups.filter { !$0.terms.isEmpty })
  }
}
