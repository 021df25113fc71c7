/// A piece of template source: literal text, a delimiter, or a word inside a tag.
struct Token: Hashable, Sendable {
  let kind: Kind
  /// The bytes it takes in its file; for text without what neighbouring tags trim.
  let span: Range<Int>

  enum Kind: UInt8, Sendable {
    case text
    case outputBegin, outputEnd, tagBegin, tagEnd
    case name, integer, float, string
    case plus, minus, star, doubleStar, slash, doubleSlash, percent, tilde
    case assign, equal, notEqual, less, lessEqual, greater, greaterEqual
    case dot, optionalDot, comma, colon, pipe
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case end
  }
}

extension Token.Kind {
  /// How a message names the kind when the source text says nothing better.
  var description: String {
    switch self {
    case .text: "text"
    case .outputBegin: "'{{'"
    case .outputEnd: "'}}'"
    case .tagBegin: "'{%'"
    case .tagEnd: "'%}'"
    case .name: "a name"
    case .integer, .float: "a number"
    case .string: "a string"
    case .plus: "'+'"
    case .minus: "'-'"
    case .star: "'*'"
    case .doubleStar: "'**'"
    case .slash: "'/'"
    case .doubleSlash: "'//'"
    case .percent: "'%'"
    case .tilde: "'~'"
    case .assign: "'='"
    case .equal: "'=='"
    case .notEqual: "'!='"
    case .less: "'<'"
    case .lessEqual: "'<='"
    case .greater: "'>'"
    case .greaterEqual: "'>='"
    case .dot: "'.'"
    case .optionalDot: "'?.'"
    case .comma: "','"
    case .colon: "':'"
    case .pipe: "'|'"
    case .leftParenthesis: "'('"
    case .rightParenthesis: "')'"
    case .leftBracket: "'['"
    case .rightBracket: "']'"
    case .leftBrace: "'{'"
    case .rightBrace: "'}'"
    case .end: "the end of the file"
    }
  }
}
