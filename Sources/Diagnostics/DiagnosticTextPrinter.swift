/// Prints findings as people read them: place, severity, message, source line and caret.
///
/// ```
/// content/projects/istv.md:6:1: error: unknown key 'aims' in a project (did you mean 'aim'?) [S01]
///   6 | aims: Share information
///     | ^~~~
/// ```
public struct DiagnosticTextPrinter {
  private let sources: [String: SourceFile]

  /// Takes the sources that findings may point into; a place in any other prints without a line.
  public init(sources: [String: SourceFile]) {
    self.sources = sources
  }

  /// Returns all findings in the order given, one blank line between them.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(print).joined(separator: "\n")
  }

  /// Returns one finding with its notes, each line ended.
  public func print(_ diagnostic: Diagnostic) -> String {
    var text = entry(
      label: diagnostic.severity.rawValue, message: "\(diagnostic.message) [\(diagnostic.rule)]",
      location: diagnostic.location)
    for note in diagnostic.notes {
      text += entry(label: "note", message: note.message, location: note.location)
    }
    for fixIt in diagnostic.fixIts {
      text += "  fix: \(fixIt.message)\n"
    }
    return text
  }

  private func entry(label: String, message: String, location: SourceLocation?) -> String {
    let message = Self.printable(message)
    guard let location else { return "\(label): \(message)\n" }
    let name = Self.printable(location.file)
    guard let source = sources[location.file] else { return "\(name): \(label): \(message)\n" }
    let position = source.position(at: location.span.lowerBound)
    return "\(name):\(position.line):\(position.column): \(label): \(message)\n"
      + excerpt(of: source, span: location.span, line: position.line)
  }

  private func excerpt(of source: SourceFile, span: Range<Int>, line: Int) -> String {
    let range = source.lineRange(at: span.lowerBound)
    let window = Self.window(around: span.lowerBound, in: range, of: source)
    let start = min(max(span.lowerBound, window.lowerBound), window.upperBound)
    let end = min(max(span.upperBound, start), window.upperBound)
    let before = Self.decoded(source.bytes[window.lowerBound..<start])
    let marked = Self.decoded(source.bytes[start..<end])
    let after = Self.decoded(source.bytes[end..<window.upperBound])
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: before.count)
    let tildes = String(repeating: "~", count: max(0, marked.count - 1))
    return "  \(number) | \(before)\(marked)\(after)\n  \(gutter) | \(indent)^\(tildes)\n"
  }

  /// At most 120 bytes of a line, so that a page without line breaks prints one screen line.
  private static func window(
    around offset: Int, in line: Range<Int>, of source: SourceFile
  ) -> Range<Int> {
    guard line.count > 120 else { return line }
    var lower = max(line.lowerBound, min(offset - 60, line.upperBound - 120))
    while lower > line.lowerBound, source.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = min(line.upperBound, lower + 120)
    while upper < line.upperBound, source.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    printable(String(decoding: bytes, as: UTF8.self))
  }

  /// Replaces control characters, so that a hostile source cannot steer a terminal.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isControl(scalar) ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar)
    }
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
