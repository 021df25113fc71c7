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
}
