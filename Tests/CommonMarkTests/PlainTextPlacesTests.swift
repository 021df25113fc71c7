import CommonMark
import FuzzSupport
import Testing

/// Documents made without the places of plain texts are those made with them.
@Suite struct PlainTextPlacesTests {
  @Test(arguments: [
    "Plain words, *some* **marked**, `code`, and\ntwo lines.",
    "A text that ends in attributes {.wide}",
    "- [x] a task\n- [ ] another\n- plain",
    "> [!NOTE]\n> An alert.\n\n> A quote.",
    "| A | B |\n| - | - |\n| 1 | 2 |\n\nTable: Its caption.\n\nPlain.",
    "| A |\n| - |\n| 1 |\n\n: Another caption.\n\nPlain.",
    "[a]: https://example.org\n[a] is a link.\n\nPlain.",
    "Words with [a link](https://example.org) and ECC, then\n\n![A picture](a.png)",
    "Call :name[it] now, visit www.example.org, or ~~not~~.\n\nA note.[^1]\n\n[^1]: Of it.",
    "Plain & simple, \"quoted\" -- and <b>raw</b>.\n\nA &amp; B, \\* no list.",
  ])
  func aDocumentIsTheSame(text: String) { expectSame(text) }

  @Test func fuzzedDocumentsAreTheSame() {
    for seed in FuzzSeeds(usual: 600) {
      var generator = TextGenerator(seed: seed)
      guard expectSame(generator.text()) else { return }
    }
  }

  /// Expects the same document of a text with all places and with those that are needed.
  @discardableResult
  private func expectSame(_ text: String) -> Bool {
    let source = MarkdownSource(file: "a", bytes: Array(text.utf8))
    let (all, needed) = (
      MarkdownDocument(parsing: source),
      MarkdownDocument(parsing: source, options: MarkdownOptions(placesPlainTexts: false))
    )
    let isSame =
      all.html == needed.html && all.headings == needed.headings
      && all.excerpt == needed.excerpt && all.wordCount == needed.wordCount
      && all.links == needed.links && all.images == needed.images && all.embeds == needed.embeds
      && all.abbreviations == needed.abbreviations && all.directives == needed.directives
      && all.anchors == needed.anchors && all.diagnostics == needed.diagnostics
    #expect(isSame, "\(text.debugDescription)")
    return isSame
  }
}
