extension LanguageRules {
  static let toml = LanguageRules(
    names: ["toml", "ini"], constants: ["false", "inf", "nan", "true"], lineComments: ["#"],
    strings: [
      Delimited("\"\"\"", lines: true), Delimited("'''", escapes: false, lines: true),
      Delimited("\""), Delimited("'", escapes: false),
    ], nameBytes: "-.", keySuffix: UInt8(ascii: "="), lines: [LinePrefix("[", .heading)])
}
