import Diagnostics
import Templates
import Testing

/// What a program does not say it reads has no influence on the page.
@Suite struct AccessSoundnessTests {
  static let templates = [
    "{{ post.title }}",
    "{% for p in posts|sort(attribute='words') %}{{ p.title }}{% endfor %}",
    "{% for p in posts if p.score > 1 %}{{ p.title }}{% endfor %}",
    "{{ posts|map(attribute='title')|join(',') }}{{ posts|sum(attribute='words') }}",
    "{% for w, ps in posts|groupby('words') %}{{ w }}{{ ps|length }}{% endfor %}",
    "{% macro m(x) %}{% if x.author %}{{ x.author.name }}{% endif %}{% endmacro %}{{ m(post) }}",
    "{% set p = posts|first %}{{ p['title'] }}{{ p|attr('words') }}",
    "{{ posts|selectattr('score', 'gt', 1)|list|length }}",
    "{% if post.words > 3 and post.title != 'x' %}{{ post.date }}{% else %}{{ post.month }}{% endif %}",
    "<script>f({{ posts|map(attribute='words')|list }})</script>{{ post.author?.name }}",
    "{% set ns = namespace(p=none) %}{% for p in posts|reverse %}{% set ns.p = p %}{% endfor %}{% if ns.p %}{{ ns.p.title }}{% endif %}",
    "{{ post.title if post.score is number else post.words }}{{ (post.author or post.author) is none }}",
    "{% with q = posts %}{{ q[0].title }}{{ q|max(attribute='words')|attr('title') }}{% endwith %}",
  ]

  @Test(arguments: templates)
  func fieldsOutsideTheAccessSetDoNotMatter(template: String) throws {
    let site = SmallSite()
    let result = site.compiler(["main.html": template])
      .compile(entry: "main.html", globals: site.globals)
    let program = try #require(result.program, "\(site.messages(result.diagnostics))")
    let page = Self.render(program, SmallSite())
    var influential = 0
    for field in SmallSite.changeableFields {
      let isStated =
        result.accesses.fields.contains(field)
        || result.accesses.wholeRecords.contains(field.record)
      let changed = Self.render(program, SmallSite(changing: field))
      if isStated {
        influential += changed == page ? 0 : 1
      } else {
        #expect(changed == page, "\(field) is read but not stated")
      }
    }
    #expect(influential > 0, "the changes are seen where fields are stated")
  }

  static func render(_ program: Program, _ site: SmallSite) -> String {
    var renderer = Renderer()
    var output = OutputBuffer()
    do throws(RenderError) {
      _ = try renderer.render(
        program, globals: [site.firstPost, site.posts, .none], site: site.store, into: &output)
      return output.withBytes { String(decoding: $0, as: UTF8.self) }
    } catch {
      return error.diagnostic.message
    }
  }
}
