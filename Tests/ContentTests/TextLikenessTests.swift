import Content
import FuzzSupport
import Testing

@Suite struct TextLikenessTests {
  private func percent(_ left: String, _ right: String) -> Int {
    TextLikeness(Array(left.utf8)).percent(TextLikeness(Array(right.utf8)))
  }

  @Test func wordsInCommonAreCountedAsOftenAsBothHaveThem() {
    #expect(percent("one two three four five six", "six five four three two one") == 100)
    #expect(percent("one, two: three (four) five six", "one two three <b>four five seven") == 76)
    #expect(percent("a a a a a a", "a a a b b b") == 50)
    #expect(percent("one two three four five six", "1 2 3 4 5 6") == 0)
    #expect(percent("Écoute one two three four five", "écoute one two three four five") == 83)
    #expect(percent("None this sprint", "None this sprint") == 0)
    #expect(percent("", "") == 0)
  }

  /// The quick look may take texts for more alike than they are, never for less.
  @Test func fuzzedTextsAreAlikeByTheirWords() {
    var alike = 0
    for seed in FuzzSeeds(usual: 2_000) {
      var writer = RandomWords(seed: seed)
      let text = writer.text()
      let (left, right) = (TextLikeness(text), TextLikeness(writer.variant(of: text)))
      let percent = left.percent(right)
      #expect(left.greatestPercent(right) >= percent, "seed \(seed)")
      for threshold in [0, percent, percent + 1, 50, 90, 100] {
        let areAlike = left.isAlike(right, percent: threshold)
        #expect(areAlike == (percent >= threshold), "seed \(seed)")
      }
      alike += percent >= 80 ? 1 : 0
    }
    #expect(alike > 100)
  }
}

/// Texts of a few words, and others that are much like them.
private struct RandomWords {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private mutating func word() -> String {
    random.pick(["w\(random.number(below: 40))", "é\(random.number(below: 9))", "A", "b"])
  }

  mutating func text() -> [UInt8] {
    Array((0...random.number(below: 60)).map { _ in word() }.joined(separator: " ").utf8)
  }

  mutating func variant(of text: [UInt8]) -> [UInt8] {
    let rate = random.number(below: 4) + 1
    let words = text.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    return Array(
      words.map { random.number(below: 8) < rate ? word() : $0 }.joined(
        separator: random.number(below: 2) == 0 ? " " : ", "
      ).utf8)
  }
}
