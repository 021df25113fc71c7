import Content
import Diagnostics
import Editorial
import FuzzSupport
import Testing

/// What is left unread by checks: bodies in which there is nothing to find.
@Suite struct PlainBodyTests {
  /// The clean site with someone and something that nothing refers to yet, and a stated attendance.
  private static let site: [String: String] = {
    var files = cleanSite
    files["people.yaml", default: ""] += "- id: mo-ode\n  name: Mo Ode\n"
    files["organisations.yaml", default: ""] +=
      "- id: march\n  name: March Towers\n  kind: business\n- id: art\n  name: The Art House\n"
      + "  kind: business\n"
    files["metrics/definitions.yaml", default: ""] +=
      "- id: network.seats\n  name: Seats\n  channel: network\n  level: output\n"
      + "  unit: attendances\n  additive: true\n  derived: sum(events.attendance)\n"
    files["metrics/observations.csv", default: ""] +=
      "network.seats,2021-07/2021-09,1450,exact,,2021-09,Organised by us\n"
    return files
  }()

  private static let bodies = Result { try PlainBodies(site: makeSite()) }

  private static func isPlain(_ body: String) throws -> Bool {
    try bodies.get().isPlain(Array(body.utf8), from: 0)
  }

  private static func makeSite() throws -> Site {
    let sources = site.map { ContentSource(path: $0, bytes: Array($1.utf8)) }
    let settings = try #require(
      sources.first { $0.path == "site.yaml" }.flatMap { ContentParser.settings($0).settings })
    let zone = try #require(SiteZone(name: "UTC"))
    let parser = ContentParser(settings: settings)
    let assembler = SiteAssembler(
      sources.map(parser.parse), settings: settings,
      visibility: Visibility(instant: 1_700_000_000, zone: zone, showsDrafts: false))
    return assembler.site()
  }

  @Test(arguments: [
    "", "One line without end", "Two words.\n\nMore *words*, **strong** and `code`.\n",
    "## One\n\n### Two\n\n#### Three\n\n## Four\n", "> Quoted\n\n- a\n- b\n\n1. c\n2. d\n",
    "```\n# <b> [x] {y} ::z\n```\n\nAfter it.\n", "| a | b |\n| - | - |\n| 1 | 2 |\n",
    "A [good link](https://example.org/page) and 12,000 more.\r\n\r\nNext.\r\n",
    "On 1 September 2021 the DEC met; from July to September the NHS did.\n",
    "Dash – and “quotes”, it’s all 5 & 6.\n", "Title\n-----\n\nText\n\n---\n",
  ])
  func nothingCanBeFoundIn(_ body: String) throws {
    #expect(try Self.isPlain(body))
    // With so much after it, words are told in blocks.
    #expect(try Self.isPlain(body + Self.space))
  }

  private static let space = String(repeating: "\n", count: 80)

  @Test(arguments: [
    "Mo Ode came.\n", "Ask Ode.\n", "The *Art* House\n", "In March Towers\n", "The ABC met.\n",
    "A**B**C\n", "Data (DEC)\n", "Linked In\n", "Linked\nIn\n", "TODO\n", "# One\n", "### Three\n",
    "One\n===\n", "## Two\n\n##\n\n#### Four\n", "- ### Three\n", "<b>x</b>\n", "[x](here.md)\n",
    "[here](https://example.org)\n", "[Click *here*](https://example.org)\n",
    "[x y](https://example.org/a.pdf)\n", "[x y](https://example.org/?utm_source=z)\n",
    "[x y](https://docs.google.com/presentation/d)\n", "[https://a.org](https://a.org)\n",
    "https://a.org\n", "www.a.org\n", "a@b.org\n", "![](x.png)\n", "[^1]\n",
    "[^1](https://a.org)\n",
    "::metrics\n", ":term[DEC]\n", "Text {#id}\n", "1st of March\n", "March – May\n",
    "[March](https://a.org)–[May](https://a.org)\n", "5 Sept\n", "3/4/2021\n", "020 7946 0000\n",
    "> 020 7946\n> 0000\n",
    "(020) 7946\n0000\n", "**020** 7946 0000\n", "1450 people\n", "1,450 people\n",
    "```swfit\n```\n",
    "~~~\n~~~\n", "| a |\n| - |\n| 1 | 2 |\n", "| a |\n| - |\nx\n| 1 | 2 |\n",
    "|  |\n| - |\n| 1 |\n",
    "&#68;EC\n", "A\\*\n", "\u{FEFF}ABC\n", "[a `b](https://a.org) c`\n", "a\tb\n",
    "x[y](https://a.org)\n", "A\\\nb\n", "A @\nb\n", "(020) 794\n6\n0000\n",
    "[D](https://a.org)EF\n", "- [x](https://a.org) [ ]\n",
  ])
  func somethingMayBeFoundIn(_ body: String) throws {
    #expect(try !Self.isPlain(body))
    #expect(try !Self.isPlain(body + Self.space))
  }

  /// A post with a plain body is as good as one without a word.
  @Test func nothingIsFoundInFuzzedPlainBodies() throws {
    let path = "blog/2021-10-01-any.md"
    let head = "---\ntitle: Any post\nauthors: [team]\nsummary: A summary.\n---\n"
    var files = Self.site
    files[path] = head
    let expected = try diagnostics(in: files)
    var plainCount = 0
    for seed in FuzzSeeds(usual: 800) {
      var writer = RandomBody(seed: seed)
      let body = writer.next()
      guard try Self.isPlain(body) else { continue }
      plainCount += 1
      files[path] = head + body
      let found = try diagnostics(in: files)
      #expect(found == expected, "seed \(seed): \(body.debugDescription)")
    }
    #expect(plainCount > 80)
  }

  /// Long runs of words are told in blocks, which the last words of a file do not fill.
  @Test func whatComesAfterAFuzzedBodyDoesNotMatter() throws {
    for seed in FuzzSeeds(usual: 800) {
      var writer = RandomBody(seed: seed)
      let body = writer.next()
      let isPlain = try Self.isPlain(body)
      for count in [1, 40, 80] {
        let longer = body + String(repeating: "\n", count: count)
        #expect(try Self.isPlain(longer) == isPlain, "seed \(seed): \(body.debugDescription)")
      }
    }
  }

  @Test(arguments: ["", "A title of words, 12 of them", "What the DEC said in July", "2 * 3 | 4"])
  func nothingCanBeFoundInTheValue(_ value: String) throws {
    #expect(try Self.bodies.get().isPlain(value: value))
  }

  @Test(arguments: [
    "Ask Mo Ode", "Linked In", "The ABC met", "Data (DEC)", "1st of March", "TODO", "1,450 people",
    "[March](https://a.org/Mo/Ode)", "Call 020 7946 0000", "two\nlines",
  ])
  func somethingMayBeFoundInTheValue(_ value: String) throws {
    #expect(try !Self.bodies.get().isPlain(value: value))
  }

  /// A post with plain values is as good as one with any others.
  @Test func nothingIsFoundInPlainValues() throws {
    let path = "blog/2021-10-01-any.md"
    var files = Self.site
    func findings(title: String) throws -> [Diagnostic] {
      let quoted = title.replacing("'", with: "''")
      files[path] = "---\ntitle: '\(quoted)'\nauthors: [team]\nsummary: '\(quoted)'\n---\n"
      return try diagnostics(in: files)
    }
    let expected = try findings(title: "Any post")
    var plainCount = 0
    for seed in FuzzSeeds(usual: 300) {
      var writer = RandomBody(seed: seed)
      let value = writer.nextValue()
      guard try Self.bodies.get().isPlain(value: value) else { continue }
      plainCount += 1
      #expect(try findings(title: value) == expected, "seed \(seed): \(value.debugDescription)")
    }
    #expect(plainCount > 40)
  }
}

