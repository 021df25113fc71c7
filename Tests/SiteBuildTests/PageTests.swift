import Files
import SiteBuild
import Testing

@Suite struct PageTests {
  private static let glossary = """
    - group: Boards
      terms:
        - {abbreviation: DEC, full: Data Ethics Committee}
        - {abbreviation: ECC, full: Essex County Council}
        - {abbreviation: NHS, full: National Health Service, well-known: true}
    """

  private func body(_ markdown: String) async throws -> String {
    let site = try SampleSite([
      "content/glossary.yaml": Self.glossary,
      "content/pages/a.md": "---\ntitle: A\n---\n\(markdown)\n",
      "templates/page.html": "{{ page.content }}",
    ])
    let report = try await site.build()
    #expect(report.text() == "")
    return try site.text("a/index.html")
  }

  @Test func abbreviationsAreSpeltOutAtTheirFirstUse() async throws {
    #expect(
      try await body("The DEC met. ECC asked the DEC, and the NHS.") == """
        <p>The <abbr title="Data Ethics Committee">DEC</abbr> (Data Ethics Committee) met. \
        <abbr title="Essex County Council">ECC</abbr> (Essex County Council) asked the \
        <abbr title="Data Ethics Committee">DEC</abbr>, and the NHS.</p>

        """)
  }

  @Test func pluralsKeepTheirEndingBeforeTheExpansion() async throws {
    #expect(
      try await body("Two DECs and ECC’s plan.") == """
        <p>Two <abbr title="Data Ethics Committee">DEC</abbr>s (Data Ethics Committee) and \
        <abbr title="Essex County Council">ECC</abbr>’s (Essex County Council) plan.</p>

        """)
  }

  @Test func whatTheAuthorSpeltOutIsNotSpeltOutAgain() async throws {
    #expect(
      try await body("Essex County Council (ECC) met. ECC agreed.") == """
        <p>Essex County Council (<abbr title="Essex County Council">ECC</abbr>) met. \
        <abbr title="Essex County Council">ECC</abbr> agreed.</p>

        """)
  }

  @Test func codeAndLinkTextAreNotSpeltOut() async throws {
    #expect(
      try await body("`DEC` and [the DEC](term:DEC), then DEC.") == """
        <p><code>DEC</code> and <a href="/glossary/#dec">the \
        <abbr title="Data Ethics Committee">DEC</abbr></a>, then \
        <abbr title="Data Ethics Committee">DEC</abbr> (Data Ethics Committee).</p>

        """)
  }

  @Test func headingsStayAsShortAsTheirAuthorMadeThem() async throws {
    let page = try await body("## The DEC\n\nThe DEC met.")
    #expect(page.contains("The <abbr title=\"Data Ethics Committee\">DEC</abbr><a "))
    #expect(page.contains("<p>The <abbr title=\"Data Ethics Committee\">DEC</abbr> (Data "))
  }

  @Test func linksInQuestionsLeadWhereTheirFileSays() async throws {
    let site = try SampleSite([
      "content/glossary.yaml": Self.glossary,
      "content/pages/about.md": "# About\n",
      "content/projects/one.md": """
      ---
      title: One
      status: active
      question: What do [they](../pages/about.md) say of the :term[DEC]?
      ---
      """,
      "templates/project.html": "{{ project.question }}",
    ])
    #expect(try await site.build().text() == "")
    #expect(
      try site.text("projects/one/index.html") == """
        What do <a href="/about/">they</a> say of the <a class="term" href="/glossary/#dec">DEC</a>?
        """)
  }

  @Test func wordsThatAreNoTermStayAsTheyAre() async throws {
    let page = try await body("Ask the :term[DEC], the :term[odd *one*] or :term[].")
    #expect(
      page == """
        <p>Ask the <a class="term" href="/glossary/#dec">DEC</a>, the odd one or .</p>

        """)
  }

  @Test func textThatTemplatesRenderCallsNoComponents() async throws {
    let site = try SampleSite([
      "content/glossary.yaml": Self.glossary,
      "content/pages/a.md": "---\ntitle: A\n---\nThe :term[DEC] met.\n",
      "templates/page.html": "{{ page.content }}{{ 'A *new* :term[ECC]'|markdown }}",
    ])
    #expect(try await site.build().text() == "")
    #expect(
      try site.text("a/index.html") == """
        <p>The <a class="term" href="/glossary/#dec">DEC</a> met.</p>
        A <em>new</em> :term[<abbr title="Essex County Council">ECC</abbr> (Essex County Council)]
        """)
  }

  @Test func aSiteWithoutAMenuLeadsToWhatItHas() async throws {
    let site = try SampleSite([
      "content/pages/about.md": "# About us\n",
      "content/blog/2024-01-01-a.md": "# A\n\nText.\n",
    ])
    #expect(try await site.build(at: "2025-01-01").text() == "")
    let page = try site.text("index.html")
    #expect(page.contains("<li><a href=\"/blog/\">Blog</a></li>"))
    #expect(page.contains("<li><a href=\"/about/\">About us</a></li>"))
    #expect(!page.contains("/sprints/"))
  }

  @Test func contentCannotForgeAMarker() async throws {
    // The literal syntax refuses noncharacters.
    let open = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
    let close = String(decoding: [0xEF, 0xB7, 0x91], as: UTF8.self)
    let forged = "a \(open)d0\(close) b &#xFDD0;a0&#xFDD1; c"
    #expect(try await body(forged) == "<p>a d0 b a0 c</p>\n")
    let site = try SampleSite([
      "content/glossary.yaml": Self.glossary,
      "content/pages/a.md": "---\ntitle: \"A \\uFDD0a0\\uFDD1\"\n---\n",
      "templates/page.html": "<title>{{ page.title }}</title>",
    ])
    _ = try await site.build()
    #expect(try site.text("a/index.html") == "<title>A a0</title>")
  }

  @Test func containersHandTheirContentToTheComponent() async throws {
    let site = try SampleSite([
      "content/pages/a.md":
        "---\ntitle: A\n---\n:::note{title=Remember}\nSome *text*.\n\n::inner{n=2}\n:::\n",
      "templates/page.html": "{{ page.content }}",
      "templates/components/note.html":
        "{% macro note(title: string = 'Note') %}[{{ title }}: {{ caller() }}]{% endmacro %}",
      "templates/components/inner.html":
        "{% macro inner(n: int) %}<b>{{ n + 1 }}</b>{% endmacro %}",
    ])
    #expect(try await site.build().text() == "")
    let text = try site.text("a/index.html")
    #expect(text == "[Remember: <p>Some <em>text</em>.</p>\n<b>3</b>\n]\n")
  }

  @Test func componentsThatHoldThemselvesAreStopped() async throws {
    let site = try SampleSite([
      "content/pages/a.md": "---\ntitle: A\n---\n::events{period=2021-09}\n",
      "content/organisations.yaml": "- {id: us, name: Us, kind: other}\n",
      "content/events/2021-09-01-x.md":
        "---\ntitle: X\nkind: other\ndate: 2021-09-01\norganiser: us\n---\n::events{period=2021-09}\n",
    ])
    let report = try await site.build()
    #expect(report.result == nil)
    #expect(report.text().contains("components inside components are nested more than 16 deep"))
  }

  @Test func templateCodeInMarkdownIsText() async throws {
    #expect(
      try await body("{{ site.name }} {% include 'x' %}")
        == "<p>{{ site.name }} {% include ‘x’ %}</p>\n")
  }

  @Test func hostileFrontMatterStaysText() async throws {
    let site = try SampleSite([
      "content/pages/a.md": """
      ---
      title: "</title><script>alert(1)</script>"
      summary: '"><script>alert(2)</script>'
      ---
      """
    ])
    let report = try await site.build()
    #expect(report.text() == "")
    let page = try site.text("a/index.html")
    #expect(!page.contains("<script"))
    #expect(PublishedPage(page).faults == [])
    #expect(PublishedPage(page).title == "</title><script>alert(1)</script> – Notes")
  }

  @Test func hostileMarkdownIsShownAsTypedAndReported() async throws {
    let site = try SampleSite([
      "content/pages/a.md":
        "---\ntitle: A\n---\n<script>alert(3)</script>\n\n[x](javascript:alert(4)) <img src=x onerror=alert(5)>\n",
      "templates/page.html": "{{ page.content }}",
    ])
    let report = try await site.build()
    #expect(
      report.text() == """
        content/pages/a.md:4:1: warning: element <script> is not allowed in raw HTML; it is shown as typed [A05]
          4 | <script>alert(3)</script>
            | ^~~~~~~~

        content/pages/a.md:6:1: error: an address must be a path or begin with http:, https:, mailto: or tel:; 'javascript:alert(4)' is not written [unsafe-address]
          6 | [x](javascript:alert(4)) <img src=x onerror=alert(5)>
            | ^~~~~~~~~~~~~~~~~~~~~~~~

        content/pages/a.md:6:26: warning: element <img> is not allowed in raw HTML; it is shown as typed [A05]
          6 | [x](javascript:alert(4)) <img src=x onerror=alert(5)>
            |                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~

        """)
    #expect(report.result == nil)
    try site.replace("[x](javascript:alert(4))", with: "", in: "content/pages/a.md")
    _ = try await site.build()
    let text = try site.text("a/index.html")
    #expect(
      text == """
        <pre class="refused"><code>&lt;script&gt;alert(3)&lt;/script&gt;</code></pre>
         <pre class="refused"><code>&lt;img src=x onerror=alert(5)&gt;</code></pre>

        """)
  }
}
