/// A kind of page: which template renders it and what the template is given.
enum PageKind: String, Sendable, Hashable, CaseIterable {
  case home
  case editions
  case edition
  case board
  case engagement
  case projects
  case project
  case impact
  case story
  case events
  case event
  case blog
  case post
  case taxonomy
  case term
  case glossary
  case next
  case page
  case notFound = "not-found"

  /// The file that renders it, such as `edition.html`.
  var templateName: String { "\(rawValue).html" }
}
