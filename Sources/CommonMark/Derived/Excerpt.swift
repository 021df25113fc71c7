/// The beginning of a text, as lists and previews show it.
enum Excerpt {
  private static let limit = 280

  /// Returns the first top-level paragraph with words in it, cut at a word if it is long.
  static func make(from tree: MarkdownTree) -> String {
    var index = tree[0].firstChild
    while index != Node.none {
      if tree[index].kind == .paragraph {
        let text = tree.plainBytes(of: index, limit: limit + 64).trimmed()
        if !text.isEmpty { return cut(text) }
      }
      index = tree[index].nextSibling
    }
    return ""
  }

  private static func cut(_ text: [UInt8]) -> String {
    guard text.count > limit else { return String(decoding: text, as: UTF8.self) }
    var end = limit
    while end > 0, text[end].isContinuation { end -= 1 }
    end = text[..<end].lastIndex(of: 0x20) ?? end
    var kept = text[..<end]
    while let last = kept.last, last == 0x20 || last == 0x2C || last == 0x3B { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self) + "…"
  }
}
