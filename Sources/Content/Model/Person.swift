public import GregorianCalendar

/// Someone named in the notes.
public struct Person: Sendable {
  public let origin: Origin
  public let id: ID<Person>
  public let name: String
  public let organisation: Located<ID<Organisation>>?
  public let role: String?
  public let link: Located<String>?
  /// Whether the name may be printed at all.
  public let isPublished: Bool
  /// The last month in which they worked with the programme.
  public let left: Month?
}
