import CommonMark
import Diagnostics
import Testing

@Suite struct HostileInputTests {
  @Test func nestingIsBoundedAndNothingIsLost() {
    let text = String(repeating: "> ", count: 5000) + "deep\n"
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    let html = String(decoding: document.html.bytes, as: UTF8.self)
    #expect(html.split(separator: "<blockquote>").count == 100)
    #expect(html.contains("<p>deep</p>"))
    #expect(document.diagnostics.map(\.rule) == ["markdown-nesting"])
  }

  @Test func imagesThatNeverCloseAreBoundedAndReported() {
    let text = String(repeating: "![[]()", count: 5000)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    #expect(document.links.count == 5000)
    #expect(document.diagnostics.map(\.rule) == ["markdown-brackets"])
  }

  @Test func findingsOfOneRuleAreCountedAfterFifty() {
    let text = String(repeating: "<em>", count: 80)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    #expect(document.diagnostics.count == 51)
    #expect(
      document.diagnostics.filter { $0.severity == .info }.map(\.message) == [
        "30 more findings of this rule in this text are not listed"
      ])
  }

  @Test func directivesInLabelsOfDirectivesStopAtFour() {
    let text = String(repeating: ":a[", count: 50) + "x" + String(repeating: "]", count: 50)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    #expect(document.directives.count == 4)
    #expect(
      document.directives.first?.label?.text == String(repeating: ":a[", count: 46) + "x"
        + String(repeating: "]", count: 46))
  }

  @Test func shortRowsFillATableOnlySoFar() {
    let wide = String(repeating: "|-", count: 100) + "|\n"
    let text = wide.replacing("-", with: "a") + wide + String(repeating: "|x|\n", count: 2000)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    let cells = String(decoding: document.html.bytes, as: UTF8.self).split(separator: "<td>").count
    #expect(cells < 103_000)
  }

  @Test func rawElementsThatNeverCloseAreBounded() {
    let text = String(repeating: "<div>\n\n", count: 2000)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    let html = String(decoding: document.html.bytes, as: UTF8.self)
    #expect(html.split(separator: "<div>", omittingEmptySubsequences: false).count == 101)
    #expect(html.split(separator: "</div>", omittingEmptySubsequences: false).count == 101)
    #expect(html.split(separator: "&lt;div&gt;", omittingEmptySubsequences: false).count == 1901)
  }

  @Test func bytesThatAreNotUTF8AreShownAsReplaced() {
    let bytes: [UInt8] = Array("a ".utf8) + [0xFF, 0xC3, 0x28, 0x00] + Array(" é".utf8)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a.md", bytes: bytes))
    #expect(
      String(decoding: document.html.bytes, as: UTF8.self)
        == "<p>a \u{FFFD}\u{FFFD}(\u{FFFD} é</p>\n")
    #expect(
      document.diagnostics == [
        Diagnostic(
          rule: "encoding", severity: .error,
          message: "a text is UTF-8; the bytes from here on that are not are shown as U+FFFD",
          location: SourceLocation(file: "a.md", span: 2..<3))
      ])
  }

  @Test func unclosedAndStrayDirectivesAreReported() {
    #expect(
      findings(":::\n\n:::a\ntext\n") == """
        a.md:1:1: warning: this line of colons closes no directive; it is shown as typed \
        [directive-nesting]
          1 | :::
            | ^~~

        a.md:3:1: warning: directive 'a' is never closed; end it with a line of 3 colons \
        [directive-nesting]
          3 | :::a
            | ^~~~

        """)
  }
}
