extension LanguageRules {
  static let javaScript = LanguageRules(
    names: ["javascript", "js", "mjs", "jsx", "typescript", "ts"],
    keywords: [
      "as", "async", "await", "break", "case", "catch", "class", "const", "continue", "default",
      "delete", "do", "else", "export", "extends", "finally", "for", "from", "function", "get",
      "if", "import", "in", "instanceof", "interface", "let", "new", "of", "return", "set",
      "static", "super", "switch", "this", "throw", "try", "type", "typeof", "var", "void",
      "while", "with", "yield",
    ], constants: ["false", "Infinity", "NaN", "null", "true", "undefined"],
    lineComments: ["//"], blockComment: Delimited("/*", "*/", escapes: false, lines: true),
    strings: [Delimited("\""), Delimited("'"), Delimited("`", lines: true)], nameBytes: "$")
}
