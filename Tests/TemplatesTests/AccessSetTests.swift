import Templates
import Testing

/// What programs say they read.
@Suite struct AccessSetTests {
  let site = SmallSite()

  private func accesses(_ templates: [String: String]) -> AccessSet {
    site.compiler(templates).compile(entry: "main.html", globals: site.globals).accesses
  }

  @Test func namesFieldsGlobalsAndTemplates() {
    let accesses = accesses([
      "main.html": "{% extends 'base.html' %}{% block a %}{{ post.title }}{% endblock %}",
      "base.html":
        "{% for p in posts|sort(attribute='date') %}{% block a %}{% endblock %}{% include 'x.html' ignore missing %}{% endfor %}",
      "other.html": "{{ post.body }}",
    ])
    #expect(accesses.templates == ["main.html", "base.html"])
    #expect(accesses.missingTemplates == ["x.html"])
    #expect(accesses.globals == ["post", "posts"])
    #expect(
      accesses.fields.sorted() == [
        .init(record: "post", field: "date"), .init(record: "post", field: "title"),
      ])
    #expect(accesses.wholeRecords.isEmpty)
  }

  @Test func handingOnAWholeRecordWidensTheSet() {
    let accesses = accesses(["main.html": "<script>f({{ posts|tojson }})</script>"])
    #expect(accesses.wholeRecords == ["post", "author"])
  }

  @Test func branchesThatMayRunCount() {
    let accesses = accesses([
      "main.html": "{% if note %}{{ post.words }}{% else %}{{ post.score }}{% endif %}"
    ])
    #expect(
      accesses.fields.sorted() == [
        .init(record: "post", field: "score"), .init(record: "post", field: "words"),
      ])
  }

  @Test func whatIsNotShownReadsNothing() {
    let accesses = accesses([
      "main.html":
        "{% extends 'base.html' %}{% import 'm.html' as m %}{% block a %}x{% endblock %}",
      "base.html": "{% block a %}{{ post.title }}{% endblock %}",
      "m.html": "{% macro unused(x) %}{{ x.words }}{{ post.score }}{% endmacro %}",
    ])
    #expect(accesses.fields.isEmpty)
    #expect(accesses.wholeRecords.isEmpty)
    #expect(accesses.globals.isEmpty)
  }

  @Test func aMacroReadsTheSameWhereverItIsSeenFirst() {
    let macros = """
      {% macro a(p, n) %}{{ p.title }}{% if n %}{{ b(p, 0) }}{% endif %}{% endmacro %}\
      {% macro b(p, n) %}{{ p.words }}{% if n %}{{ a(p, 0) }}{% endif %}{% endmacro %}
      """
    let accesses = accesses([
      "main.html": "{% extends 'base.html' %}{% block x %}-{% endblock %}",
      "base.html": macros
        + "{% block x %}{{ a(post, 1) }}{% endblock %}{% block y %}{{ b(post, 1) }}{% endblock %}",
    ])
    #expect(
      accesses.fields.sorted() == [
        .init(record: "post", field: "title"), .init(record: "post", field: "words"),
      ])
  }

  @Test(arguments: [
    "{{ 'same' if posts[0] == posts[1] else '' }}", "{{ 'in' if post in posts else '' }}",
    "{{ posts|unique|list|length }}", "{% for p in posts %}{{ loop.changed(p) }}{% endfor %}",
    "{% for x in [post, 1] %}{{ x.title }}{% endfor %}", "{{ post|items|length }}",
  ])
  func comparingAndGoingThroughRecordsReadsThemWhole(template: String) {
    #expect(accesses(["main.html": template]).wholeRecords.contains("post"))
  }

  @Test func macrosCountForTheTypesTheyAreCalledWith() {
    let accesses = accesses([
      "main.html": "{% import 'm.html' as m %}{{ m.show(post) }}",
      "m.html": "{% macro show(x) %}{{ x.title }}{% endmacro %}",
    ])
    #expect(accesses.templates == ["main.html", "m.html"])
    #expect(accesses.fields == [.init(record: "post", field: "title")])
  }
}
