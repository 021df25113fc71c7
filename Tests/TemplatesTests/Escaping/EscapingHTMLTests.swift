import Templates
import Testing

/// What is written into text, attributes, comments and the other parts of markup.
@Suite struct EscapingHTMLTests {
  static let hostile = "<b a=\"1\" c='2'>&amp;</b>"

  @Test(arguments: [
    ("<p>{{}}</p>", "<p>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</p>"),
    ("a < b {{}}", "a < b &lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;"),
    (
      "<title>{{}}</title>",
      "<title>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</title>"
    ),
    (
      "<textarea>{{}}</textarea>",
      "<textarea>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</textarea>"
    ),
    (
      "<p title=\"{{}}\">",
      "<p title=\"&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;\">"
    ),
    ("<!-- {{}} -->", "<!--  -->"),
    ("<!--{{}}-->{{}}", "<!---->&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;"),
    (
      "<iframe srcdoc='{{}}'></iframe>",
      "<iframe srcdoc='&amp;lt;b a=&amp;quot;1&amp;quot; c=&amp;#39;2&amp;#39;&amp;gt;"
        + "&amp;amp;amp;&amp;lt;/b&amp;gt;'></iframe>"
    ),
    (
      "<script type=\"text/x-template\">{{}}</script>",
      "<script type=\"text/x-template\">"
        + "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</script>"
    ),
    ("<xmp>{{}}</xmp>", "<xmp>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</xmp>"),
    ("<plaintext>{{}}", "<plaintext>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;"),
  ])
  func textMeansOnlyItself(template: String, expected: String) throws {
    #expect(try escaped(template, Self.hostile) == expected)
  }

  @Test(arguments: [
    ("<p>{{}}</p>", "<p><b a=\"1\" c='2'>&amp;</b></p>"),
    (
      "<title>{{}}</title>", "<title>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;</title>"
    ),
    ("<p title='{{}}'>", "<p title='&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;'>"),
    ("<!-- {{}} -->", "<!--  -->"),
    (
      "<iframe srcdoc='{{}}'></iframe>",
      "<iframe srcdoc='&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;'></iframe>"
    ),
  ])
  func trustedMarkupIsMarkupInTextOnly(template: String, expected: String) throws {
    #expect(try escaped(template, Self.hostile, as: .html) == expected)
  }

  @Test(arguments: [
    ("<{{}}>", "value-after-less-than"),
    ("</{{}}>", "value-in-tag-name"),
    ("<h{{}}>", "value-in-tag-name"),
    ("<p {{}}>", "value-in-attribute-name"),
    ("<p {{}}=\"x\">", "value-in-attribute-name"),
    ("<p data-{{}}=\"x\">", "value-in-attribute-name"),
    ("<p class {{}}>", "value-in-attribute-name"),
    ("<p class='a'{{}}>", "value-in-attribute-name"),
    ("<br /{{}}>", "value-in-attribute-name"),
    ("<p title={{}}>", "value-unquoted"),
    ("<p title=a{{}}>", "value-unquoted"),
    ("<p title= {{}}>", "value-unquoted"),
    ("<p ='x'>", "attribute-without-name"),
    ("<!doctype {{}}>", "value-in-declaration"),
    ("<?xml {{}}?>", "value-in-declaration"),
    ("<title>a<{{}}</title>", "value-after-less-than"),
    ("<textarea>a</text{{}}</textarea>", "value-after-less-than"),
    ("<button onclick='f(&quot{{}})'>", "value-in-character-reference"),
    ("<button onclick=\"f('&{{}}')\">", "value-in-character-reference"),
    ("<button onclick='f(&#{{}};)'>", "value-in-character-reference"),
    ("<button onclick='f(\"&{{}};\")'>", "value-in-character-reference"),
    ("<iframe srcdoc='<p {{}}>'>", "value-in-nested-tag"),
    ("<iframe srcdoc='&lt;script&gt;{{}}'>", "value-in-nested-tag"),
    ("<p", "unfinished"),
    ("<p title=\"a", "unfinished"),
    ("<!-- a", "unfinished"),
    ("<script>1;", "unfinished"),
    ("<style>a{}", "unfinished"),
    ("<textarea>a", "unfinished"),
  ])
  func valueThatCannotStandIsRefused(template: String, rule: String) {
    #expect(brokenRule(template) == rule)
  }

