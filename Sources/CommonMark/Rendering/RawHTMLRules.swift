/// Which raw elements and attributes pass in the Gazette dialect.
enum RawHTMLRules {
  /// Elements that neither run code, load anything nor change the page's outline.
  static let elements: Set<String> = [
    "abbr", "b", "br", "details", "dfn", "div", "em", "figcaption", "figure", "i", "kbd", "mark",
    "p", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "u", "wbr",
  ]
  /// Those that blocks of text can stand in.
  static let blockElements: Set<String> = ["details", "div", "figcaption", "figure", "td", "th"]
  /// Those that end a paragraph that they begin in.
  static let paragraphEnders: Set<String> = ["details", "div", "figure", "p", "table"]
  /// Those that stand only in certain others.
  static let parents: [String: Set<String>] = [
    "tbody": ["table"], "thead": ["table"], "tr": ["table", "tbody", "thead"], "td": ["tr"],
    "th": ["tr"],
  ]
  /// Those that hold nothing but other parts of a table.
  static let tableParts: Set<String> = ["table", "tbody", "thead", "tr"]
  /// Elements without content, which are never closed.
  static let voidElements: Set<String> = ["br", "wbr"]

  private static let attributes: Set<String> = [
    "class", "colspan", "dir", "id", "lang", "rowspan", "scope", "title",
  ]

  /// Whether raw HTML may set the attribute.
  static func isAllowedAttribute(_ name: String) -> Bool { attributes.contains(name) }

  /// Whether `{key=value}` may become an attribute of any element.
  static func isSafeAttribute(_ name: String) -> Bool {
    name == "lang" || name == "dir" || name == "title"
      || (name.hasPrefix("data-") && name.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D })
  }

  /// What GitHub's tag filter takes the `<` from, even where raw HTML passes.
  static let filteredElements: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}
