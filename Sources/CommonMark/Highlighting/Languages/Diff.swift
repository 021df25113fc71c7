extension LanguageRules {
  static let diff = LanguageRules(
    names: ["diff", "patch"],
    lines: [
      LinePrefix("+++", .heading), LinePrefix("---", .heading), LinePrefix("@@", .heading),
      LinePrefix("diff ", .heading), LinePrefix("index ", .heading), LinePrefix("+", .inserted),
      LinePrefix("-", .deleted),
    ])
}
