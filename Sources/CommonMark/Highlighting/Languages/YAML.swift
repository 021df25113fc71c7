extension LanguageRules {
  static let yaml = LanguageRules(
    names: ["yaml", "yml"], constants: ["false", "no", "null", "true", "yes"],
    lineComments: ["#"], commentsNeedSpace: true,
    strings: [Delimited("\""), Delimited("'", escapes: false)], nameBytes: "-./",
    keySuffix: UInt8(ascii: ":"), lines: [LinePrefix("---", .comment)])
}
