import CommonMark
import Diagnostics
import Testing

/// Compares the whole tree of a text with its dump.
func expectTree(
  of text: String, bodyStart: Int = 0, dialect: MarkdownOptions.Dialect = .commonMark,
  _ expected: String, at place: Testing.SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  let source = MarkdownSource(file: "a.md", bytes: bytes, bodyStart: bodyStart)
  let tree = MarkdownTree(parsing: source, options: MarkdownOptions(dialect: dialect))
  #expect(
    tree.dump(in: SourceFile(name: "a.md", bytes: bytes)) == expected, sourceLocation: place)
}

/// Renders a text with its holes filled plainly.
func html(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> String {
  let source = MarkdownSource(file: "a.md", bytes: Array(text.utf8))
  let document = MarkdownDocument(parsing: source, options: options)
  return String(decoding: document.html.plainHTML(), as: UTF8.self)
}

/// Returns the findings about a text as they are printed.
func findings(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> String {
  let bytes = Array(text.utf8)
  let source = MarkdownSource(file: "a.md", bytes: bytes)
  let document = MarkdownDocument(parsing: source, options: options)
  let printer = DiagnosticTextPrinter(sources: ["a.md": SourceFile(name: "a.md", bytes: bytes)])
  return printer.print(document.diagnostics)
}
