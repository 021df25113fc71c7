/// What a piece of code is, as a theme colours it.
enum HighlightClass: String, Sendable {
  case comment
  case string
  case number
  case keyword
  /// `true`, `NULL`, built-in names.
  case constant
  /// A key, an attribute, a property, a tag's name.
  case name
  case heading
  case inserted
  case deleted
}
