/// What one document may cost.
enum MarkdownLimits {
  /// How many bytes of a body are read.
  static let size = 4 << 20
  /// How deep quotes, lists and emphasis may be nested.
  static let nesting = 100
  /// How many columns a table may have.
  static let tableColumns = 128
  /// How many cells may be added to rows that are too short.
  static let filledCells = 100_000
  /// How many brackets may be open at once in a paragraph.
  static let openBrackets = 1000
  /// How deep text directives may stand in each other's labels.
  static let directiveNesting = 4
  /// How long a directive's label may be, in bytes.
  static let labelLength = 1000
  /// How many findings of one rule a text can have before the rest is only counted.
  static let findingsPerRule = 50
  /// How many raw elements may be open at once.
  static let openElements = 100
}
