import Diagnostics
import Templates
import Testing

/// Macros that are called from outside of templates.
@Suite struct ComponentTests {
  let site = SmallSite()

  private func compile(_ template: String) -> Compiler.ComponentResult {
    site.compiler(["box.html": template])
      .compileMacro("box", in: "box.html", globals: site.globals)
  }

  private func render(
    _ component: Component, _ arguments: (inout DataBuilder) -> [String: Value],
    content: String? = nil
  ) -> String {
    var page = DataBuilder(schema: site.schema, target: .page)
    let arguments = arguments(&page)
    let content = content.map { page.html($0) }
    var renderer = Renderer()
    var output = OutputBuffer()
    do throws(RenderError) {
      _ = try renderer.render(
        component, arguments: arguments, content: content,
        globals: [site.firstPost, site.posts, .none], site: site.store, page: page.finish(),
        into: &output)
      return output.withBytes { String(decoding: $0, as: UTF8.self) }
    } catch {
      return error.diagnostic.message
    }
  }

  @Test func takesTypedArgumentsDefaultsAndContent() throws {
    let result = compile(
      """
      {% macro box(kind: string, size: int = 2, when: month = none) -%}
      <p class="{{ kind }}">{{ size + 1 }}{{ when }}{{ caller() }}{{ post.title }}</p>
      {%- endmacro %}
      """)
    #expect(result.diagnostics.isEmpty)
    let component = try #require(result.component)
    #expect(component.signature.name == "box")
    #expect(component.signature.parameters.map(\.name) == ["kind", "size", "when"])
    #expect(component.signature.parameters.map(\.type) == [.string, .int, .optional(.month)])
    #expect(component.signature.parameters.map(\.isRequired) == [true, false, false])
    #expect(component.signature.usesCaller)
    #expect(
      render(component, { ["kind": $0.string("a\"b")] }, content: "<b>c</b>")
        == "<p class=\"a&quot;b\">3<b>c</b>Tom &amp; Ada</p>")
    #expect(
      render(
        component,
        { ["kind": $0.string("k"), "size": .int(7), "when": .month("2025-01")] })
        == "<p class=\"k\">82025-01Tom &amp; Ada</p>")
  }

  @Test func missingMacroIsReported() {
    let result = compile("{% macro bx() %}{% endmacro %}")
    #expect(result.component == nil)
    #expect(result.diagnostics.map(\.message) == ["the template needs a macro named 'box'"])
  }

  @Test func defaultsThatMustBeWorkedOutAreRefused() {
    let result = compile(
      "{% macro box(kind: string, size: int = kind|length) %}{{ size }}{% endmacro %}")
    #expect(result.component == nil)
    #expect(
      result.diagnostics.map(\.message) == [
        "the default of 'size' must be a text, a number, true, false or none, as authors call the "
          + "component from content; work it out in the body"
      ])
  }

  @Test func defaultsOfAnotherTypeAreRefused() {
    let result = compile("{% macro box(size: int = 'x') %}{{ size }}{% endmacro %}")
    #expect(result.component == nil)
    #expect(result.diagnostics.map(\.message) == ["'size' is an int, its default is a string"])
  }

  @Test func negativeNumbersAreDefaults() throws {
    let result = compile("{% macro box(size: int = -2) %}{{ size + 1 }}{% endmacro %}")
    #expect(result.diagnostics.isEmpty)
    #expect(render(try #require(result.component), { _ in [:] }) == "-1")
  }
}
