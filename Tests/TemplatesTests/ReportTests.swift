import Diagnostics
import Templates
import Testing

/// What one run reports, and how it says where.
@Suite struct ReportTests {
  private func failure(_ outcome: TemplateTester.Outcome) -> String {
    if case .failure(let text) = outcome { text } else { "" }
  }

  @Test func oneRunReportsEverythingOfEveryFile() {
    let tester = TemplateTester(
      [
        "main.html":
          "{% extends 'base.html' %}\n{% block a %}{{ usr }}{% include 'part.html' %}{% endblock %}",
        "base.html": "<p {{ user.name }}>{% block a %}{{ user.nam }}{% endblock %}</p>",
        "part.html": "\n{% if false %}{{ user.name|uper }}{% endif %}",
      ], data: "{\"user\": {\"name\": \"A\"}}")
    #expect(
      failure(tester.run()) == """
        main.html:2:17: error: unknown name 'usr' (did you mean 'user'?) [undefined-name]
          2 | {% block a %}{{ usr }}{% include 'part.html' %}{% endblock %}
            |                 ^~~

        part.html:2:28: error: unknown filter 'uper' (did you mean 'upper'?) [unknown-filter]
          2 | {% if false %}{{ user.name|uper }}{% endif %}
            |                            ^~~~
        main.html:2:23: note: included from here
          2 | {% block a %}{{ usr }}{% include 'part.html' %}{% endblock %}
            |                       ^~~~~~~~~~

        base.html:1:41: error: user has no field 'nam' (did you mean 'name'?) [unknown-field]
          1 | <p {{ user.name }}>{% block a %}{{ user.nam }}{% endblock %}</p>
            |                                         ^~~
        main.html:1:12: note: extended from here
          1 | {% extends 'base.html' %}
            |            ^~~~~~~~~~~

        base.html:1:4: error: a value cannot be the name of an attribute; write the attributes out, each in an 'if' [value-in-attribute-name]
          1 | <p {{ user.name }}>{% block a %}{{ user.nam }}{% endblock %}</p>
            |    ^~~~~~~~~~~~~~~
        main.html:1:12: note: extended from here
          1 | {% extends 'base.html' %}
            |            ^~~~~~~~~~~
        """)
  }

  @Test func whatIsNeverUsedIsAWarning() {
    let tester = TemplateTester([
      "main.html": """
      {% extends 'base.html' %}
      lost
      {% macro unused() %}{% endmacro %}{% macro used() %}u{% endmacro %}
      {% block a %}{{ used() }}{% endblock %} lost too
      """,
      "base.html": "{% macro ofTheLayout() %}{% endmacro %}{% block a %}{% endblock %}",
    ])
    #expect(tester.run() == .page("u"))
    #expect(
      tester.printed(tester.compile().result.diagnostics) == """
        main.html:2:1: warning: a template that extends another prints only its blocks, so this text is lost [text-outside-blocks]
          2 | lost
            | ^~~~

        main.html:3:10: warning: nothing calls the macro 'unused' [unused-macro]
          3 | {% macro unused() %}{% endmacro %}{% macro used() %}u{% endmacro %}
            |          ^~~~~~
        """)
  }

  @Test func failuresWhileRenderingNameTheCalls() {
    let tester = TemplateTester(
      [
        "main.html": "{% import 'm.html' as m %}\n{% for n in [1, 0] %}{{ m.half(n) }}{% endfor %}",
        "m.html": "{% macro half(n) %}\n{{ 1 / n }}{% endmacro %}",
      ])
    #expect(
      failure(tester.run()) == """
        m.html:2:4: error: a number cannot be divided by 0 [wrong-value]
          2 | {{ 1 / n }}{% endmacro %}
            |    ^~~~~
        main.html:2:25: note: called from here
          2 | {% for n in [1, 0] %}{{ m.half(n) }}{% endfor %}
            |                         ^~~~~~~~~
        """)
  }

  @Test func placesInManyLinesNameTheTag() {
    let tester = TemplateTester("a\n{{ 1 +\n  nope }}")
    #expect(
      failure(tester.run()) == """
        main.html:3:3: error: unknown name 'nope' [undefined-name]
          3 |   nope }}
            |   ^~~~
        main.html:2:1: note: the tag begins here
          2 | {{ 1 +
            | ^~
        """)
  }

  @Test func trustIsListed() {
    let result = TemplateTester("{{ 'a'|safe }}<a href=\"{{ 'b'|safe_url }}\">").compile().result
    #expect(
      result.trusted.map { "\($0.location?.span ?? 0..<0) \($0.message)" } == [
        "7..<11 'safe' lets this value through as it is",
        "30..<38 'safe_url' lets this value through as it is",
      ])
  }

  @Test func partsAreCheckedWithoutTheirPage() {
    let tester = TemplateTester(
      ["part.html": "{{ whatever.x }}{{ n.x }}{{ 1|uper }}{% block b required %}{% endblock %}"],
      data: "{\"n\": 1}")
    let (set, _, model) = tester.compile("part.html")
    let found = Compiler(templates: set, schema: model.schema)
      .check(unused: "part.html", globals: model.globals)
    #expect(
      found.map(\.message) == [
        "an int has no fields, so there is no 'x'", "unknown filter 'uper' (did you mean 'upper'?)",
      ])
  }

  @Test func assigningInALoopIsWarnedAbout() {
    let result = TemplateTester(
      "{% set n = 0 %}{% for x in [1] %}{% set n = n + x %}{% set own = 1 %}{% endfor %}{{ n }}"
    ).compile().result
    #expect(
      result.diagnostics.map(\.message) == [
        "'set n' in a loop does not change the outer 'n'; use namespace()"
      ])
  }
}
