/// Finds YAML that nests deeper than a parser's stack should be asked to follow.
enum YAMLNesting {
  /// Returns the offset where nesting passes `limit`, or `nil`; errs on the side of refusing.
  ///
  /// Counts open brackets, and the list dashes that open a line. Brackets inside quotes count too,
  /// which no honest document has in such numbers.
  static func offsetBeyond(_ limit: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var brackets = 0
    var dashes = 0
    var isLeading = true
    for offset in bytes.indices {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isLeading = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        isLeading = false
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        dashes = 0
        isLeading = true
      case UInt8(ascii: "-"), UInt8(ascii: "?"):
        let next = offset + 1
        isLeading = isLeading && next < bytes.endIndex && bytes[next] == UInt8(ascii: " ")
        dashes += isLeading ? 1 : 0
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        break
      default:
        isLeading = false
      }
      if brackets > limit || dashes > limit { return offset }
    }
    return nil
  }
}
