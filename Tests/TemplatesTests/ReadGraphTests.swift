import Fingerprints
import Templates
import Testing

/// What a program may read is known way by way, and nothing else has any influence on the page.
@Suite struct ReadGraphTests {
  struct Reading: Sendable {
    let template: String
    let paths: [String]

    init(_ template: String, _ paths: String...) {
      self.template = template
      self.paths = paths
    }
  }

  private static let readings: [Reading] = [
    Reading("Hello"),
    Reading("{{ post.title }}", "post.title"),
    Reading("{% if post.author %}{{ post.author.name }}{% endif %}", "post.author.name"),
    Reading("{% for p in posts %}{{ p.title }}{% endfor %}", "posts[].title"),
    Reading("{{ posts|length }}"),
    Reading(
      "{% for p in posts|sort(attribute='words') %}{{ p.title }}{% endfor %}",
      "posts[].title", "posts[].words"),
    Reading("{% for p in posts if p.score > 1 %}{{ loop.index }}{% endfor %}", "posts[].score"),
    Reading("{{ posts|map(attribute='title')|join(',') }}", "posts[].title"),
    Reading(
      "{% for w, ps in posts|groupby('words') %}{{ w }}{% for p in ps %}{{ p.title }}{% endfor %}"
        + "{% endfor %}",
      "posts[].title", "posts[].words"),
    Reading(
      "{% macro m(x) %}{% if x.author %}{{ x.author.name }}{% endif %}{% endmacro %}{{ m(post) }}",
      "post.author.name"),
    Reading(
      "{% macro m(x) %}{{ x.title }}{{ caller(x) }}{% endmacro %}"
        + "{% call(y) m(post) %}{{ y.words }}{{ posts|length }}{% endcall %}",
      "post.title", "post.words"),
    Reading("{{ posts[0].title }}{{ posts[-1]['words'] }}", "posts[].title", "posts[].words"),
    Reading(
      "{% set ns = namespace(p=none) %}{% for p in posts %}{% set ns.p = p %}{% endfor %}"
        + "{% if ns.p %}{{ ns.p.title }}{% endif %}",
      "posts[].title"),
    Reading(
      "{% for a in [post, posts[0]] %}{{ a.words }}{% endfor %}", "post.words", "posts[].words"),
    Reading("{% set x = {'p': post} %}{{ x.p.title }}", "post.title"),
    Reading(
      "{% for p in posts|reverse|batch(2) %}{% for q in p %}{{ q.date }}{% endfor %}{% endfor %}",
      "posts[].date"),
    Reading("{{ post.author.posts[0].title if post.author }}", "post.author.posts[].title"),
    Reading("{{ (posts|max(attribute='words')).title }}", "posts[].title", "posts[].words"),
    Reading("{{ post == posts[0] }}", "post.*", "posts[].*"),
  ]

  private static let endless =
    "{% for p in posts recursive %}{{ p.title }}{% if p.author %}{{ loop(p.author.posts[1:]) }}"
    + "{% endif %}{% endfor %}"

  @Test(arguments: readings)
  func waysAreFollowed(reading: Reading) throws {
    let (graph, _) = try Self.compile(reading.template)
    #expect(
      graph.paths(globals: ["post", "posts", "note"]).filter { $0 != "note" } == reading.paths)
  }

  @Test func whatIsReadWithoutEndIsReadWhole() throws {
    let (graph, _) = try Self.compile(Self.endless)
    #expect(graph.readsEverything)
    #expect(graph.paths(globals: ["post", "posts", "note"]).contains { $0.hasSuffix(".*") })
  }

  @Test(arguments: readings.map(\.template) + [endless] + AccessSoundnessTests.templates)
  func whatChangesThePageChangesTheFingerprint(template: String) throws {
    let (graph, program) = try Self.compile(template)
    let site = SmallSite()
    let page = AccessSoundnessTests.render(program, site)
    let fingerprint = Self.fingerprint(graph, site)
    #expect(Self.fingerprint(graph, SmallSite()) == fingerprint)
    for field in SmallSite.changeableFields {
      let changed = SmallSite(changing: field)
      if AccessSoundnessTests.render(program, changed) != page {
        #expect(Self.fingerprint(graph, changed) != fingerprint, "\(field) is not seen")
      }
    }
  }

  @Test func whatIsNotReadDoesNotMatter() throws {
    let (graph, _) = try Self.compile("{% for p in posts %}{{ p.title }}{% endfor %}")
    let fingerprint = Self.fingerprint(graph, SmallSite())
    let seen = SmallSite.changeableFields.filter {
      Self.fingerprint(graph, SmallSite(changing: $0)) != fingerprint
    }
    #expect(seen == [AccessSet.Field(record: "post", field: "title")])
  }

  private static func compile(_ template: String) throws -> (ReadGraph, Program) {
    let site = SmallSite()
    let result = site.compiler(["main.html": template])
      .compile(entry: "main.html", globals: site.globals)
    let program = try #require(result.program, "\(site.messages(result.diagnostics))")
    return (program.reads(of: site.globals, in: site.schema), program)
  }

  private static func fingerprint(_ graph: ReadGraph, _ site: SmallSite) -> Fingerprint {
    let fingerprinter = ReadFingerprinter(
      graph, schema: site.schema, site: site.store, everything: site.store.fingerprint())
    return Fingerprint { fingerprint in
      for (root, value) in [site.firstPost, site.posts, .none].enumerated() {
        fingerprinter.add(root: root, value, to: &fingerprint)
      }
    }
  }
}
