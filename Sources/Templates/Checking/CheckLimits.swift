/// How large and how deep the templates of one page may become when they are put together.
enum CheckLimits {
  /// Includes, blocks, imports and macros inside each other.
  static let nesting = 200
  /// Statements of all templates together, each counted as often as it is included.
  static let statements = 100_000
  /// How many variables are looked through in the time that a statement takes.
  ///
  /// Whatever goes through all variables counts as so many statements, or a template with very
  /// many of both would take for ever.
  static let variablesPerStatement = 64
  /// Bodies of one macro that are being checked at once for ever new argument types.
  static let instancesInProgress = 12
  /// Element types that one recursive loop is checked for.
  static let recursionTypes = 64
  /// The errors that are reported before checking stops.
  static let diagnostics = 200
}
