extension LanguageRules {
  static let r = LanguageRules(
    names: ["r", "rscript"],
    keywords: [
      "break", "else", "for", "function", "if", "in", "library", "next", "repeat", "require",
      "return", "source", "while",
    ],
    constants: [
      "c", "data.frame", "F", "FALSE", "Inf", "list", "NA", "NA_character_", "NA_integer_",
      "NA_real_", "NaN", "NULL", "T", "TRUE",
    ], lineComments: ["#"], strings: [Delimited("\"", lines: true), Delimited("'", lines: true)],
    nameBytes: ".")
}
