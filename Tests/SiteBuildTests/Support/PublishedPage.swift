/// A built page as a strict reader sees it: every element closed in order, every attribute quoted.
struct PublishedPage {
  private(set) var faults: [String] = []
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var language: String?
  private(set) var title = ""
  private(set) var headings: [Int] = []
  /// The text without markup, white space folded.
  private(set) var text = ""

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  init(_ html: String) {
    var open: [String] = []
    var rest = Substring(html)
    if rest.lowercased().hasPrefix("<!doctype html>") {
      rest = rest.dropFirst("<!doctype html>".count)
    } else {
      faults.append("no doctype")
    }
    while let start = rest.firstIndex(of: "<") {
      addText(rest[..<start], inside: open.last)
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else {
          faults.append("open comment")
          return
        }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = Self.tagEnd(rest) else {
        faults.append("tag is not closed")
        return
      }
      read(rest[rest.index(after: start)..<end], open: &open)
      rest = rest[rest.index(after: end)...]
    }
    addText(rest, inside: nil)
    if !open.isEmpty { faults.append("never closed: \(open)") }
    text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for (id, count) in Dictionary(grouping: ids, by: { $0 }).mapValues(\.count) where count > 1 {
      faults.append("the id \(id) stands \(count) times")
    }
  }

  private static func tagEnd(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private mutating func addText(_ raw: Substring, inside element: String?) {
    if raw.contains(">") { faults.append("a bare > in \(raw.prefix(40))") }
    let decoded = Self.decoded(String(raw))
    if element == "title" { title += decoded }
    if element != "style" && element != "script" { text += decoded }
  }

  private mutating func read(_ tag: Substring, open: inout [String]) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.last == name {
        open.removeLast()
      } else {
        faults.append("</\(name)> closes \(open.last ?? "nothing")")
      }
      if !Self.isInline(name) { text += " " }
      return
    }
    let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
    if name != name.lowercased() || name.isEmpty { faults.append("odd tag <\(tag.prefix(40))>") }
    readAttributes(tag.dropFirst(name.count), of: name)
    if let level = name.hasPrefix("h") ? Int(name.dropFirst()) : nil { headings.append(level) }
    if !Self.isInline(name) { text += " " }
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func readAttributes(_ text: Substring, of element: String) {
    var rest = text
    var names: Set<String> = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard !rest.isEmpty else { return }
      let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" })
      rest = rest.dropFirst(name.count)
      if !names.insert(name).inserted { faults.append("\(name) stands twice on <\(element)>") }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        return faults.append("\(name) of <\(element)> is not quoted")
      }
      let value = Self.decoded(String(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
      switch name {
      case "id": ids.append(value)
      case "href", "src": links.append(value)
      case "lang" where element == "html": language = value
      default: break
      }
    }
  }

  private static func isInline(_ name: String) -> Bool {
    ["a", "abbr", "b", "code", "em", "i", "span", "strong", "time", "sup", "sub"].contains(name)
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
  }
}
