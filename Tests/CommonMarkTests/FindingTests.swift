import CommonMark
import Diagnostics
import Testing

@Suite struct FindingTests {
  @Test func cellsBeyondTheHeadAreReported() {
    #expect(
      findings("| a | b |\n|---|---|\n| c | `d|e` |\n| f |\n| g | |\n| | \n") == """
        a.md:3:10: warning: a row has as many cells as the head, here 2; the rest is not shown, and \
        '\\|' is a bar inside a cell [table-cells]
          3 | | c | `d|e` |
            |          ^~~~

        """)
  }

  @Test func footnotesThatDoNotMeetAreReported() {
    #expect(
      findings("A[^a] \\[^c] `[^d]`\n\n[^b]: never used\n") == """
        a.md:1:2: warning: footnote 'a' has no text in this file; write it on a line that begins \
        with '[^a]:' [footnote]
          1 | A[^a] \\[^c] `[^d]`
            |  ^~~~

        a.md:3:1: warning: footnote 'b' is never referred to; it is not shown [footnote]
          3 | [^b]: never used
            | ^~~~~~~~~~~~~~~~

        """)
  }

  @Test func idsGivenTwiceAreReportedAndMadeUnique() {
    let text = "# A {#x}\n# B {#x}\n"
    #expect(
      findings(text) == """
        a.md:2:7: error: an id is unique in its page; 'x' is given twice [duplicate-id]
          2 | # B {#x}
            |       ^

        """)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    #expect(document.anchors == ["x", "x-1"])
  }

  @Test func aDirectiveInsideAParagraphIsReported() {
    #expect(
      findings("text\n::metrics{a=b}\n\n```\n::code\n```\n") == """
        a.md:2:3: warning: a directive such as '::metrics' stands alone between empty lines; this \
        one is shown as typed [directive-place]
          2 | ::metrics{a=b}
            |   ^~~~~~~

        """)
  }

  @Test func placesCountFromTheStartOfTheFile() {
    let text = "---\nid: a\n---\n- [a](javascript:x)\n"
    let document = MarkdownDocument(
      parsing: MarkdownSource(file: "a", bytes: Array(text.utf8), bodyStart: 14))
    #expect(document.diagnostics.map(\.location?.span) == [16..<33])
  }
}
