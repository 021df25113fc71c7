import CommonMark
import Testing

/// A piece in a colour is written `«colour piece»`.
@Suite struct HighlightingTests {
  @Test(arguments: [
    (
      "python", "# c\nfor row in rows:\n    print(f\"a\\\"b\", 1.5)",
      "«comment # c»\n«keyword for» row «keyword in» rows:\n    «constant print»(f«string \"a\\\"b\"», «number 1.5»)"
    ),
    (
      "sql", "select a, 'it''s' from t where x = 1 -- c",
      "«keyword select» a, «string 'it'»«string 's'» «keyword from» t «keyword where» x = «number 1» «comment -- c»"
    ),
    (
      "r", "x <- c(1, TRUE) # c\ndf$y.z <- \"s\"",
      "x <- «constant c»(«number 1», «constant TRUE») «comment # c»\ndf$y.z <- «string \"s\"»"
    ),
    (
      "yaml", "---\na-b: \"x\" # c\nc: no\nd: x#y",
      "«comment ---»\n«name a-b»: «string \"x\"» «comment # c»\n«name c»: «constant no»\n«name d»: x#y"
    ),
    (
      "json", "{\"a\": [1, true, \"b\"]}",
      "{«name \"a\"»: [«number 1», «constant true», «string \"b\"»]}"
    ),
    (
      "html", "<!-- c --><a href=\"x\" b>t & \"q\"</a>",
      "«comment <!-- c -->»<«keyword a» «name href»=«string \"x\"» «name b»>t & \"q\"</«keyword a»>"
    ),
    (
      "diff", "--- a\n+x\n-y\n z",
      "«heading --- a»\n«inserted +x»\n«deleted -y»\n z"
    ),
    (
      "css", "a-b { color: red; /* c */ }",
      "a-b { «name color»: red; «comment /* c */» }"
    ),
    (
      "toml", "[t]\na = \"b\" # c",
      "«heading [t]»\n«name a» = «string \"b\"» «comment # c»"
    ),
    (
      "bash", "echo \"$A\" x#y # c",
      "«constant echo» «string \"$A\"» x#y «comment # c»"
    ),
    (
      "js", "const a = `x\n${1}`; // c",
      "«keyword const» a = «string `x\n${1}`»; «comment // c»"
    ),
    (
      "swift", "let x = \"a\" // c",
      "«keyword let» x = «string \"a\"» «comment // c»"
    ),
    (
      "markdown", "# T\n> q\na `b` c\n:::note",
      "«heading # T»\n«comment > q»\na «string `b`» c\n«keyword :::note»"
    ),
    (
      "python", "\"\"\"open",
      "«string \"\"\"open»"
    ),
  ])
  func codeIsPartedByTheTableOfItsLanguage(language: String, code: String, expected: String) {
    #expect(highlighted(code, language: language) == expected)
  }

  @Test func anUnknownLanguageIsPlainAndReported() {
    #expect(highlighted("for x", language: "pyton") == "for x")
    #expect(
      findings("```pyton\nx\n```\n") == """
        a.md:1:1: info: code is coloured in languages that are known; 'pyton' is not (did you \
        mean 'python'?) [code-language]
          1 | ```pyton
            | ^~~~~~~~

        """)
    #expect(findings("```text\nx\n```\n\n```\nx\n```\n") == "")
  }

  @Test func theSpecificationsDialectsHaveNoColours() {
    #expect(
      html("```json\n1\n```\n", options: .init(dialect: .gfm))
        == "<pre><code class=\"language-json\">1\n</code></pre>\n")
  }

  /// Renders code and writes its spans in a form that is easy to read.
  private func highlighted(_ code: String, language: String) -> String {
    html("~~~~\(language)\n\(code)\n~~~~\n")
      .replacing("<pre><code class=\"language-\(language)\">", with: "")
      .replacing("\n</code></pre>\n", with: "").replacing("\n</span></code></pre>\n", with: "»")
      .replacing("<span class=\"hl-", with: "«").replacing("</span>", with: "»")
      .replacing("\">", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
