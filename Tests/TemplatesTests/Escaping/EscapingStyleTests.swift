import Templates
import Testing

/// What is written into style sheets and `style` attributes.
@Suite struct EscapingStyleTests {
  @Test(arguments: [
    "#8ff", "red", "2em", "0", "100%", "-1.5px", "bold 12px Georgia, serif", "rgb(1, 2, 3)",
    "hsl(120deg 75% 25% / 60%)", "calc(100% - 2px)", "var(--accent)", "red !important", "größe", "",
    "max(1px, min(2px, 3px))",
  ])
  func valueIsKept(value: String) throws {
    for template in ["<p style=\"a: {{}}\">", "<style>p { a: {{}} }</style>"] {
      #expect(
        try EscapedTemplate(template).render([value])
          == EscapedTemplate.Rendered(text: template.replacing("{{}}", with: value)))
    }
  }

  @Test(arguments: [
    "red; b: c", "red} p {", "expression(alert(1))", "EXPRESSION(1)", "ex\\70 ression(1)",
    "url(/a)", "\"a\"", "'a'", "a:b", "</style>", "-->", "<!--", "/* a", "*/", "/", "-moz-binding",
    "-MOZ-BINDING", "behavior", "javascript", "a@b", "a[b]", "a`b", "a\\b", "a&b", "rgb(1", "rgb)",
    "attr(x)", "rgb(url(x))", "a\u{0}b", "a=b", "a{b", "image(x)", "(1)", "((((((((((1",
  ])
  func valueThatCouldBeMoreIsBlocked(value: String) throws {
    for template in ["<p style=\"a: {{}}\">", "<style>p { a: {{}} }</style>"] {
      let rendered = try EscapedTemplate(template).render([value])
      #expect(rendered.text == template.replacing("{{}}", with: "blocked"))
      #expect(rendered.blocked == [.blockedStyle])
    }
  }

  @Test(arguments: [
    "<p style=\"a: '{{}}'\">", "<style>p { a: \"{{}}\" }</style>",
    "<style>p[title='{{}}'] { }</style>", "<p style='a: &quot;{{}}&quot;'>",
  ])
  func stringHoldsAnyText(template: String) throws {
    let characters =
      #"a\27 \22 \3b \7d \3c \2f b\3e \5c \0a "# + " " + #"\26 quot\3b \28 \29 é"#
    #expect(
      try escaped(template, "a'\";}</b>\\\n &quot;()é")
        == template.replacing("{{}}", with: characters))
  }

  @Test(arguments: [
    ("<p style=\"a: url({{}})\">", "/a (b)?c='d'&e"),
    ("<p style='a: url( \"{{}}\" )'>", "/a (b)?c='d'&e"),
    ("<style>p { a: url({{}}) }</style>", "/a (b)?c='d'&e"),
    ("<style>p { a: image-set('{{}}' 1x) }</style>", "/a (b)?c='d'&e"),
  ])
  func urlIsEncoded(template: String, url: String) throws {
    #expect(
      try escaped(template, url)
        == template.replacing("{{}}", with: #"/a%20%28b%29?c=%27d%27\26 e"#))
  }

  @Test(arguments: [
    "<p style=\"a: url({{}})\">", "<p style=\"a: url('{{}}')\">", "<p style='a: URL( {{}} )'>",
    "<style>p { a: url(\"{{}}\") }</style>", "<style>p { a: image-set('{{}}' 1x) }</style>",
    "<style>p { a: -webkit-image-set('{{}}' 1x) }</style>",
  ])
  func schemeInAURLIsChecked(template: String) throws {
    let rendered = try EscapedTemplate(template).render(["javascript:a"])
    #expect(rendered.text == template.replacing("{{}}", with: "about:invalid#blocked"))
    #expect(rendered.blocked == [.blockedURL])
  }

  @Test func valueMayStandDirectlyBeforeAURL() throws {
    #expect(
      try escaped("<p style=\"a: {{}}url('{{}}')\">", "", "javascript:a")
        == "<p style=\"a: url('about:invalid#blocked')\">")
  }

  @Test func queryOfAURLIsEncoded() throws {
    #expect(
      try escaped("<p style=\"a: url('/b?c={{}}')\">", "&'d")
        == "<p style=\"a: url('/b?c=%26%27d')\">")
  }

  @Test(arguments: [
    ("<p style=\"{{}}\">", "value-in-style-property"),
    ("<p style=\"{{}}: a\">", "value-in-style-property"),
    ("<p style=\"a: b; c{{}}: d\">", "value-in-style-property"),
    ("<p style=\"a: b /* {{}} */\">", "value-in-style-comment"),
    ("<p style=\"a: '\\{{}}'\">", "value-after-backslash"),
    ("<p style=\"a: url(javascript:{{}})\">", "value-in-script-url"),
    ("<style>{{}}</style>", "value-in-style-selector"),
    ("<style>p {} {{}} {}</style>", "value-in-style-selector"),
    ("<style>a:hover {{}} {}</style>", "value-in-style-selector"),
    ("<style>p { {{}} }</style>", "value-in-style-property"),
    ("<style>@import '{{}}'</style>", "value-in-style-condition"),
    ("<style>@import url({{}})</style>", "value-in-style-condition"),
    ("<style>@media ({{}}) {}</style>", "value-in-style-condition"),
    ("<style>@media a { {{}} {} }</style>", "value-in-style-selector"),
    ("<style>@media a { b:{{}} {} }</style>", "value-in-style-selector"),
    ("<style>@media a { b { c: d } } e:{{}}</style>", "value-in-style-selector"),
    ("<style>p { a: '</{{}}' }</style>", "value-after-less-than"),
  ])
  func placeInAStyleThatIsNoValueIsRefused(template: String, rule: String) {
    #expect(brokenRule(template) == rule)
  }

  @Test(arguments: [
    "<style>@media a { b:hover { c: {{}} } } d { e: {{}} }</style>",
    "<style>@font-face { font-family: {{}} }</style>",
    "<style>@-webkit-keyframes a { from { b: {{}} } }</style>",
    "<style>@starting-style { a { b: {{}} } }</style>",
    "<style>@layer a, b; c { d: {{}} }</style>",
    "<style>a { &:hover { b: {{}} } c: {{}} }</style>",
    "<style>a { @media b { c: {{}} } d: {{}}; }</style>",
    "<style>/* it's */ a { b: {{}} }</style>",
    "<style>a { b: 'c;d}' {{}} }</style>",
    "<style>a { b: url(it's) {{}} }</style>",
    "<style>a { b: \"\\\"}\" {{}} }</style>",
    "<style><!-- a { b: {{}} } --></style>",
    "<style>a { --c: {{}}; width: {{}}px }</style>",
    "<style>a { b: {{}}/{{}} }</style>",
    "<p style=\"--c: {{}}\">",
  ])
  func valueOfAPropertyIsFound(template: String) throws {
    #expect(try escaped(template, "x") == template.replacing("{{}}", with: "x"))
  }

  @Test func trustedStyleStandsEverywhere() throws {
    let css = "a: \"</style>\""
    #expect(
      try escaped("<p style=\"{{}}; b: {{}}\">", css, as: .style)
        == "<p style=\"a: &quot;&lt;/style&gt;&quot;; b: a: &quot;&lt;/style&gt;&quot;\">")
    #expect(
      try escaped("<style>{{}} p { {{}} }</style>", css, as: .style)
        == "<style>a: \"\\3c /style>\" p { a: \"\\3c /style>\" }</style>")
  }
}
