import Foundation
import Templates
import Testing

/// Whatever a template holds, it ends in a page or in messages with places.
///
/// Set `TEMPLATE_FUZZ_CASES` to try more templates than the few of every run.
@Suite struct FuzzTests {
  static let data = """
    {"x": 1, "n": -7, "s": "a<b", "xs": [3, 1, 2], "m": {"k": "v"}, "u": null,
     "post": {"title": "T"}, "posts": [{"t": "a", "o": {"i": 1}}, {"t": "b", "o": null}]}
    """

  private static let count =
    ProcessInfo.processInfo.environment["TEMPLATE_FUZZ_CASES"].flatMap(Int.init) ?? 300

  @Test(arguments: [false, true])
  func everyTemplateEndsInAPageOrAMessage(isNoise: Bool) {
    var pages = 0
    for seed in 0..<Self.count {
      var generator = TemplateGenerator(seed: UInt64(seed))
      let text = isNoise ? generator.noise() : generator.template()
      var tester = TemplateTester(
        ["main.html": text, "b.html": generator.template(depth: 1)], data: Self.data)
      tester.limits = RenderLimits(
        iterations: 10_000, outputBytes: 1 << 20, scratchBytes: 1 << 22, nesting: 50)
      switch tester.run() {
      case .page: pages += 1
      case .failure(let message):
        #expect(message.contains(".html:"), "seed \(seed): \(text)")
      }
    }
    #expect(pages > 0)
  }

  @Test func cutTemplatesEndInAPageOrAMessage() {
    let whole = Array(Fixture.text(of: "loops.txt").utf8.prefix(3000))
    for end in stride(from: 0, to: whole.count, by: 37) {
      let tester = TemplateTester(
        String(decoding: whole[..<end], as: UTF8.self), data: LanguageTests.data)
      if case .failure(let message) = tester.run() { #expect(message.contains("main.html:")) }
    }
  }
}
