/// Makes the links of finished markup complete, for readers that show it away from its page.
enum AbsoluteLinks {
  /// Returns markup whose `href`, `src`, `poster` and `action` values that begin with `/` get the
  /// origin, and those that begin with `#` the page's address, before them.
  ///
  /// The markup is our own and well formed: attribute values stand in double quotes.
  static func complete(_ markup: [UInt8], origin: String, page: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(markup.count + markup.count / 16)
    var isInTag = false
    var copied = 0
    var offset = 0
    while offset < markup.count {
      let byte = markup[offset]
      if !isInTag {
        isInTag = byte == UInt8(ascii: "<")
        offset += 1
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
        offset += 1
      } else if byte == UInt8(ascii: "\"") {
        let start = offset + 1
        if isAddress(markup, before: offset), start < markup.count {
          let prefix = prefix(of: markup, at: start, origin: origin, page: page)
          output += markup[copied..<start]
          output += prefix.utf8
          copied = start
        }
        offset = (markup[start...].firstIndex(of: UInt8(ascii: "\"")) ?? markup.count - 1) + 1
      } else {
        offset += 1
      }
    }
    output += markup[copied...]
    return output
  }

  private static func prefix(
    of markup: [UInt8], at start: Int, origin: String, page: String
  ) -> String {
    switch markup[start] {
    case UInt8(ascii: "#"): return page
    case UInt8(ascii: "/"):
      let isOtherHost = start + 1 < markup.count && markup[start + 1] == UInt8(ascii: "/")
      return isOtherHost ? "" : origin
    default: return ""
    }
  }

  private static let names = ["href", "src", "poster", "action"].map { Array(" \($0)=".utf8) }

  /// Whether the attribute whose value begins after `quote` holds an address.
  private static func isAddress(_ markup: [UInt8], before quote: Int) -> Bool {
    names.contains { name in
      quote >= name.count && markup[quote - name.count..<quote].elementsEqual(name)
    }
  }
}
