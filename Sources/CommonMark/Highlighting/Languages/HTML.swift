extension LanguageRules {
  static let html = LanguageRules(
    names: ["html", "xml", "svg"],
    blockComment: Delimited("<!--", "-->", escapes: false, lines: true),
    strings: [
      Delimited("\"", escapes: false, lines: true), Delimited("'", escapes: false, lines: true),
    ], nameBytes: "-:!", isMarkup: true)
}
