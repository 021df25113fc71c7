import CommonMark
import Diagnostics
import Testing

@Suite struct SpanTests {
  @Test func inlineSpansHoldInContainersAndAfterFrontMatter() {
    expectTree(
      of: "---\nid: x\n---\n> - Hello *wörld*\n> still `co\n>   de` [a\\*b](/u \"t\") &amp; end\n",
      bodyStart: 14,
      """
      14..<78 4:1-7:1 document
        14..<77 4:1-6:33 blockQuote
          16..<77 4:3-6:33 list tight
            16..<77 4:3-6:33 item
              18..<77 4:5-6:33 paragraph
                18..<24 4:5-4:11 text "Hello "
                24..<32 4:11-4:18 emphasis
                  25..<31 4:12-4:17 text "wörld"
                32..<33 4:18-5:1 softBreak
                35..<41 5:3-5:9 text "still "
                41..<52 5:9-6:8 code "co de"
                52..<53 6:8-6:9 text " "
                53..<67 6:9-6:23 link "/u" title="t"
                  54..<58 6:10-6:14 text "a*b"
                67..<77 6:23-6:33 text " & end"

      """)
  }

  @Test func setextHeadingsEndWithTheirUnderline() {
    expectTree(
      of: "Foo\n---\nbar\n\nBaz\n===\n\nend\n",
      """
      0..<26 1:1-9:1 document
        0..<7 1:1-2:4 heading level=2
          0..<3 1:1-1:4 text "Foo"
        8..<11 3:1-3:4 paragraph
          8..<11 3:1-3:4 text "bar"
        13..<20 5:1-6:4 heading level=1
          13..<16 5:1-5:4 text "Baz"
        22..<25 8:1-8:4 paragraph
          22..<25 8:1-8:4 text "end"

      """)
  }

  @Test func aZeroByteCanStandInAnAddress() {
    expectTree(
      of: "[a](b\u{0}c) d\n",
      """
      0..<11 1:1-2:1 document
        0..<10 1:1-1:11 paragraph
          0..<8 1:1-1:9 link "b\u{FFFD}c"
            1..<2 1:2-1:3 text "a"
          8..<10 1:9-1:11 text " d"

      """)
  }

  @Test func lazyLinesAfterAHardBreakKeepTheirIndentation() {
    expectTree(
      of: "- a\\\n b\n",
      """
      0..<8 1:1-3:1 document
        0..<7 1:1-2:3 list tight
          0..<7 1:1-2:3 item
            2..<7 1:3-2:3 paragraph
              2..<3 1:3-1:4 text "a"
              3..<5 1:4-2:1 lineBreak
              5..<7 2:1-2:3 text " b"

      """)
  }

  @Test func aTabThatAnItemTakesAPartOfIsSpacesInALazyLine() {
    expectTree(
      of: "1. > a\\\n\tb\n\n- > c\\\n\tDEC d\n",
      """
      0..<26 1:1-6:1 document
        0..<10 1:1-2:3 list start=1 tight
          0..<10 1:1-2:3 item
            3..<10 1:4-2:3 blockQuote
              5..<10 1:6-2:3 paragraph
                5..<6 1:6-1:7 text "a"
                6..<8 1:7-2:1 lineBreak
                8..<10 2:1-2:3 text " b"
        12..<25 4:1-5:7 list tight
          12..<25 4:1-5:7 item
            14..<25 4:3-5:7 blockQuote
              16..<25 4:5-5:7 paragraph
                16..<17 4:5-4:6 text "c"
                17..<19 4:6-5:1 lineBreak
                19..<25 5:1-5:7 text "  DEC d"

      """)
  }

  @Test func anEntityOfTwoScalarsMayStandBeforeAMarkOfItsBlock() {
    expectTree(
      of: "&bne;’&bne;\u{20E5}*a*\n",
      """
      0..<20 1:1-2:1 document
        0..<19 1:1-1:16 paragraph
          0..<16 1:1-1:13 text "=⃥’=⃥⃥"
          16..<19 1:13-1:16 emphasis
            17..<18 1:14-1:15 text "a"

      """)
  }

  @Test func aTitleMayEndWithAnEscapedMarkIfNothingElseEndsIt() {
    expectTree(
      of: "[a]: /u \"b\\\"\nc [d](/u 'e\\')\n",
      """
      0..<28 1:1-3:1 document
        13..<27 2:1-2:15 paragraph
          13..<15 2:1-2:3 text "c "
          15..<27 2:3-2:15 link "/u" title="e\\\\"
            16..<17 2:4-2:5 text "d"

      """)
  }

  @Test func indentedCodeMayLookLikeAFence() {
    expectTree(
      of: "\t```\0x\nb\n",
      """
      0..<9 1:1-3:1 document
        1..<6 1:2-1:7 codeBlock "```\u{FFFD}x\\n"
        7..<8 2:1-2:2 paragraph
          7..<8 2:1-2:2 text "b"

      """)
  }

  @Test func partsOfTablesDirectivesAndFootnotesAreWhereTheyWereWritten() {
    expectTree(
      of: "> | a\\|b | *c* |\n> |---|---|\n> | d |\n\n:::x[L]\ne[^f]\n:::\n\n[^f]: g\n",
      dialect: .gazette,
      """
      0..<65 1:1-10:1 document
        0..<36 1:1-3:8 blockQuote
          2..<36 1:3-3:8 table
            2..<16 1:3-1:17 tableRow
              4..<8 1:5-1:9 tableCell natural
                4..<8 1:5-1:9 text "a|b"
              11..<14 1:12-1:15 tableCell natural
                11..<14 1:12-1:15 emphasis
                  12..<13 1:13-1:14 text "c"
            31..<36 3:3-3:8 tableRow
              33..<34 3:5-3:6 tableCell natural
                33..<34 3:5-3:6 text "d"
              36..<36 3:8-3:8 tableCell natural
        38..<55 5:1-7:4 containerDirective name=x 41..<42
          46..<51 6:1-6:6 paragraph
            46..<47 6:1-6:2 text "e"
            47..<51 6:2-6:6 footnoteReference "f"
        57..<64 9:1-9:8 footnoteDefinition "f"
          63..<64 9:7-9:8 paragraph
            63..<64 9:7-9:8 text "g"

      """)
  }
}
