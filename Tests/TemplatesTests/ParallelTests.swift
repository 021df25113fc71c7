import Templates
import Testing

/// One program and one store, rendered by many tasks at once.
@Suite struct ParallelTests {
  @Test func everyTaskGetsTheSamePage() async throws {
    let site = SmallSite()
    let template = """
      {% macro row(p) %}<li>{{ p.title|upper }} {{ p.words * 2 }}</li>{% endmacro %}
      {% for p in posts|sort(attribute='words') %}{{ row(p) }}{% endfor %}{{ note }}
      """
    let result = site.compiler(["main.html": template])
      .compile(entry: "main.html", globals: site.globals)
    let program = try #require(result.program)
    let pages = await withTaskGroup(of: String.self) { group in
      for number in 0..<32 {
        group.addTask {
          var page = DataBuilder(schema: site.schema, target: .page)
          let note = page.string("page \(number % 2)")
          let store = page.finish()
          var renderer = Renderer()
          var output = OutputBuffer()
          for _ in 0..<20 {
            output.truncate(to: 0)
            _ = try? renderer.render(
              program, globals: [site.firstPost, site.posts, note], site: site.store, page: store,
              into: &output)
          }
          return output.withBytes { String(decoding: $0, as: UTF8.self) }
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    let rows = "\n<li>ALONE 0</li><li>TOM &amp; ADA 2400</li>"
    #expect(pages == [rows + "page 0", rows + "page 1"])
  }
}
