package import GregorianCalendar

/// Someone named in the notes.
package struct Person: Sendable {
  package let origin: Origin
  package let id: ID<Person>
  package let name: String
  package let organisation: Located<ID<Organisation>>?
  package let role: String?
  package let link: Located<String>?
  /// Whether the name may be printed at all.
  package let isPublished: Bool
  /// The last month in which they worked with the programme.
  package let left: Month?
}
