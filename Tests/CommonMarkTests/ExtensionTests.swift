import CommonMark
import Testing

@Suite struct ExtensionTests {
  @Test func cellsAreParsedByThemselvesYetShareLinkDefinitions() {
    #expect(
      html("| *a | b* |\n|:--|--:|\n| `x\\|y` | [r] |\n| short |\n\n[r]: http://r.example\n")
        == """
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">*a</th>
        <th scope="col" class="align-right">b*</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left"><code>x|y</code></td>
        <td class="align-right"><a href="http://r.example">r</a></td>
        </tr>
        <tr>
        <td class="align-left">short</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func aParagraphBesideATableIsItsCaption() {
    #expect(
      html("| a |\n|---|\n| b |\n\n: *Costs* in 2021 {#costs .wide}\n\nEnd\n") == """
        <table id="costs" class="wide">
        <caption><em>Costs</em> in 2021</caption>
        <thead>
        <tr>
        <th scope="col">a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>b</td>
        </tr>
        </tbody>
        </table>
        <p>End</p>

        """)
    expectTree(
      of: "Table: c\n\n| a |\n|---|\n\n: d\n\n: e\n", dialect: .gazette,
      """
      0..<32 1:1-9:1 document
        0..<21 1:1-4:6 table
          0..<8 1:1-1:9 tableCaption
            7..<8 1:8-1:9 text "c"
          10..<15 3:1-3:6 tableRow
            12..<13 3:3-3:4 tableCell natural
              12..<13 3:3-3:4 text "a"
        23..<26 6:1-6:4 paragraph
          23..<26 6:1-6:4 text ": d"
        28..<31 8:1-8:4 paragraph
          28..<31 8:1-8:4 text ": e"

      """)
  }

  @Test func aTableEndsTheParagraphBeforeIt() {
    let options = MarkdownOptions(dialect: .gfm)
    #expect(
      html("> *text\n> | a* |\n> |---|\n", options: options) == """
        <blockquote>
        <p>*text</p>
        <table>
        <thead>
        <tr>
        <th>a*</th>
        </tr>
        </thead>
        </table>
        </blockquote>

        """)
  }

  @Test func aQuoteMarkThatMarksNoQuoteIsARow() {
    #expect(
      html("| a |\n|---|\n    >\nb\n", options: MarkdownOptions(dialect: .gfm)) == """
        <table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>&gt;</td>
        </tr>
        <tr>
        <td>b</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func anAddressAfterAnEscapedBarIsALink() {
    expectTree(
      of: "|a|\n|-|\n|\\\\|a@b.co|\n",
      dialect: .gfm,
      """
      0..<20 1:1-4:1 document
        0..<19 1:1-3:12 table
          0..<3 1:1-1:4 tableRow
            1..<2 1:2-1:3 tableCell natural
              1..<2 1:2-1:3 text "a"
          8..<19 3:1-3:12 tableRow
            9..<18 3:2-3:11 tableCell natural
              9..<12 3:2-3:5 text "|"
              12..<18 3:5-3:11 link "mailto:a@b.co"
                12..<18 3:5-3:11 text "a@b.co"

      """)
  }

  @Test func aHeadThatNoEmptyLineCanPartFromItsParagraphIsText() {
    expectTree(
      of: "a\n    > b\n|-\n| c |\n",
      dialect: .gfm,
      """
      0..<19 1:1-5:1 document
        0..<18 1:1-4:6 paragraph
          0..<1 1:1-1:2 text "a"
          1..<2 1:2-2:1 softBreak
          6..<9 2:5-2:8 text "> b"
          9..<10 2:8-3:1 softBreak
          10..<12 3:1-3:3 text "|-"
          12..<13 3:3-4:1 softBreak
          13..<18 4:1-4:6 text "| c |"

      """)
  }

  @Test func whatLooksLikeAnExtensionInCodeIsCode() {
    let text = "```\n:::note\n[^1]: x\n| a |\n|---|\n```\n\n    :::b\n"
    #expect(
      html(text) == """
        <pre><code>:::note
        [^1]: x
        | a |
        |---|
        </code></pre>
        <pre><code>:::b
        </code></pre>

        """)
  }

