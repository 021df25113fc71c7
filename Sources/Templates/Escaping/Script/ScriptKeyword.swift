/// The words of a script that decide how `/` is read behind them.
enum ScriptKeyword {
  /// Returns what may follow a word: an expression behind `return`, an operator behind a name.
  static func expectation(after word: PackedName) -> ScriptContext.Expectation {
    isOperator(word) ? .operand : .operation
  }

  /// Whether an expression follows the word, so that a value may.
  static func isOperator(_ word: PackedName) -> Bool {
    operators.contains { word.equals($0) }
  }

  /// Whether a statement follows the parentheses behind the word.
  static func takesParentheses(_ word: PackedName) -> Bool {
    statements.contains { word.equals($0) }
  }

  private static let operators = [
    PackedName("await"), PackedName("break"), PackedName("case"), PackedName("continue"),
    PackedName("delete"), PackedName("do"), PackedName("else"), PackedName("finally"),
    PackedName("in"), PackedName("instanceof"), PackedName("new"), PackedName("of"),
    PackedName("return"), PackedName("throw"), PackedName("try"), PackedName("typeof"),
    PackedName("void"), PackedName("yield"),
  ]

  private static let statements = [
    PackedName("for"), PackedName("if"), PackedName("while"), PackedName("with"),
  ]
}
