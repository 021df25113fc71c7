extension LanguageRules {
  static let python = LanguageRules(
    names: ["python", "py", "python3"],
    keywords: [
      "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del",
      "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
      "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
      "with", "yield",
    ],
    constants: [
      "dict", "enumerate", "False", "float", "int", "len", "list", "None", "print", "range",
      "self", "set", "str", "sum", "True", "tuple", "zip",
    ], lineComments: ["#"],
    strings: [
      Delimited("\"\"\"", lines: true), Delimited("'''", lines: true), Delimited("\""),
      Delimited("'"),
    ], nameBytes: "@")
}
