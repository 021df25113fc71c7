import Templates
import Testing

/// What is written into scripts and event handlers.
@Suite struct EscapingScriptTests {
  static let hostile = "\"'`\\</script><!--&\n\u{2028}\u{1}ä"
  static let characters =
    #"\u0022\u0027\u0060\\\u003c/script\u003e\u003c!--\u0026\n\u2028\u0001ä"#

  @Test(arguments: [
    ("<script>f({{}})</script>", "<script>f(\"\(characters)\")</script>"),
    ("<script>f('{{}}')</script>", "<script>f('\(characters)')</script>"),
    ("<script>f(\"{{}}\")</script>", "<script>f(\"\(characters)\")</script>"),
    ("<script>f('a {{}} b')</script>", "<script>f('a \(characters) b')</script>"),
    ("<b onclick=\"f({{}})\">", "<b onclick=\"f(&quot;\(characters)&quot;)\">"),
    ("<b ONCLICK='f(\"{{}}\")'>", "<b ONCLICK='f(\"\(characters)\")'>"),
    ("<b onclick='f(&quot;{{}}&quot;)'>", "<b onclick='f(&quot;\(characters)&quot;)'>"),
    ("<b on:click=\"{{}}\">", "<b on:click=\"&quot;\(characters)&quot;\">"),
    (
      "<script type=application/ld+json>{\"a\": \"{{}}\", \"b\": {{}}}</script>",
      "<script type=application/ld+json>"
        + "{\"a\": \"\(characters)\", \"b\": \"\(characters)\"}</script>"
    ),
  ])
  func textStaysAString(template: String, expected: String) throws {
    #expect(try escaped(template, Self.hostile) == expected)
  }

  @Test(arguments: [
    (ValueKind.literal, "-1.5e+20", "<script>f(-1.5e+20)</script><b onclick='f(-1.5e+20)'>"),
    (.literal, "null", "<script>f(null)</script><b onclick='f(null)'>"),
    (
      .json, #"{"a": "</script>'&"}"#,
      #"<script>f({"a": "\u003c/script\u003e\u0027\u0026"})</script>"#
        + #"<b onclick='f({&quot;a&quot;: &quot;\u003c/script\u003e\u0027\u0026&quot;})'>"#
    ),
    (
      .script, "g('<a></script><!--', 1 < 2)",
      #"<script>f(g('<a><\/script><\!--', 1 < 2))</script>"#
        + "<b onclick='f(g(&#39;&lt;a&gt;&lt;/script&gt;&lt;!--&#39;, 1 &lt; 2))'>"
    ),
    (
      .html, "<b>",
      #"<script>f("\u003cb\u003e")</script><b onclick='f(&quot;\u003cb\u003e&quot;)'>"#
    ),
    (.url, "/a", #"<script>f("/a")</script><b onclick='f(&quot;/a&quot;)'>"#),
  ])
  func kindDecidesWhatABareValueIs(kind: ValueKind, value: String, expected: String) throws {
    let template = "<script>f({{}})</script><b onclick='f({{}})'>"
    #expect(try escaped(template, value, as: kind) == expected)
  }

  @Test func anyKindIsTextInAString() throws {
    for kind in ValueKind.allCases where kind != .attributes {
      #expect(
        try escaped("<script>f('{{}}')</script>", "'<", as: kind)
          == #"<script>f('\u0027\u003c')</script>"#)
    }
  }

  @Test(arguments: [
    ("return{{}}", "return -1"), ("a-{{}}", "a- -1"), ("a--{{}}", "a-- -1"), ("a<{{}}", "a< -1"),
    ("a/{{}}", "a/ -1"), ("a+{{}}", "a+-1"), ("a={{}}", "a=-1"),
    ("[...{{}}]", "[...-1]"), ("case {{}}:", "case -1:"),
  ])
  func numberDoesNotJoinWhatStandsBefore(script: String, expected: String) throws {
    #expect(
      try escaped("<script>\(script)</script>", "-1", as: .literal)
        == "<script>\(expected)</script>")
  }

  @Test(arguments: [
    ("/{{}}/", "value-in-regular-expression"),
    ("a = /[/\"{{}}]/", "value-in-regular-expression"),
    ("a = /\\/{{}}/", "value-in-regular-expression"),
    ("if (a) /{{}}/", "value-in-regular-expression"),
    ("return /{{}}/", "value-in-regular-expression"),
    ("`{{}}`", "value-in-template-literal"),
    ("`${ {{}} }`", "value-in-template-literal"),
    ("`${ '{{}}' }`", "value-in-template-literal"),
    ("`${ {a: `}`, b: {{}}} }`", "value-in-template-literal"),
    ("`${ {} }{{}}`", "value-in-template-literal"),
    ("`$${ {{}} }`", "value-in-template-literal"),
    ("// {{}}", "value-in-script-comment"),
    ("/* {{}} */", "value-in-script-comment"),
    ("<!-- {{}}", "value-in-script-comment"),
    ("--> {{}}", "value-in-script-comment"),
    ("a\n /* b */ --> {{}}", "value-in-script-comment"),
    ("'\\{{}}'", "value-after-backslash"),
    ("'a<{{}}'", "value-after-less-than"),
    ("'a</{{}}'", "value-after-less-than"),
    ("'a<!-{{}}'", "value-after-less-than"),
    ("a<!{{}}", "value-after-less-than"),
    ("a<!-{{}}", "value-after-less-than"),
    ("a.{{}}", "value-in-script-name"),
    ("a{{}}", "value-in-script-name"),
    ("a1{{}}", "value-in-script-name"),
    ("a.return{{}}", "value-in-script-name"),
    ("`${`${`${`${`{{}}`}`}`}`}`", "nesting-too-deep"),
    ("\"<!-- <script>\"; f({{}})", "comment-hides-script-end"),
    ("<!--<script ", "comment-hides-script-end"),
  ])
  func placeInAScriptThatIsNoValueIsRefused(script: String, rule: String) {
    #expect(brokenRule("<script>\(script)</script>") == rule)
  }

