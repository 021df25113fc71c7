import Diagnostics
import Testing

@Suite struct DiagnosticTextPrinterTests {
  @Test func printsPlaceLineCaretAndNotes() {
    let text = "---\nid: istv\naims: Café\n---\n"
    let printer = DiagnosticTextPrinter(sources: [
      "istv.md": SourceFile(name: "istv.md", bytes: Array(text.utf8))
    ])
    let diagnostic = Diagnostic(
      rule: "S01", severity: .error, message: "unknown key 'aims' (did you mean 'aim'?)",
      location: SourceLocation(file: "istv.md", span: 13..<17),
      notes: [
        Diagnostic.Note(
          message: "the id is given here",
          location: SourceLocation(file: "istv.md", span: 8..<12))
      ])
    #expect(
      printer.print(diagnostic) == """
        istv.md:3:1: error: unknown key 'aims' (did you mean 'aim'?) [S01]
          3 | aims: Café
            | ^~~~
        istv.md:2:5: note: the id is given here
          2 | id: istv
            |     ^~~~

        """)
  }

  @Test func columnsCountCharactersAndLinesEndInAnyStyle() {
    let file = SourceFile(name: "a", bytes: Array("é1\r\nb\rc\nd".utf8))
    #expect(file.position(at: 2) == .init(line: 1, column: 2))
    #expect(file.position(at: 5) == .init(line: 2, column: 1))
    #expect(file.position(at: 7) == .init(line: 3, column: 1))
    #expect(file.position(at: 9) == .init(line: 4, column: 1))
    #expect(file.offset(line: 1, column: 2) == 2)
    #expect(file.offset(line: 4, column: 9) == 10)
  }

  @Test func hostileBytesCannotSteerTheTerminal() {
    let file = SourceFile(name: "a", bytes: Array("\u{1B}[31mred\u{202E}".utf8))
    let printed = DiagnosticTextPrinter(sources: ["a": file]).print(
      Diagnostic(
        rule: "S03", severity: .warning, message: "odd \u{7}",
        location: SourceLocation(file: "a", span: 0..<1)))
    #expect(
      printed == """
        a:1:1: warning: odd \u{FFFD} [S03]
          1 | \u{FFFD}[31mred\u{FFFD}
            | ^

        """)
  }
}
