/// How much of a tag or comment that matters has been seen in an element's text.
struct ClosingTagProgress: Hashable, Sendable, BitwiseCopyable {
  var part: Part = .none
  /// How many characters of the name have been seen.
  var length: UInt8 = 0
  /// Whether a script is behind `<!--`, where `<script` would hide the next `</script>`.
  var isInComment = false

  enum Part: UInt8, Hashable, Sendable {
    case none
    /// After `<`.
    case open
    /// After `</` and `length` characters of the element's name.
    case endName
    /// After `<` and `length` characters of `script`, within a comment of a script.
    case startName
    /// After `<!` and `length` dashes.
    case comment
    /// After `length` dashes that may end a comment.
    case dashes
  }
}
