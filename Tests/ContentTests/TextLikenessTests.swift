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
      var writer = RandomWords(state: seed &+ 1)
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
  var state: UInt64

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func word() -> String { ["w\(next(40))", "é\(next(9))", "A", "b"][next(4)] }

  mutating func text() -> [UInt8] {
    Array((0...next(60)).map { _ in word() }.joined(separator: " ").utf8)
  }

  mutating func variant(of text: [UInt8]) -> [UInt8] {
    let rate = next(4) + 1
    let words = text.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    return Array(
      words.map { next(8) < rate ? word() : $0 }.joined(separator: next(2) == 0 ? " " : ", ").utf8)
  }
}
