/// What one document may cost.
enum MarkdownLimits {
  /// How deep quotes, lists and emphasis may be nested.
  static let nesting = 100
}