/// Writes bodies of pieces that mean something to a rule, or would beside one another.
private struct RandomBody {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let words = [
    "plain", "words", "more", "of", "them", "12", "and", "DEC", "NHS", "May", "5", "a", "Linked",
    "The", "House", "2021", "it’s", "e-mail", "Q1", "–", "-", "(", ")", "March", "is", "1,000",
  ]
  private static let marks = [
    "*", "**", "_", "~~", "`", "--", "&", "...", "'", "\"", "|", "#", "+",
  ]
  private static let traps = [
    "Mo", "Art", "In", "ABC", "1st", "Sept", "TODO", "020", "1450", "[x](y.md)", "<b>", "[^1]",
    "{.a}", "\\", "&amp;", "a@b.org", "![x](y.png)", "::x", "www.a.org", "3/4/21", "\t", "[", "](",
    "people",
  ]
  private static let links = [
    "[good words](https://a.org/b)", "[here](https://a.org)", "[May](http://b.org/x-y)",
    "[*so*](https://a.org/c.pdf)", "[on](https://sway.office.com/x)", "[a](https://a.org/b#c)",
  ]
  private static let starts = [
    "", "", "", "- ", "> ", "1. ", "## ", "### ", "  ", "    ", "| ", "> - ", "* ", "#### ",
  ]
  private static let lines = [
    "", "", "", "---", "===", "```", "```\nABC <b>\n```", "| a | b |\n| - | - |\n| c | d |",
    "| a |\n| - |", "# One", "##", "-", "~~~", "- - -", "```swift", "|  |  |", "> ```",
  ]

  mutating func next() -> String {
    // Most bodies have no trap, so that many of them are plain.
    let hasTraps = random.number(below: 4) == 0
    return (0..<(1 + random.number(below: 5))).map { _ in line(hasTraps) }
      .joined(separator: random.pick(["\n", "\n", "\n\n", "\r\n"]))
  }

  /// A line as it may stand in front matter.
  mutating func nextValue() -> String {
    "A" + line(random.number(below: 4) == 0).replacing("\n", with: " ").replacing("\t", with: " ")
  }

  private mutating func line(_ hasTraps: Bool) -> String {
    if random.number(below: 4) == 0 { return random.pick(Self.lines) }
    var line = random.pick(Self.starts)
    for _ in 0..<(1 + random.number(below: 7)) {
      switch random.number(below: 16) {
      case 0: line += random.pick(Self.marks)
      case 1: line += random.pick(Self.links)
      case 2 where hasTraps: line += random.pick(Self.traps)
      default: line += random.pick(Self.words)
      }
      if random.number(below: 5) > 0 { line += " " }
    }
    return line
  }
}
