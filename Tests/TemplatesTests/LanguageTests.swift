import Testing

/// The language by example: outputs agree with Jinja2 but where the language decides otherwise.
@Suite struct LanguageTests {
  static let data = Fixture.text(of: "data.json")

  static let files = [
    "errors.txt", "expressions.txt", "filters.txt", "guards.txt", "inheritance.txt", "loops.txt",
    "macros.txt", "statements.txt", "tests.txt",
  ]

  @Test(arguments: files)
  func fixturesComeOutAsWritten(file: String) {
    let fixtures = Fixture.all(in: file)
    #expect(fixtures.count > 10)
    for fixture in fixtures {
      let tester = TemplateTester(fixture.templates, data: fixture.data ?? Self.data)
      #expect(tester.run() == fixture.expected, "\(fixture)")
    }
  }
}
