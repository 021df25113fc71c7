extension LanguageRules {
  static let swift = LanguageRules(
    names: ["swift"],
    keywords: [
      "actor", "as", "async", "await", "borrowing", "break", "case", "catch", "class",
      "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
      "fileprivate", "for", "func", "guard", "if", "import", "in", "indirect", "init", "inout",
      "internal", "is", "let", "mutating", "open", "override", "package", "private", "protocol",
      "public", "repeat", "return", "some", "static", "struct", "subscript", "switch", "throw",
      "throws", "try", "typealias", "var", "where", "while",
    ], constants: ["any", "false", "nil", "self", "Self", "super", "true"], lineComments: ["//"],
    blockComment: Delimited("/*", "*/", escapes: false, lines: true),
    strings: [Delimited("\"\"\"", lines: true), Delimited("\"")], nameBytes: "@#")
}
