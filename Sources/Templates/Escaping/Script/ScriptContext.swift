/// Where in a script a character stands.
struct ScriptContext: Hashable, Sendable, BitwiseCopyable {
  var lexeme: Lexeme = .space
  /// What the token before allows; comments and white space leave it as it is.
  var expects: Expectation = .operand
  /// Whether only white space and comments stand before on this line, where `-->` is a comment.
  var startsLine = true
  /// The identifier, keyword or number being read.
  var word = PackedName()
  /// Open parentheses, innermost in the lowest bit; a set bit belongs to `if (…)` and its like.
  var parentheses: UInt32 = 0
  /// How many template literals enclose this.
  var templateDepth: UInt8 = 0
  /// Open braces within each template literal's `${…}`, innermost in the lowest byte.
  var braces: UInt32 = 0

  /// Whether `/` begins a regular expression or divides.
  enum Expectation: UInt8, Hashable, Sendable {
    case operand
    case operation
    /// Branches disagree.
    case either
  }

  /// The token that the next character continues.
  enum Lexeme: UInt8, Hashable, Sendable {
    case space
    case word
    /// After `.`, where a keyword is a name.
    case dot
    /// An identifier after `.`.
    case member
    case plus
    case minus
    /// After `--`.
    case minuses
    case less
    /// After `<!`.
    case lessBang
    /// After `<!-`.
    case lessBangDash
    case slash
    case lineComment
    case blockComment
    case blockCommentStar
    case doubleQuoted
    case doubleQuotedEscape
    case singleQuoted
    case singleQuotedEscape
    case template
    case templateEscape
    case templateDollar
    case regexp
    case regexpEscape
    case regexpClass
    case regexpClassEscape
  }
}
