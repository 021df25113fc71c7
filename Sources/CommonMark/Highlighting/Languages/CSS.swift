extension LanguageRules {
  static let css = LanguageRules(
    names: ["css"], keywords: ["important"], blockComment: Delimited("/*", "*/", lines: true),
    strings: [Delimited("\""), Delimited("'")], nameBytes: "-@", keySuffix: UInt8(ascii: ":"))
}
