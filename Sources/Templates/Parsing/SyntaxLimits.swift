/// How deep template source may nest, so that no later pass runs out of stack.
enum SyntaxLimits {
  /// Expressions inside expressions.
  static let expressionDepth = 150
  /// Statements inside statements of one file.
  static let statementDepth = 100
  /// The errors of one file that are reported.
  static let diagnostics = 100
}
