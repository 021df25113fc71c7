import CommonMark
import Testing

@Suite struct SafetyTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)",
    "java&#x09;script:alert(1)", "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)",
    "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,x", "data:image/svg+xml,x",
    "file:///etc/passwd", "blob:x", "unknown:x",
  ])
  func schemesThatCouldRunCodeAreNeverWritten(address: String) {
    #expect(html("[a](<\(address)>)") == "<p><a class=\"refused\">a</a></p>\n")
    #expect(html("![a](<\(address)>)") == "<p><img class=\"refused\" alt=\"a\" /></p>\n")
  }

  @Test(arguments: [
    "javascript:x", "vbscript:x", "file:x", "data:text/html,x",
  ])
  func withoutUnsafeThePlainDialectsRefuseThemToo(address: String) {
    for dialect in [MarkdownOptions.Dialect.commonMark, .gfm] {
      #expect(
        html("[a](\(address))", options: .init(dialect: dialect)) == "<p><a href=\"\">a</a></p>\n")
    }
  }

  @Test(arguments: [
    ("- <div>\n- b\n", "<ul>\n<li>\n<div>\n</div></li>\n<li>b</li>\n</ul>\n"),
    ("*<b>x* </b>y\n", "<p><em><b>x</b></em> &lt;/b&gt;y</p>\n"),
    ("a <div>b</div>\n", "<p>a &lt;div&gt;b&lt;/div&gt;</p>\n"),
    (
      "<p>\n\na\n\n</p>\n",
      "<p>\n</p>\n<p>a</p>\n\n"
    ),
    ("<td>a</td>\n", "<pre class=\"refused\"><code>&lt;td&gt;a&lt;/td&gt;</code></pre>\n"),
    ("<table><tr><td>a</td></tr></table>\n", "<table><tr><td>a</td></tr></table>\n"),
    ("<table>\n\na\n\n</table>\n", "<table>\n</table>\n<p>a</p>\n\n"),
    (
      "<table><d>\n",
      "<table></table><pre class=\"refused\"><code>&lt;d&gt;</code></pre>\n"
    ),
    ("[<https://a.example>](/u)\n", "<p><a href=\"/u\">https://a.example</a></p>\n"),
    (
      "[![^1]](/u)\n\n[^1]: a\n",
      """
      <p><a href="/u">!<sup class="footnote-ref" id="fnref-1">1</sup></a></p>
      <section class="footnotes" data-footnotes>
      <ol>
      <li id="fn-1">
      <p>a <a href="#fnref-1" class="footnote-backref" data-footnote-backref \
      aria-label="Back to content">↩</a></p>
      </li>
      </ol>
      </section>

      """
    ),
    ("<b class=x class=y>a</b>\n", "<p><b class=\"x\">a</b></p>\n"),
    ("<details>\n\na\n\n</details>\n", "<details>\n<p>a</p>\n</details>\n"),
  ]) func rawElementsEndWithWhatHoldsThem(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func controlCharactersThatHTMLCannotHaveAreReplaced() {
    #expect(
      html("a\u{1B}b `\u{8}` &#1;\u{0C}c\n")
        == "<p>a\u{FFFD}b <code>\u{FFFD}</code> \u{FFFD}\u{0C}c</p>\n")
    #expect(html("a\u{1B}b\n", options: .init(dialect: .commonMark)) == "<p>a\u{1B}b</p>\n")
  }

  @Test func refusedMarkupIsShownAndReported() {
    let text = "<script>x</script> <b onclick=\"y\" class=\"k\">z\n\n</div>\n"
    #expect(
      html(text) == """
        <pre class="refused"><code>&lt;script&gt;x&lt;/script&gt;</code></pre> <b class="k">z
        &lt;/div&gt;
        </b>
        """)
    #expect(
      findings(text) == """
        a.md:1:1: error: element <script> is not allowed in raw HTML; it is shown as typed [A05]
          1 | <script>x</script> <b onclick="y" class="k">z
            | ^~~~~~~~

        a.md:1:20: warning: <b> is never closed; it is closed at the end of what holds it \
        [html-nesting]
          1 | <script>x</script> <b onclick="y" class="k">z
            |                    ^~~~~~~~~~~~~~~~~~~~~~~~~

        a.md:1:23: error: attribute 'onclick' is not allowed in raw HTML and is left out of <b>; \
        class, id, lang, title, dir, colspan, rowspan and scope are [A05]
          1 | <script>x</script> <b onclick="y" class="k">z
            |                       ^~~~~~~~~~~

        a.md:3:1: warning: </div> closes nothing; it is shown as typed [html-nesting]
          3 | </div>
            | ^~~~~~

        """)
  }

  @Test func commentsDoNotReachThePage() {
    #expect(html("a <!-- b --> c\n") == "<p>a  c</p>\n")
    #expect(html("<!--> <script>x</script> -->\n") == "\n")
  }

  @Test func policiesEscapeOrPassAll() {
    #expect(
      html("a <b>c</b>", options: .init(rawHTML: .escape)) == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n")
    #expect(
      html("a <i on=x>c</i>", options: .init(rawHTML: .allow)) == "<p>a <i on=x>c</i></p>\n")
  }

  @Test func attributesOfDirectivesAndBlocksCannotCarryCode() {
    #expect(
      html("- a {onclick=x style=y data-k=\"<z>\" lang=cy}\n")
        == "<ul>\n<li data-k=\"&lt;z&gt;\" lang=\"cy\">a</li>\n</ul>\n")
  }
}