  @Test func footnotesAreNumberedByUseAndLinkBack() {
    #expect(
      html("B[^b] a[^a] b[^b]\n\n[^a]: First\n[^b]:\n    > Quoted\n") == """
        <p>B<sup class="footnote-ref"><a href="#fn-b" id="fnref-b" data-footnote-ref>1</a></sup> \
        a<sup class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>2</a></sup> \
        b<sup class="footnote-ref"><a href="#fn-b" id="fnref-b-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-b">
        <blockquote>
        <p>Quoted</p>
        </blockquote>
        <a href="#fnref-b" class="footnote-backref" data-footnote-backref \
        aria-label="Back to content">↩</a> <a href="#fnref-b-2" class="footnote-backref" \
        data-footnote-backref aria-label="Back to content">↩<sup class="footnote-ref">2</sup></a>
        </li>
        <li id="fn-a">
        <p>First <a href="#fnref-a" class="footnote-backref" data-footnote-backref \
        aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func headingsHaveUniqueIDsAndLinkToThemselves() {
    #expect(
      html("## Plan {#next .wide}\n## What's *next*?\n## Next\n", options: .init(idPrefix: "p-"))
        == """
        <h2 id="p-next" class="wide">Plan<a class="heading-link" href="#p-next" \
        aria-hidden="true" tabindex="-1"></a></h2>
        <h2 id="p-whats-next">What’s <em>next</em>?<a class="heading-link" \
        href="#p-whats-next" aria-hidden="true" tabindex="-1"></a></h2>
        <h2 id="p-next-1">Next<a class="heading-link" href="#p-next-1" \
        aria-hidden="true" tabindex="-1"></a></h2>

        """)
  }

  @Test func headingLevelsMoveAndStopAtSix() {
    let options = MarkdownOptions(headingOffset: 2)
    let source = MarkdownSource(file: "a", bytes: Array("# A\n##### B\n".utf8))
    let document = MarkdownDocument(parsing: source, options: options)
    #expect(document.headings.map(\.level) == [3, 6])
  }

  @Test func containersNestByMoreColonsOrByOrder() {
    #expect(
      html("::::a[La *b*]\n:::b\nx\n- y\n:::\n::::\n") == """
        <div class="directive-a"><p class="directive-label">La <em>b</em></p>
        <div class="directive-b">
        <p>x</p>
        <ul>
        <li>y</li>
        </ul>
        </div>
        </div>

        """)
  }

  @Test func templateCodeAndTimesAndSmileysStayText() {
    #expect(
      html("{{ a }} {% b %} 10:30 :smile: a:b[c] :x\\[y]\n")
        == "<p>{{ a }} {% b %} 10:30 :smile: a:b[c] :x[y]</p>\n")
  }

  @Test func alertsKeepTheirText() {
    #expect(
      html("> [!warning]\n> Mind the *gap*\n\n> [!NOTE] not alone\n") == """
        <div class="alert alert-warning" role="note">
        <p class="alert-title">Warning</p>
        <p>Mind the <em>gap</em></p>
        </div>
        <blockquote>
        <p>[!NOTE] not alone</p>
        </blockquote>

        """)
  }

  @Test func anImageAloneWithATitleIsAFigure() {
    #expect(
      html("![Alt](a.png \"The caption\"){.wide}\n\n![Alt](a.png) text\n") == """
        <figure>
        <img src="a.png" alt="Alt" class="wide" />
        <figcaption>The caption</figcaption>
        </figure>
        <p><img src="a.png" alt="Alt" /> text</p>

        """)
  }

  @Test func typographyStopsAtCodeAndAddresses() {
    #expect(
      html("\"A\" -- it's... `\"--\"` http://x.org/a--b \\\"\n")
        == "<p>“A” – it’s… <code>&quot;--&quot;</code> "
        + "<a href=\"http://x.org/a--b\">http://x.org/a--b</a> &quot;</p>\n")
  }

  @Test(arguments: [
    ("~a~ ~~b~~ ~~~c~~~ ~d~~", "<del>a</del> <del>b</del> ~~~c~~~ ~d~~"),
    ("*a ~b* c~", "<em>a ~b</em> c~"),
    ("\\~a~ ~b\\~", "~a~ ~b~"),
    ("~a *b ~c~ d* e~", "<del>a <em>b <del>c</del> d</em> e</del>"),
  ])
  func strikethroughNeedsRunsOfOneLength(text: String, expected: String) {
    #expect(html(text, options: .init(dialect: .gfm)) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("(http://a.org/b_(c)).", "(<a href=\"http://a.org/b_(c)\">http://a.org/b_(c)</a>)."),
    ("see www.a.org, or", "see <a href=\"http://www.a.org\">www.a.org</a>, or"),
    ("mail a.b@c.org.", "mail <a href=\"mailto:a.b@c.org\">a.b@c.org</a>."),
    (
      "http://a.org?x&amp;y&copy;",
      "<a href=\"http://a.org?x&amp;y\">http://a.org?x&amp;y</a>©"
    ),
    ("[www.a.org](b)", "<a href=\"b\">www.a.org</a>"),
    ("a@b javascript://x", "a@b javascript://x"),
  ])
  func bareAddressesBecomeLinks(text: String, expected: String) {
    #expect(html(text, options: .init(dialect: .gfm)) == "<p>\(expected)</p>\n")
  }

  @Test func wordsAloneInBracesAreTextButAfterImages() {
    #expect(
      html("- `x` {string}\n- [a](b){c} ![](d.png){decorative}\n\n# T {u v}\n") == """
        <ul>
        <li><code>x</code> {string}</li>
        <li><a href="b">a</a>{c} <img src="d.png" alt="" /></li>
        </ul>
        <h1 id="t-u-v">T {u v}<a class="heading-link" href="#t-u-v" aria-hidden="true" \
        tabindex="-1"></a></h1>

        """)
  }
}
