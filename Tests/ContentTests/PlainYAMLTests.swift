import Content
import Diagnostics
import FuzzSupport
import Testing

/// The quick reader may give up, but what it reads is what the whole of YAML means by it.
@Suite struct PlainYAMLTests {
  private func compare(_ text: String) -> (isPlain: Bool, isEqual: Bool) {
    let file = SourceFile(name: "a.md", bytes: Array(text.utf8))
    let range = 0..<file.bytes.count
    guard let plain = PlainYAML.read(file, range: range) else { return (false, true) }
    let (value, faults) = YAMLComposer.composeInFull(file, range: range)
    return (true, faults.isEmpty && value == plain)
  }

  @Test(arguments: [
    "title: Two events, 98 seats filled\ndate: 2021-10-05\ntags: [analyst network, r]\n",
    "# a comment\ntitle: \"With: colon\"\n\nsummary: 'single'\r\ndraft: true\r\n",
    "a: x#y\nb: http://example.org/\nc: 12:30\nd: []\ne: ~\nf: null\ng: a - b\nh: Café\n",
    "a: [ one , two words ,3]\nb: \"\"\nc: don't\n",
    "a: b # comment\nb: 'c'   # comment\nc: [d] # comment\nd: e#f\n",
    "a:\n  - b\n  - c d\n\n  # comment\n  - 'e'\nb:\n- c\n-   d\nc: d\n",
    "a: # comment\n  b: c\n  d:\n    e: f\ng: h\n",
    "- id: a\n  name: A\n  aliases: [b, c]\n- id: b\n  name: B\n- c\n- [d, e]\n",
    "- group: A\n  terms:\n    - term: b\n      full: c\n    - term: d\n\n      full: e\n- group: F\n",
    "- a:\n  - b\n  c: d\n-   e: f\n    g: h\n",
    "a: one\n  two\n    three\nb: four\n",
    "a:\n  - one\n    two\n  - three\n",
    "a: >\n  one\n  two\nb: c\n", "a: >\n  one\n  two", "a: >-\n    one: two\n    - three # no\n",
    "a: |\n  one\n  two\n\n\nb: c\n", "a: |-\n  # one\n  two\n\n",
    "a: >\r\n  one\r\n  two\r\nb: c\r\n",
    "- a: >\n    one\n    two\n  b: c\n- >\n one \n two\n# comment\n- c\n",
    "a: one\r\n  two\r\nb:\r\n  - c\r\n", "a: one   \n  two \nb: c\n",
  ])
  func plainFrontMatterIsReadAlike(text: String) {
    let result = compare(text)
    #expect(result.isPlain)
    #expect(result.isEqual)
  }

  @Test(arguments: [
    "a: b\n\n  c\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a:\n  b\n", "a:\nb: c\n", "a:\n", "-\n",
    "a: b # c\n  d\n", "a: b\n  c # d\n", "a: b\n  c: d\n", "a: b\n  - c\n", "a: 'b'\n  c\n",
    "a: [b]\n  c\n", "a: 'b'c\n", "a: 'b'#c\n", "a: [b]c\n", "a:\n - b\n  - c\n",
    "a:\n  - b\n - c\n",
    "a:\n  b: c\n d: e\n", "  a: b\nc: d\n", "- a\nb: c\n", "a: b\n- c\n", "- - a\n",
    "- a: b\n c: d\n",
    "a: >\n  b\n\n  c\n", "a: >\n\n  b\n", "a: >\n  b\n    c\n", "a: >+\n  b\n", "a: >2\n  b\n",
    "a: > # c\n  b\n", "a: >\nb: c\n", "a: >\n  b\n c\n", "a: |\n  b\n   \n", "a: >\n",
    "a: >\n  >\n", "a: |-\n  |-\n",
    "a:\n  b: c\n  b: d\n", "- a: b\n  a: c\n",
    "a: &x b\n", "a: *x\n", "a: !t b\n", "a: b: c\n", "a: {b: c}\n", "a: [b, [c]]\n", "a: [b, c\n",
    "a: b\na: c\n", "A: b\n", "a:b\n", "a: @b\n", "a: [b,]\n", "a: [b: c]\n", "a: \tb\n",
    "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: [b #c]\n", "",
  ])
  func everythingElseIsLeftToTheParser(text: String) {
    #expect(!compare(text).isPlain)
  }

  @Test(arguments: ["\t", "\0", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}"])
  func whatYAMLForbidsIsSeenAtEveryPlace(_ odd: String) {
    let text = "a: some words of a title\n"
    for place in 3..<text.utf8.count - 1 {
      let start = text.utf8.index(text.startIndex, offsetBy: place)
      #expect(!compare(text[..<start] + odd + text[start...]).isPlain, "at \(place)")
    }
    #expect(compare("a: some é words … of\u{A0}a title\r\n").isPlain)
  }

  @Test func anyFuzzedTextIsReadAlikeOrLeft() {
    var plain = 0
    for seed in FuzzSeeds(usual: 20_000) {
      var writer = RandomYAML(seed: seed)
      let text = seed.isMultiple(of: 2) ? writer.pieces() : writer.lines()
      let result = compare(text)
      plain += result.isPlain ? 1 : 0
      #expect(result.isEqual, "seed \(seed): \(text.debugDescription)")
    }
    #expect(plain > 1_000)
  }
}

/// Texts that are nearly YAML, or are.
private struct RandomYAML {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Some pieces, one behind the other.
  mutating func pieces() -> String {
    let pieces = [
      "a", "b-c", ":", ": ", " ", "\n", "\r\n", "x", "1", "-", "- ", "[", "]", ", ", ",", "#", " #",
      "'", "\"", "~", "null", "true", "é", "\\", "{", "}", "|", ">", "&", "*", "!", "?", "%", "@",
      "`", "k: v\n", "t: [a, b]\n", "q: \"s\"\n", "\t", "---", "...", "\u{A0}", "日",
    ]
    return (0...random.number(below: 12)).map { _ in random.pick(pieces) }.joined()
  }

  /// Some lines, each indented by a little, of the forms that lines of YAML have.
  mutating func lines() -> String {
    let margins = ["", "", "", "  ", "  ", "  ", "    ", "    ", " ", "   ", "      "]
    let starts = [
      "", "", "a: ", "b: ", "c:", "d: ", "- ", "- ", "- a: ", "- b:", "-   ", "#", "a:  ",
    ]
    let values = [
      "", "", "x", "one two", "'q'", "\"q\"", "[a, b]", "[]", ">", "|", ">-", "|-", "x: y", "~",
      "# c", "x # c", "'q' # c", "[a] # c", "- x", "é…", "http://x", "e#f", "x ", "it's", "null",
    ]
    let ends = [
      "\n", "\n", "\n", "\n", "\n", "\n\n", "\r\n", "  \n", "\n# c\n", "\n  \n", "\n    \n",
    ]
    let text = (0...random.number(below: 7)).map { _ in
      random.pick(margins) + random.pick(starts) + random.pick(values) + random.pick(ends)
    }
    return random.number(below: 8) == 0 ? String(text.joined().dropLast()) : text.joined()
  }
}
