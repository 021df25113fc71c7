extension LanguageRules {
  static let json = LanguageRules(
    names: ["json", "jsonc", "geojson"], constants: ["false", "null", "true"],
    lineComments: ["//"], strings: [Delimited("\"")], keySuffix: UInt8(ascii: ":"))
}
