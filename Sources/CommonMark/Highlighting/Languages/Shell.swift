extension LanguageRules {
  static let shell = LanguageRules(
    names: ["shell", "sh", "bash", "zsh"],
    keywords: [
      "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
      "local", "return", "select", "set", "then", "until", "while",
    ], constants: ["cd", "cp", "echo", "exit", "grep", "mkdir", "mv", "printf", "rm", "test"],
    lineComments: ["#"], commentsNeedSpace: true,
    strings: [Delimited("\"", lines: true), Delimited("'", escapes: false, lines: true)],
    nameBytes: "$-")
}
