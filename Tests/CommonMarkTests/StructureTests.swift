import CommonMark
import Testing

@Suite struct StructureTests {
  private static let text = """
    Before

    ## Since last time {.open}

    - [x] #istv-data-spec
    - [>] #istv-dpia waiting for the DPO's return
    - [~] #istv-dec *moved*
      to November {#dec due=2021-11 people=a,b}
    - [ ] open
      - nested

    ### Below

    More.

    ## Needs

    """
  private let tree = MarkdownTree(
    parsing: MarkdownSource(file: "u.md", bytes: Array(text.utf8)))

  @Test func sectionsReachToTheNextHeadingOfTheirLevel() {
    let sections = tree.sections(level: 2)
    #expect(sections.map { tree.plainText(of: $0.heading) } == ["Since last time", "Needs"])
    #expect(
      sections.map { $0.blocks.map(tree.kind(of:)) } == [[.list, .heading, .paragraph], []])
    #expect(tree.attributes(of: sections[0].heading)?.classes.map(\.text) == ["open"])
  }

  @Test func itemsKnowTheirMarkersTextsAndAttributes() throws {
    let items = tree.items(in: tree.sections(level: 2)[0].blocks)
    #expect(items.map(tree.taskMarker(of:)) == ["x", ">", "~", " "])
    #expect(
      items.map(tree.itemText(of:)) == [
        "#istv-data-spec", "#istv-dpia waiting for the DPO’s return",
        "#istv-dec moved to November", "open",
      ])
    let attributes = try #require(tree.attributes(of: items[2]))
    #expect(attributes.id?.text == "dec")
    #expect(attributes["due"]?.text == "2021-11")
    #expect(attributes["people"]?.text == "a,b")
    let spans = [
      attributes.span, attributes.id?.span, attributes["due"]?.span, tree.span(of: items[2]),
    ]
    #expect(
      spans.map(marked) == [
        "{#dec due=2021-11 people=a,b}", "dec", "2021-11",
        "- [~] #istv-dec *moved*\n  to November {#dec due=2021-11 people=a,b}",
      ])
  }

  @Test func anItemsOwnLineRendersWithoutItsElement() {
    let items = tree.items(in: tree.sections(level: 2)[0].blocks)
    let fragment = tree.renderInlines(of: items[2])
    #expect(
      String(decoding: fragment.plainHTML(), as: UTF8.self)
        == "#istv-dec <em>moved</em>\nto November")
  }

  @Test func aRunOfBlocksRendersByItself() {
    let blocks = tree.sections(level: 2)[0].blocks.suffix(1)
    #expect(String(decoding: tree.render(blocks).plainHTML(), as: UTF8.self) == "<p>More.</p>\n")
  }

  @Test func proseLeavesOutCodeAndAddresses() {
    let text = "A `b` *c* http://d.org [e](f) :g[h]\n"
    let tree = MarkdownTree(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    var prose: [String] = []
    tree.forEachProse { bytes, _ in prose.append(String(decoding: bytes, as: UTF8.self)) }
    #expect(prose == ["A ", " ", "c", " ", " ", "e", " ", "h"])
  }

  @Test func aPartHasTheFootnotesFirstReferredToInIt() {
    let tree = MarkdownTree(
      parsing: MarkdownSource(
        file: "a.md",
        bytes: Array("a[^x]\n\nb[^y] c[^x]\n\n[^x]: X\n\n[^y]: Y[^z]\n\n[^z]: Z\n".utf8)))
    let blocks = Array(tree.children(of: tree.root))
    let second = String(decoding: tree.render(blocks[1...1]).plainHTML(), as: UTF8.self)
    #expect(
      second == """
        <p>b<sup class="footnote-ref"><a href="#fn-y" id="fnref-y" data-footnote-ref>2</a></sup> \
        c<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-y" value="2">
        <p>Y<sup class="footnote-ref"><a href="#fn-z" id="fnref-z" data-footnote-ref>3</a></sup> \
        <a href="#fnref-y" class="footnote-backref" data-footnote-backref \
        aria-label="Back to content">↩</a></p>
        </li>
        <li id="fn-z" value="3">
        <p>Z <a href="#fnref-z" class="footnote-backref" data-footnote-backref \
        aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>

        """)
    let line = String(decoding: tree.renderInlines(of: blocks[1]).plainHTML(), as: UTF8.self)
    #expect(line == "b c")
  }

  private func marked(_ span: Range<Int>?) -> String {
    String(decoding: Array(Self.text.utf8)[span ?? 0..<0], as: UTF8.self)
  }
}