  @Test(arguments: [
    "<p title='&{{}}'>", "<p>&{{}}", "a <", "a <b", "<a href='?a&{{}}'>", "<input checked>",
    "<button onclick='a &&{{}}'>",
    "<p class=a id='b'>", "<br/>", "<p title=\"a>b\">{{}}", "</p {{", "<p/>{{}}", "<!-- > -->{{}}",
    "<!-->{{}}", "<!--->{{}}", "<!-- --!>{{}}", "<!doctype html>{{}}", "<?php ?>{{}}", "</>{{}}",
    "</ x>{{}}", "<![CDATA[ x ]]>{{}}", "<TITLE>{{}}</Title >{{}}",
  ])
  func valueThatCanStandIsAccepted(template: String) {
    let endsInTag = template == "a <b" || template == "</p {{"
    #expect(brokenRule(template) == (endsInTag ? "unfinished" : nil))
  }

  @Test(arguments: [
    ("<", ">{{}}"), ("<h", " title='{{}}'>"), ("<p ", "='a' title=\"{{}}\">"),
    ("<p title=", " lang='{{}}'>{{}}"), ("<p title=a", ">{{}}"), ("<!doctype ", ">{{}}"),
    ("<script>`", "`; f({{}})</script>"), ("<script>/", "/; f('{{}}')</script>"),
    ("<script>// ", "\n f({{}})</script>"), ("<style>p { ", ": a; b: {{}} }</style>"),
    ("<a href='javascript:", "'>{{}}"), ("<b onclick='f(&qu", "ot;)'>{{}}"),
  ])
  func checkingGoesOnBehindARefusedValue(before: String, after: String) throws {
    let context = try scan(before)
    #expect(throws: EscapeRefusal.self) { try context.placement() }
    #expect(brokenRule(after, start: context.behindRefusedValue) == nil)
  }

  @Test func attributesWithNamesStandWhereAttributesDo() throws {
    #expect(
      try escaped("<ul{{}}></ul>", " class=\"a\"", as: .attributes) == "<ul class=\"a\"></ul>")
    #expect(try escaped("<ul {{}} id=b>", "a=\"b\"", as: .attributes) == "<ul a=\"b\" id=b>")
    #expect(throws: EscapeRefusal.self) { try escaped("<ul{{}}a>", " b=\"c\"", as: .attributes) }
    #expect(throws: EscapeRefusal.self) { try escaped("<{{}}>", " b=\"c\"", as: .attributes) }
  }

  @Test(arguments: [
    ("title", OutputEscaper.attribute), ("HREF", .url(.start)), ("xlink:href", .url(.start)),
    ("src", .url(.start)), ("data-url", .url(.start)), ("srcset", .sourceSet),
    ("content", .refreshStart), ("srcdoc", .nestedDocument), ("onclick", nil), ("style", nil),
    ("", nil), ("a b", nil), ("a>b", nil), ("a=b", nil), ("a\"", nil), ("a/b", nil), ("ä", nil),
  ])
  func attributeNameDecidesHowItsValueIsWritten(name: String, escaper: OutputEscaper?) {
    Array(name.utf8).withUnsafeBufferPointer {
      #expect(OutputEscaper(attributeNamed: $0) == escaper)
    }
  }

  @Test(arguments: [
    ("<a><![CDATA[{{}}]]></a>", "x]]>y", "<a><![CDATA[x]]]><![CDATA[]]]><![CDATA[>y]]></a>"),
    ("<a><![CDATA[]]{{}}]]></a>", ">", "<a><![CDATA[]]]]><![CDATA[>]]></a>"),
    ("<title>{{}}</title>", "<&", "<title>&lt;&amp;</title>"),
    ("<script>{{}}</script>", "<&", "<script>&lt;&amp;</script>"),
    (
      "<?xml version=\"1.0\" a=\">\"?><a>{{}}</a>", "<",
      "<?xml version=\"1.0\" a=\">\"?><a>&lt;</a>"
    ),
    ("<a href='{{}}'/>", "javascript:x", "<a href='about:invalid#blocked'/>"),
    ("<_a ö='{{}}'/>", "'", "<_a ö='&#39;'/>"),
  ])
  func xmlHasSectionsAndNoSpecialElements(
    template: String, value: String, expected: String
  ) throws {
    #expect(try EscapedTemplate(template, start: .xml).render([value]).text == expected)
  }

  @Test func messagesSayHowToWriteItInstead() throws {
    let refusal = #expect(throws: EscapeRefusal.self) {
      try scan("<p>\n<a href=\"x\" =>")
    }
    #expect(refusal?.offset == 16)
    #expect(refusal?.message == "'=' must stand behind an attribute's name")
    let end = #expect(throws: EscapeRefusal.self) {
      try scan("<script>f('").checkEnd()
    }
    #expect(end?.message == "the file ends in a string of a script")
  }
}
