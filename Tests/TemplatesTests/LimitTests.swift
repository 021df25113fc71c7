import Diagnostics
import Templates
import Testing

/// Hostile templates and data end with a message.
@Suite struct LimitTests {
  private func message(_ outcome: TemplateTester.Outcome) -> String {
    switch outcome {
    case .page(let text): "page: \(text.prefix(40))"
    case .failure(let text): text.split(separator: "\n").first.map(String.init) ?? ""
    }
  }

  @Test func loopsEnd() {
    let loop = "{% for a in range(1000) %}"
    let tester = TemplateTester(
      loop + loop + loop + loop + "{% endfor %}{% endfor %}{% endfor %}{% endfor %}")
    var limited = tester
    limited.limits.iterations = 100_000
    #expect(
      message(limited.run())
        == "main.html:1:79: error: a page's loops may run at most 100000 times [render-limit]")
  }

  @Test func outputEnds() {
    var tester = TemplateTester("{% for a in range(100000) %}0123456789{% endfor %}")
    tester.limits.outputBytes = 10_000
    #expect(
      message(tester.run())
        == "main.html:1:29: error: a page may have at most 10000 bytes [render-limit]")
  }

  @Test func valuesMadeEnd() {
    var tester = TemplateTester(
      "{% set ns = namespace(s='x' * 1000) %}{% for a in range(100000) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}"
    )
    tester.limits.scratchBytes = 1 << 20
    #expect(
      message(tester.run())
        == "main.html:1:51: error: a page may make at most 1048576 bytes of values [render-limit]")
  }

  @Test func manyVariablesAndManyBranchesEnd() {
    let variables = (0..<20_000).map { "{% set v\($0) = 1 %}" }.joined()
    let uses = ["{% if 1 %}{% endif %}", "{{ m() }}"]
    for use in uses {
      let tester = TemplateTester(
        "{% macro m() %}{% endmacro %}" + variables + String(repeating: use, count: 20_000))
      #expect(
        message(tester.run()).hasSuffix(
          "a page's templates hold at most 100000 statements when put together [template-too-large]"
        ), "\(use)")
    }
  }

  @Test(arguments: [
    ("{{ {", "'k': 1, ", "} }}", "a map has at most 2000 pairs"),
    ("{% set x = namespace(", "k=1, ", ") %}", "a call has at most 2000 arguments with names"),
  ])
  func namesToLookUpEnd(start: String, part: String, end: String, text: String) {
    let tester = TemplateTester(start + String(repeating: part, count: 3000) + end)
    #expect(message(tester.run()).hasSuffix("error: \(text) [template-syntax]"))
  }

  @Test func macrosThatCallThemselvesEnd() {
    let tester = TemplateTester("{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}")
    #expect(
      message(tester.run())
        == "main.html:1:17: error: macros nest at most 200 levels deep [render-limit]")
  }

  @Test func macrosOfEverNewTypesEnd() {
    let tester = TemplateTester("{% macro m(n) %}{{ m([n]) }}{% endmacro %}{{ m(0) }}")
    #expect(
      message(tester.run())
        == "main.html:1:17: error: macros nest at most 200 levels deep [render-limit]")
  }

  @Test func includesThatIncludeThemselvesEnd() {
    let tester = TemplateTester([
      "main.html": "{% include 'a.html' %}", "a.html": "a{% include 'b.html' %}",
      "b.html": "b{% include 'a.html' %}",
    ])
    #expect(
      message(tester.run())
        == "b.html:1:2: error: macros nest at most 200 levels deep [render-limit]")
  }

  @Test func includesThatMultiplyEnd() {
    var templates = ["t40.html": "x"]
    for number in 0..<40 {
      let next = "{% include 't\(number + 1).html' %}"
      templates["t\(number).html"] = next + next
    }
    templates["main.html"] = "{% include 't0.html' %}"
    #expect(
      message(TemplateTester(templates).run()).hasSuffix(
        "error: a page's templates hold at most 100000 statements when put together [template-too-large]"
      ))
  }

  @Test func callBlocksThatNestInTheirOwnCallsEnd() {
    let tester = TemplateTester(
      "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}"
    )
    guard case .failure = tester.run() else {
      Issue.record("a macro that calls itself for ever cannot come to a page")
      return
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
    String(repeating: "[", count: 5000), String(repeating: "-", count: 5000) + "1",
    String(repeating: "not ", count: 5000) + "1", "1" + String(repeating: " + 1", count: 5000),
    "x" + String(repeating: ".a", count: 5000), "x" + String(repeating: "[0]", count: 5000),
    "x" + String(repeating: "|upper", count: 5000),
    String(repeating: "1 if 1 else ", count: 5000) + "1",
    String(repeating: "{'a': ", count: 5000),
    "1" + String(repeating: " ** 1", count: 5000),
  ])
  func deepExpressionsAreRefused(expression: String) {
    let tester = TemplateTester("{{ \(expression) }}")
    guard case .failure(let text) = tester.run() else {
      Issue.record("the expression nests too deep")
      return
    }
    #expect(text.contains("nests at most 150 levels deep"))
  }

  @Test func longChainsOfOneOperatorAreNotDeep() {
    let joined = "{{ 'a'" + String(repeating: " ~ 'a'", count: 3000) + " }}"
    #expect(TemplateTester(joined).run() == .page(String(repeating: "a", count: 3001)))
    let any = "{{ 1 if 0" + String(repeating: " or 0", count: 3000) + " else 2 }}"
    #expect(TemplateTester(any).run() == .page("2"))
  }

  @Test(arguments: ["if true", "for x in [1]", "with", "filter upper", "autoescape true"])
  func deepStatementsAreRefused(opening: String) {
    let closing = opening.split(separator: " ")[0]
    let text =
      String(repeating: "{% \(opening) %}", count: 3000) + "x"
      + String(repeating: "{% end\(closing) %}", count: 3000)
    guard case .failure(let message) = TemplateTester(text).run() else {
      Issue.record("the statements nest too deep")
      return
    }
    #expect(message.contains("statements nest at most 100 levels deep"))
  }

  @Test func deepDataIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    "{{ range(10 ** 12) }}", "{{ 'x' * 10 ** 15 }}", "{{ [0] * 10 ** 15 }}",
    "{{ 'x'|center(10 ** 12) }}", "{{ 'x'|indent(10 ** 12) }}", "{{ '%999999999d'|format(1) }}",
    "{{ [1]|batch(10 ** 12, 0)|length }}", "{{ [1]|slice(10 ** 12)|length }}",
    "{{ 2 ** 1000 }}", "{{ 10 ** 18 * 10 }}", "{{ (-9223372036854775807 - 1) // -1 }}",
    "{{ xs[::0] }}", "{{ 'abc'|truncate(1) }}", "{{ 1.5|round(9999) }}",
    "{% set x = 'y' * 9999999 %}{{ (x|list)|length }}{{ x|replace('', x) }}",
  ])
  func extremeArgumentsEndWithAMessageOrAValue(template: String) {
    var tester = TemplateTester(template, data: "{\"xs\": [1]}")
    tester.limits.scratchBytes = 64 << 20
    switch tester.run() {
    case .page(let text): #expect(text.utf8.count < 20_000)
    case .failure(let text): #expect(text.hasPrefix("main.html:1:"))
    }
  }
}
