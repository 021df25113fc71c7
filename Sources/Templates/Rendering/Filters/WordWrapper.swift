/// Breaks one line of text into lines of a width, between words as far as possible.
struct WordWrapper {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  func wrap(_ line: String) -> [String] {
    var chunks = Array(chunks(of: line).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, chunks.last?.allSatisfy(\.isWhitespace) == true { chunks.removeLast() }
      var current = ""
      var length = 0
      while let chunk = chunks.last, length + chunk.unicodeScalars.count <= width {
        current += chunk
        length += chunk.unicodeScalars.count
        chunks.removeLast()
      }
      if let chunk = chunks.last, chunk.unicodeScalars.count > width {
        takeLong(chunk, from: &chunks, onto: &current, length: length)
      }
      while let last = current.last, last.isWhitespace { current.removeLast() }
      if !current.isEmpty { lines.append(current) }
    }
    return lines
  }

  /// A word that fits no line is cut, or has a line of its own.
  private func takeLong(
    _ chunk: String, from chunks: inout [String], onto current: inout String, length: Int
  ) {
    if breaksLongWords {
      let left = max(width - length, length == 0 ? 1 : 0)
      let scalars = chunk.unicodeScalars
      current += String(scalars.prefix(left))
      chunks[chunks.count - 1] = String(scalars.dropFirst(left))
    } else if current.isEmpty {
      current = chunk
      chunks.removeLast()
    }
  }

  /// Words and the spaces between them; with hyphens, words end behind them too.
  private func chunks(of line: String) -> [String] {
    var chunks: [String] = []
    var current = ""
    var isSpace = false
    for character in line {
      if !current.isEmpty, character.isWhitespace != isSpace {
        chunks.append(current)
        current = ""
      }
      isSpace = character.isWhitespace
      current.append(character)
      if breaksOnHyphens, character == "-", current.dropLast().last?.isLetter == true {
        chunks.append(current)
        current = ""
      }
    }
    if !current.isEmpty { chunks.append(current) }
    return chunks
  }
}
