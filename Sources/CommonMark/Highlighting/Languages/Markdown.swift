extension LanguageRules {
  static let markdown = LanguageRules(
    names: ["markdown", "md"], blockComment: Delimited("<!--", "-->", escapes: false, lines: true),
    strings: [Delimited("```", lines: true), Delimited("`", escapes: false)],
    lines: [
      LinePrefix("#", .heading), LinePrefix("> ", .comment), LinePrefix(":::", .keyword),
      LinePrefix("::", .keyword), LinePrefix("---", .comment),
    ])
}
