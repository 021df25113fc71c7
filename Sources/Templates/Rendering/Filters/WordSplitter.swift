/// Divides a line into the pieces between which it may be broken: white space, words and dashes.
struct WordSplitter {
  private let line: [Unicode.Scalar]
  /// Whether words end behind their hyphens too.
  private let breaksOnHyphens: Bool

  init(_ line: String, breaksOnHyphens: Bool) {
    self.line = Array(line.unicodeScalars)
    self.breaksOnHyphens = breaksOnHyphens
  }

  func pieces() -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var start = 0
    while start < line.count {
      let end = end(from: start)
      pieces.append(Array(line[start..<end]))
      start = end
    }
    return pieces
  }

  private func end(from start: Int) -> Int {
    if isSpace(at: start) {
      return line[start...].firstIndex { !Self.isSpace($0) } ?? line.count
    }
    if breaksOnHyphens, let end = dashEnd(at: start) { return end }
    var end = start + 1
    while end < line.count, !isSpace(at: end) {
      if breaksOnHyphens {
        if end > start + 1, isHyphenated(endingAt: end) { break }
        if dashEnd(at: end) != nil { break }
      }
      end += 1
    }
    return end
  }

  /// Where a dash of two or more hyphens between words ends, if one begins here.
  private func dashEnd(at start: Int) -> Int? {
    guard line[start] == "-", start > 0, Self.mayPrecedeDash(line[start - 1]),
      let end = line[start...].firstIndex(where: { $0 != "-" }), end - start > 1,
      Self.isWord(line[end])
    else { return nil }
    return end
  }

  /// Whether a part of a compound ends here, behind a hyphen that follows letters and precedes some.
  private func isHyphenated(endingAt end: Int) -> Bool {
    guard line[end - 1] == "-", isLetter(at: end - 2), isLetter(at: end) else { return false }
    let followsLetters =
      isLetter(at: end - 3) || (isHyphen(at: end - 3) && isLetter(at: end - 4))
    let precedesLetters = isLetter(at: end + 1) || (isHyphen(at: end + 1) && isLetter(at: end + 2))
    return followsLetters && precedesLetters
  }

  private func isHyphen(at index: Int) -> Bool {
    line.indices.contains(index) && line[index] == "-"
  }

  private func isSpace(at index: Int) -> Bool { Self.isSpace(line[index]) }

  private func isLetter(at index: Int) -> Bool {
    guard line.indices.contains(index) else { return false }
    return line[index].properties.isAlphabetic || line[index] == "_"
  }

  /// Whether lines may be broken at a scalar; not at a space that is to keep words together.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    ("\t"..."\r").contains(scalar) || scalar == " "
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  private static func mayPrecedeDash(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
  }
}
