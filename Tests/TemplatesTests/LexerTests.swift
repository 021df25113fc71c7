import Testing

@testable import Templates

/// How source is cut into tokens, and what tags do to the text around them.
@Suite struct LexerTests {
  private func texts(_ source: String, _ control: WhiteSpaceControl = .keep) -> [String] {
    let bytes = Array(source.utf8)
    let source = TemplateSource(name: "t", bytes: bytes)
    return Lexer(source: source, whiteSpace: control).run().tokens
      .filter { $0.kind == .text }.map { String(decoding: bytes[$0.span], as: UTF8.self) }
  }

  private func kinds(_ source: String) -> [Token.Kind] {
    Lexer(source: TemplateSource(name: "t", bytes: Array(source.utf8)), whiteSpace: .keep)
      .run().tokens.map(\.kind)
  }

  @Test(arguments: [
    ("a {%- if x -%} b {%- endif %} c", ["a", "b", " c"]),
    ("a \n {{- x -}} \n b", ["a", "b"]),
    ("{{ x }}\n{%- y %}", []),
    ("{{ x -}}\u{A0}\u{2003}\n{{ y }}", []),
    ("a {#- c -#} b\n", ["a", "b"]),
    ("a\n\n", ["a\n"]), ("a\r\n", ["a"]), ("\n", []),
    ("{% raw -%} {{ a }} {%- endraw %} b", ["{{ a }}", " b"]),
    ("{ { % # }} %}", ["{ { % # }} %}"]),
  ])
  func dashesTrimWhiteSpace(source: String, expected: [String]) {
    #expect(texts(source) == expected)
  }

  @Test(arguments: [
    (
      "<ul>\n  {% for x in xs %}\n  <li>\n  {% endfor %}\n</ul>\n", ["<ul>\n", "  <li>\n", "</ul>"]
    ),
    ("  {# note #}\na", ["a"]), ("  {{ x }}\na", ["  ", "\na"]),
    ("a {% if x %}\r\nb{% endif %}", ["a ", "b"]),
    ("  {%+ if x %}\n{% endif +%}\n", ["  "]),
    ("  {% raw %}\n a\n  {% endraw %}\nb", ["\n a\n  ", "b"]),
  ])
  func linesOfTagsLeaveNoTrace(source: String, expected: [String]) {
    #expect(texts(source, .lines) == expected)
  }

  @Test func bracesInsideAnExpressionDoNotEndIt() {
    #expect(
      kinds("{{ {'a': {}} }}") == [
        .outputBegin, .leftBrace, .string, .colon, .leftBrace, .rightBrace, .rightBrace,
        .outputEnd, .end,
      ])
  }

  @Test func stepsIntoListsAreNoFractions() {
    #expect(
      kinds("{{ x.0.1 1.5 1e3 0x1F 1_000 }}") == [
        .outputBegin, .name, .dot, .integer, .dot, .integer, .float, .float, .integer, .integer,
        .outputEnd, .end,
      ])
  }
}
