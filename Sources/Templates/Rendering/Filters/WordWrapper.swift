/// Breaks one line of text into lines of a width, between words as far as possible.
struct WordWrapper {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  func wrap(_ line: String) -> [String] {
    var chunks = Array(
      WordSplitter(line, breaksOnHyphens: breaksOnHyphens).pieces().reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, let last = chunks.last, Self.isSpace(last) { chunks.removeLast() }
      var current: [[Unicode.Scalar]] = []
      var length = 0
      while let chunk = chunks.last, length + chunk.count <= width {
        current.append(chunk)
        length += chunk.count
        chunks.removeLast()
      }
      if let chunk = chunks.last, chunk.count > width {
        takeLong(chunk, from: &chunks, onto: &current, left: width - length)
      }
      if let last = current.last, Self.isSpace(last) { current.removeLast() }
      if !current.isEmpty { lines.append(Self.text(current.flatMap { $0 })) }
    }
    return lines
  }

  private static func isSpace(_ chunk: [Unicode.Scalar]) -> Bool {
    chunk.allSatisfy(\.properties.isWhitespace)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// A word that fits no line is cut, behind a hyphen if it has one, or has a line of its own.
  private func takeLong(
    _ chunk: [Unicode.Scalar], from chunks: inout [[Unicode.Scalar]],
    onto current: inout [[Unicode.Scalar]], left: Int
  ) {
    if breaksLongWords {
      var end = left
      if breaksOnHyphens, chunk.count > left, let hyphen = chunk[..<left].lastIndex(of: "-"),
        hyphen > 0, chunk[..<hyphen].contains(where: { $0 != "-" })
      {
        end = hyphen + 1
      }
      current.append(Array(chunk[..<end]))
      chunks[chunks.count - 1] = Array(chunk[end...])
    } else if current.isEmpty {
      current.append(chunk)
      chunks.removeLast()
    }
  }
}
