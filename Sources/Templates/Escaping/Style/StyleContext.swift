/// Where in a style sheet or a `style` attribute a character stands.
struct StyleContext: Hashable, Sendable, BitwiseCopyable {
  var lexeme: Lexeme = .space
  var position: Position
  /// The name being read.
  var word = PackedName()
  /// Open blocks, innermost in the lowest bit; a set bit holds declarations, others hold rules.
  /// The outermost is the attribute or the sheet itself.
  var blocks: UInt32
  var depth: UInt8 = 0
  /// Whether the block of the rule after `@` will hold rules.
  var conditionHoldsRules = false
  /// Whether this is inside `image-set(…)` or its like, where a string is a URL.
  var isInImageFunction = false
  /// The URL in `url(…)` or in a string that is one.
  var url = URLContext(allowsImages: true)

  /// The beginning of a `style` attribute or of a sheet.
  init(isAttribute: Bool) {
    position = isAttribute ? .property : .selector
    blocks = isAttribute ? 1 : 0
  }

  /// The part of a rule.
  enum Position: UInt8, Hashable, Sendable {
    case selector
    /// Between `@` and `{` or `;`.
    case condition
    case property
    case value
    /// Where branches end of which only some are in a value.
    case propertyOrValue
  }

  /// The token that the next character continues.
  enum Lexeme: UInt8, Hashable, Sendable {
    case space
    case word
    case wordEscape
    /// After `@`.
    case atWord
    /// After `/`.
    case slash
    case comment
    case commentStar
    case doubleQuoted
    case doubleQuotedEscape
    case singleQuoted
    case singleQuotedEscape
    /// After `url(`.
    case urlStart
    case url
    case urlEscape
    case doubleQuotedURL
    case doubleQuotedURLEscape
    case singleQuotedURL
    case singleQuotedURLEscape
    /// After the quote that ends the string in `url("…"`.
    case urlEnd
  }
}
