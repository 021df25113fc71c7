/// What one document may cost.
enum MarkdownLimits {
  /// How deep quotes, lists and emphasis may be nested.
  static let nesting = 100
  /// How many columns a table may have.
  static let tableColumns = 128
  /// How many cells may be added to rows that are too short.
  static let filledCells = 100_000
}
