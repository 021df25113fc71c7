package import Diagnostics

/// Where a file's front matter and body are.
///
/// Front matter stands between two lines of exactly `---` (trailing spaces allowed), the first of
/// which is the file's first line, after a byte order mark if there is one.
package struct FrontMatter: Sendable, Equatable {
  /// The bytes of the YAML, without the lines of dashes; `nil` when the file has none.
  package let yaml: Range<Int>?
  /// The offset of the body's first byte.
  package let bodyStart: Int

  /// Finds the front matter of `bytes`, or reports that it is never closed.
  package static func split(
    _ bytes: [UInt8], file: String
  ) -> (frontMatter: FrontMatter, diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = dashes(at: start, in: bytes) else {
      let fault = foreignFrontMatter(at: start, in: bytes, file: file)
      return (FrontMatter(yaml: nil, bodyStart: start), fault.map { [$0] } ?? [])
    }
    var line = opening
    while line < bytes.count {
      if let after = dashes(at: line, in: bytes) {
        return (FrontMatter(yaml: opening..<line, bodyStart: after), [])
      }
      line = nextLine(after: line, in: bytes)
    }
    let end = lineEnd(from: start, in: bytes)
    let unclosed = ContentMessage.unclosedFrontMatter.at(
      SourceLocation(file: file, span: start..<end))
    return (FrontMatter(yaml: nil, bodyStart: bytes.count), [unclosed])
  }

  /// Tells of front matter in a form that other generators read.
  private static func foreignFrontMatter(
    at start: Int, in bytes: [UInt8], file: String
  ) -> Diagnostic? {
    let end = lineEnd(from: start, in: bytes)
    let line = String(decoding: bytes[start..<end].prefix(8), as: UTF8.self)
    let form: String
    switch line.split(separator: " ", omittingEmptySubsequences: true) {
    case ["+++"]: form = "TOML"
    case [";;;"], ["{"]: form = "JSON"
    default: return nil
    }
    return ContentMessage.foreignFrontMatter(form)
      .at(SourceLocation(file: file, span: start..<end))
  }

  /// Returns where the next line begins if the line at `offset` is `---`, else `nil`.
  private static func dashes(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard bytes.count - offset >= 3,
      bytes[offset..<offset + 3].allSatisfy({ $0 == UInt8(ascii: "-") }),
      bytes[offset + 3..<lineEnd(from: offset + 3, in: bytes)]
        .allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    else { return nil }
    return nextLine(after: offset, in: bytes)
  }

  private static func lineEnd(from offset: Int, in bytes: [UInt8]) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return end
  }

  private static func nextLine(after offset: Int, in bytes: [UInt8]) -> Int {
    var next = lineEnd(from: offset, in: bytes)
    if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
    return next
  }
}
