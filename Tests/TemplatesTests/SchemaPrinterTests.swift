import Templates
import Testing

/// How the model is shown to authors of templates.
@Suite struct SchemaPrinterTests {
  private func printer() -> SchemaPrinter {
    var schema = Schema()
    let tag = schema.declare("tag", summary: "A word that groups posts.")
    schema.define(
      tag,
      fields: [
        .init("name", .string, "The word."),
        .init("related", .list(.record(tag)), "Others like it."),
      ])
    let slug = HostFunction.filter(
      "slug", takes: .string, [.init("length", .int, isOptional: true)], returns: .string,
      summary: "A \"name\" for addresses."
    ) { _, _ in }
    return SchemaPrinter(
      schema: schema,
      globals: [
        GlobalVariable("tag", .optional(.record(tag)), "The tag of the page."),
        GlobalVariable("year", .int),
      ], host: [slug])
  }

  @Test func textHasAFieldALine() {
    #expect(
      printer().text() == """
        Names in every template
          tag   tag or none  The tag of the page.
          year  int

        tag: A word that groups posts.
          name     string     The word.
          related  list[tag]  Others like it.

        Functions and filters of the site
          string|slug(length: int?)  string  A "name" for addresses.

        """)
  }

  @Test func jsonIsForPrograms() {
    #expect(
      printer().json() == #"""
        {"globals":[{"name":"tag","type":"tag or none","summary":"The tag of the page."},\#
        {"name":"year","type":"int","summary":""}],"records":[{"name":"tag",\#
        "summary":"A word that groups posts.","fields":[\#
        {"name":"name","type":"string","summary":"The word."},\#
        {"name":"related","type":"list[tag]","summary":"Others like it."}]}],\#
        "functions":[{"name":"string|slug(length: int?)","type":"string",\#
        "summary":"A \"name\" for addresses."}]}
        """#)
  }
}
