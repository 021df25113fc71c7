import CommonMark
import Packing
import Testing

/// The words of a text, and the way back to their source.
@Suite struct MarkdownTextTests {
  private func parsed(_ source: String, keepsText: Bool = true) -> MarkdownText? {
    MarkdownDocument(
      parsing: MarkdownSource(file: "a.md", bytes: Array(source.utf8)),
      options: MarkdownOptions(keepsText: keepsText)
    ).text
  }

  private func words(_ source: String) -> String {
    String(decoding: parsed(source)?.bytes ?? [], as: UTF8.self)
  }

  @Test func aPlainBuildKeepsNothing() {
    #expect(parsed("One.", keepsText: false) == nil)
  }

  @Test(arguments: [
    ("One *two*\nthree.", "One two three.\n"),
    ("# Head\n\nText", "Head\nText\n"),
    ("- one\n- two\n  lines", "one\ntwo lines\n"),
    ("a `code` b", "a \n b\n"),
    ("a <https://example.org> b", "a \n b\n"),
    ("[words](https://example.org)", "words\n"),
    ("![picture](a.png) after", " after\n"),
    ("- step {#id due=2021-10}", "step\n"),
    ("::metrics{channel=blog}\n\nText", "Text\n"),
    ("```\ncode\n```\n\nText", "Text\n"),
    ("Note[^1]\n\n[^1]: The note", "Note\nThe note\n"),
    ("| A | B |\n| - | - |\n| 1 | 2 |", "A\nB\n1\n2\n"),
  ])
  func onlyWhatIsReadIsLeft(source: String, expected: String) {
    #expect(words(source).trimmedEnd == expected.trimmedEnd)
  }

  @Test(arguments: [
    ("They met HM *Revenue*\nCustoms today", "HM Revenue Customs", "HM *Revenue*\nCustoms"),
    ("> They met HM Revenue\n> Customs", "HM Revenue Customs", "HM Revenue\n> Customs"),
    ("It's \"quoted\" &amp; the ICO's word", "ICO", "ICO"),
    ("caf\u{E9} a\\*b DPIA", "DPIA", "DPIA"),
  ])
  func placesLeadBackToTheSource(source: String, phrase: String, expected: String) throws {
    let text = try #require(parsed(source))
    let bytes = Array(phrase.utf8)
    let start = try #require(
      (0...(text.bytes.count - bytes.count)).first {
        text.bytes[$0..<$0 + bytes.count].elementsEqual(bytes)
      })
    let span = text.span(of: start..<start + bytes.count)
    #expect(String(decoding: Array(source.utf8)[span], as: UTF8.self) == expected)
  }

  /// What is kept of a document leads to the same places as the tree it was made of.
  @Test(arguments: [
    "They met HM *Revenue*\nCustoms today", "> They met HM Revenue\n> Customs",
    "It's \"quoted\" &amp; the ICO's word -- so... 'done'", "caf\u{E9} a\\*b DPIA \\\\ &copy;x",
    "# Head\n\n- one **two**three\n- four\n  five\n\n| A | |\n| - | - |\n| \"x\" | y\\|z |",
    "a `code` b ![p](a.png) [it's \"so\"](b.md)\n\nNote[^1]\n\n[^1]: The 'note'", "'", "&amp;", "",
  ])
  func keptPlacesAreTheSame(source: String) throws {
    let document = MarkdownDocument(
      parsing: MarkdownSource(file: "a.md", bytes: Array("----\n\(source)".utf8), bodyStart: 5),
      options: MarkdownOptions(keepsText: true))
    var packer = Packer()
    document.pack(into: &packer)
    var unpacker = Unpacker(packer.bytes)
    let kept = MarkdownDocument(unpacking: &unpacker)
    #expect(!unpacker.isDamaged && unpacker.isAtEnd)
    let text = try #require(document.text)
    let again = try #require(kept.text)
    #expect(again.bytes == text.bytes)
    #expect(again.headlessTables == text.headlessTables)
    // Ranges begin and end with characters of the text, not with what parts blocks.
    let bounds = (0...text.bytes.count).filter {
      $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80
    }
    for start in bounds where start < text.bytes.count && text.bytes[start] != 0x0A {
      for end in bounds where end > start && text.bytes[end - 1] != 0x0A {
        #expect(again.span(of: start..<end) == text.span(of: start..<end), "\(start)..<\(end)")
      }
    }
    // Packing what was unpacked changes nothing.
    var second = Packer()
    kept.pack(into: &second)
    #expect(second.bytes == packer.bytes)
  }

  @Test func tablesWithoutWordsInTheirHeadAreKnown() throws {
    let text = try #require(parsed("| A | |\n| - | - |\n\ntext\n\n| | |\n| - | - |\n| 1 | 2 |"))
    #expect(text.headlessTables == [25..<50])
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    var end = self[...]
    while end.last == "\n" { end.removeLast() }
    return end
  }
}
