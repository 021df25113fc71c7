/// How deep and how wide template source may be, so that no later pass runs out of stack or time.
enum SyntaxLimits {
  /// Expressions inside expressions.
  static let expressionDepth = 150
  /// Statements inside statements of one file.
  static let statementDepth = 100
  /// Pairs of a map, arguments of a call, or parameters: what names are looked up among.
  static let names = 2_000
  /// The errors of one file that are reported.
  static let diagnostics = 100
}
