/// A piece of the source that is parsed by itself, on a line of the prelude.
///
/// The piece becomes an ATX heading, whose text is inline content whatever it looks like: no list,
/// quote, fence or definition can begin in it.
struct PreludeEntry: Sendable, Hashable {
  /// Where the piece stands; it holds no line break and no space at either end.
  let span: Range<Int>
  /// Whether `\|` means `|`, as it does in a table's cell even inside code.
  let unescapesPipes: Bool

  /// Calls `body` with each run of the source that is fed, in order.
  func forEachRun(in source: [UInt8], _ body: (Range<Int>) -> Void) {
    guard unescapesPipes, source[span].contains(UInt8(ascii: "\\")) else { return body(span) }
    var start = span.lowerBound
    var offset = span.lowerBound
    while offset + 1 < span.upperBound {
      if source[offset] == UInt8(ascii: "\\"), source[offset + 1] == UInt8(ascii: "|") {
        if start < offset { body(start..<offset) }
        start = offset + 1
        offset += 1
      }
      offset += 1
    }
    body(start..<span.upperBound)
  }
}