  @Test(arguments: [
    "/* it's */ f({{}})", "// it's\n f({{}})", "// it's\u{2028} f({{}})",
    "var r = /['\"]/; f({{}})",
    "a = b / 1; f('', {{}}) / 2", "a++ / 1; '/{{}}'", "if (a) /'/.test(b); f({{}})",
    "(a) / 1; f({{}}) // '", "[1] / 2; f({{}})", "x.return / 1; '{{}}'", "`'`; f({{}})",
    "`${ `'` }`; f({{}})", "`${ {a: '}'} }'`; f({{}})", "`\\``; f({{}})", "`$`; f({{}})",
    "a = /[/]'/; f({{}})", "a = /\\//; f({{}})", "a <!-- it's\n f({{}})", "a\n--> it's\n f({{}})",
    "while (a --> 0) f({{}})", "a = '\\''; f({{}})", "a\u{A0}/ 1; f('{{}}')", "f(/'/g, {{}})",
    "\"<!--\"; f({{}})", "<!-- <script -->\n f({{}})", "a = {{}} / 2 / '{{}}'", "({}).x / '{{}}'",
    "return /'/ + {{}}", "x = y\n/ '{{}}'", "{{}} + \"</scrip\"", "f({{}}, {{}})", "1./ '{{}}'",
    "typeof /'/ + {{}}", "a.b?.c / '{{}}'", "class A { #p = {{}} }", "@d f({{}})",
  ])
  func tokensOfAScriptAreToldApart(script: String) throws {
    let expected = script.replacing("'{{}}'", with: "'x'").replacing("'/{{}}'", with: "'/x'")
      .replacing("{{}}", with: "\"x\"")
    #expect(
      try escaped("<script>\(script)</script>", "x") == "<script>\(expected)</script>")
  }

  @Test(arguments: [
    ("", true), (" type=\"\"", true), (" type=module", true), (" type=\"text/javascript\"", true),
    (" type=application/javascript", true), (" type='TEXT/ECMASCRIPT; charset=utf-8'", true),
    (" type=text/jscript", true), (" type=importmap", true), (" type=application/json", true),
    (" type='speculationrules'", true), (" type", true), (" type='&#109;odule'", true),
    (" type=\"text/{{}}\"", true), (" type=text/template", false), (" type=\"text/plain\"", false),
    (" type=text/html", false), (" TYPE=x-shader", false), (" type=text/markdown", false),
    (" data-type=text/plain", true), (" type='text/plain' async", false),
  ])
  func typeOfAScriptDecidesItsLanguage(type: String, isScript: Bool) throws {
    #expect(
      try escaped("<script\(type)>{{}}</script>", "<")
        == "<script\(type.replacing("{{}}", with: "&lt;"))>"
        + (isScript ? #""\u003c""# : "&lt;") + "</script>")
  }

  @Test func scriptEndsWhereBrowsersEndIt() throws {
    #expect(try escaped("<script>'</script>{{}}", "<") == "<script>'</script>&lt;")
    #expect(try escaped("<script>'</SCRIPT >{{}}", "<") == "<script>'</SCRIPT >&lt;")
    #expect(
      try escaped("<script>'</scriptx>', {{}}</script>", "<")
        == #"<script>'</scriptx>', "\u003c"</script>"#)
    #expect(try escaped("<script><!--\n</script>{{}}", "<") == "<script><!--\n</script>&lt;")
    #expect(try escaped("<script/>{{}}</script>", "<") == #"<script/>"\u003c"</script>"#)
  }

  @Test func stringsOfListsAreQuotedForTheirPlace() {
    var output = OutputBuffer()
    for slot in [ScriptSlot.element, .elementSpaced, .attribute, .attributeSpaced] {
      Array("a\"<".utf8).withUnsafeBufferPointer {
        ScriptValueWriter.writeString($0, in: slot, to: &output)
      }
    }
    #expect(
      output.withBytes { String(decoding: $0, as: UTF8.self) }
        == #""a\u0022\u003c""a\u0022\u003c"&quot;a\u0022\u003c&quot;&quot;a\u0022\u003c&quot;"#)
  }
}
