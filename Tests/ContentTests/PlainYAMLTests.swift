import Content
import Diagnostics
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
  ])
  func plainFrontMatterIsReadAlike(text: String) {
    let result = compare(text)
    #expect(result.isPlain)
    #expect(result.isEqual)
  }

  @Test(arguments: [
    "a: b\n  c\n", "a:\n  - b\n", "a: |\n  b\n", "a: b # comment\n", "a: \"b\\n\"\n",
    "a: 'it''s'\n",
    "a: &x b\n", "a: *x\n", "a: !t b\n", "a: b: c\n", "a: {b: c}\n", "a: [b, [c]]\n", "a: [b, c\n",
    "a: b\na: c\n", "A: b\n", "a:b\n", "- a\n", "a: @b\n", "a: [b,]\n", "a: [b: c]\n", "a: \tb\n",
    " a: b\n", "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: [b #c]\n", "",
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

  @Test func anyTextIsReadAlikeOrLeft() {
    let pieces = [
      "a", "b-c", ":", ": ", " ", "\n", "\r\n", "x", "1", "-", "- ", "[", "]", ", ", ",", "#", " #",
      "'",
      "\"", "~", "null", "true", "é", "\\", "{", "}", "|", ">", "&", "*", "!", "?", "%", "@", "`",
      "k: v\n",
      "t: [a, b]\n", "q: \"s\"\n", "\t", "---", "...", "\u{A0}", "日",
    ]
    var state: UInt64 = 0x5EED
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var plain = 0
    for _ in 0..<20_000 {
      let text = (0..<next(12) + 1).map { _ in pieces[next(pieces.count)] }.joined()
      let result = compare(text)
      plain += result.isPlain ? 1 : 0
      if !result.isEqual { Issue.record("read differently: \(text.debugDescription)") }
    }
    #expect(plain > 200)
  }
}
