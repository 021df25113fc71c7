import Templates
import Testing

/// Templates over a declared model, laid out by the builder.
@Suite struct ModelTests {
  let site = SmallSite()

  @Test(arguments: [
    ("{{ post.title }}", "Tom &amp; Ada"),
    ("{{ post.body }}", "<p>Hi</p>"),
    ("{{ post.author.posts[0].author.name }}", ""),
    ("{{ post.date }} {{ post.month }} {{ post.span }}", "2025-03-09 2025-03 2024-11/2025-02"),
    ("{{ post.date|date('%-d %B %Y, %a') }}", "9 March 2025, Sun"),
    ("{{ post.date|date('%d.%m.%y %e %j') }}", "09.03.25  9 068"),
    ("{{ post.month|date('%B %Y') }}", "March 2025"),
    ("{{ post.words * 2 }} {{ post.score + 1 }}", "2400 1.5"),
    ("{% for p in posts %}{{ p.date }} {% endfor %}", "2025-03-09 1969-12-31 "),
    (
      "{{ posts|sort(attribute='date')|map(attribute='title')|join(', ') }}", "Alone, Tom &amp; Ada"
    ),
    ("{{ (posts[0].date - posts[1].date) // 365 }}", "55"),
    ("{{ post.date + 23 }} {{ post.date - 69 }}", "2025-04-01 2024-12-30"),
    ("{{ post.month + 10 }} {{ post.month - 3 }}", "2026-01 2024-12"),
    ("{{ note|default('none given') }}", "none given"),
    (
      "{{ note is defined }} {{ note is undefined }} {{ post.title is defined }}", "false true true"
    ),
  ])
  func valuesPrintByTheirTypes(template: String, expected: String) {
    let guarded = template.contains("author.posts") ? "{% if post.author %}Ada{% endif %}" : nil
    #expect(site.render(guarded ?? template) == (guarded == nil ? expected : "Ada"))
  }

  @Test func recordsMayReferToEachOther() {
    let template = "{% set a = post.author %}{% if a %}{{ a.posts[0].title }}{% endif %}"
    #expect(site.render(template) == "Tom &amp; Ada")
  }

  @Test func pageValuesStandBesideTheSites() {
    #expect(site.render("{{ note }}|{{ post.title }}", note: "<n>") == "&lt;n&gt;|Tom &amp; Ada")
  }

  @Test(arguments: [
    ("{{ post.titel }}", "error: post has no field 'titel' (did you mean 'title'?)"),
    (
      "{% if post.titel is defined %}{% endif %}",
      "error: post has no field 'titel' (did you mean 'title'?)"
    ),
    (
      "{{ post.author.name }}",
      "error: 'post.author' may be none, so '.name' needs a guard: 'if post.author' or '?.name'"
    ),
    ("{{ post.date|upper|nope }}", "error: unknown filter 'nope'"),
    ("{{ post.span|date }}", "error: the filter 'date' cannot take a period"),
    ("{{ post.date + 3000000 }}", "error: dates and months lie in the years 1 to 9999"),
    (
      "{{ post.month - 9223372036854775807 }}", "error: dates and months lie in the years 1 to 9999"
    ),
    ("{{ post.month|date('%d') }}", "error: the pattern of 'date' cannot hold '%d' for a month"),
    (
      "{{ post }}",
      "error: a value of type post cannot be printed; join it, print its parts or use tojson"
    ),
    (
      "{% macro m(p: psot) %}{% endmacro %}{{ m(1) }}",
      "error: unknown type 'psot' (did you mean 'post'?)"
    ),
    (
      "{% macro m(p: post) %}{{ p.title }}{% endmacro %}{{ m(post.title) }}",
      "error: macro 'm' takes a post as 'p', not a string"
    ),
  ])
  func mistakesAreFoundBeforeRendering(template: String, message: String) {
    #expect(site.render(template) == message)
  }

  @Test func guardsMakeOptionalFieldsUsable() {
    #expect(
      site.render(
        "{% for p in posts %}{{ p.author?.name|default('-') }}{{ p.author.name if p.author else '' }};{% endfor %}"
      ) == "AdaAda;-;")
  }

  @Test func macrosCheckTheirDeclaredTypes() {
    let template = """
      {% macro card(p: post, tags: list[string] = [], when: month = none) -%}
      {{ p.title }}/{{ tags|length }}/{{ when }}
      {%- endmacro %}{{ card(post, ['a']) }} {{ card(post, when=post.month) }}
      """
    #expect(site.render(template) == "Tom &amp; Ada/1/ Tom &amp; Ada/0/2025-03")
  }

  @Test func hostFunctionsTakeAndGiveTypedValues() {
    let slug = HostFunction.filter("slug", takes: .string, returns: .string) { arguments, result in
      result.append(utf8: arguments.text(0).lowercased().filter(\.isLetter).utf8)
    }
    let add = HostFunction.function(
      "add", [.init("a", .int), .init("b", .int, isOptional: true)], returns: .int
    ) { arguments, result in
      result.set(.int((arguments.int(0) ?? 0) + (arguments.int(1) ?? 100)))
    }
    let fail = HostFunction.function("fail", [], returns: .string) {
      (_, _) throws(HostFailure) in
      throw HostFailure("there is no such asset")
    }
    let host = [slug, add, fail]
    #expect(
      site.render("{{ post.title|slug }}{{ add(1, b=2) + add(1) }}", host: host) == "tomada104")
    #expect(
      site.render("{{ add('x') }}", host: host)
        == "error: 'add' takes an int as 'a', not a string")
    #expect(site.render("a{{ fail() }}", host: host) == "error: there is no such asset")
    #expect(
      site.render("{{ 'x'|slgu }}", host: host)
        == "error: unknown filter 'slgu' (did you mean 'slug'?)")
  }

  @Test func refusedURLsLeaveAWarning() {
    #expect(
      site.render("<a href=\"{{ note }}\">x</a>", note: "javascript:alert(1)")
        == """
        <a href="about:invalid#blocked">x</a>warning: a URL begins with http, https, mailto, tel, \
        sms or ftp, so 'javascript:alert(1)' was replaced
        """)
  }

  @Test func aFailedRenderLeavesTheOutputAsItWas() {
    let result = site.compiler(["main.html": "abc{{ 1 // (post.words - 1200) }}"])
      .compile(entry: "main.html", globals: site.globals)
    guard let program = result.program else {
      Issue.record("the template is right")
      return
    }
    var renderer = Renderer()
    var output = OutputBuffer()
    output.append("before")
    #expect(throws: RenderError.self) {
      try renderer.render(
        program, globals: [site.firstPost, site.posts, .none], site: site.store, into: &output)
    }
    #expect(output.withBytes { String(decoding: $0, as: UTF8.self) } == "before")
  }
}
